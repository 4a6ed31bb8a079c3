import {
  FluentProvider,
  makeStaticStyles,
  makeStyles,
  Spinner,
  Subtitle2,
  tokens,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import { type ReactElement, useEffect, useState } from "react";

import { startPane } from "../actions/startPane";
import type { Engine } from "../engine/engine";
import type { Language } from "../text/language";
import { NoWords } from "./NoWords";
import type { OfficeStart } from "../workbook/officeReady";
import { Pane } from "./Pane";
import { EmptyState } from "./shell/EmptyState";
import { FailureNote } from "./shell/FailureNote";
import { Waiting } from "./shell/Waiting";
import { keepPreference, readPreference } from "./state/keptPreference";
import { useDarkTheme } from "./state/useDarkTheme";
import { type Loaded, useLoaded } from "./state/useLoaded";
import { useSpoken } from "./state/useSpoken";
import { useWords, WordingContext } from "./words";

export interface AppProps {
  readonly engine: Engine;
}

/** The task pane: its theme and its language, and what it shows until Excel answers. */
export function App({ engine }: AppProps): ReactElement {
  useDocumentStyles();
  const styles = useStyles();
  const start = useLoaded({ subject: "start", load: startPane });
  const [chosen, setChosen] = useState<Language | null>(keptLanguage);
  const language = chosen ?? languageOf(start.value?.displayLanguage || navigator.language);
  const dark = useDarkTheme(start.value?.dark ?? null);
  const { wording, failure, reload } = useSpoken(language);
  const spoken = wording?.language ?? language;

  useEffect(() => {
    document.documentElement.lang = spoken === "zh" ? "zh-CN" : "en";
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
  }, [spoken, dark]);

  const changeLanguage = (): void => {
    const other = spoken === "en" ? "zh" : "en";
    keepPreference("language", other);
    setChosen(other);
  };

  return (
    <FluentProvider theme={dark ? webDarkTheme : webLightTheme} className={styles.page}>
      {wording === null ? (
        <main className={styles.start}>
          <Subtitle2 as="h1">Tierbook</Subtitle2>
          {failure === null ? <Spinner size="tiny" /> : <NoWords onRetry={reload} />}
        </main>
      ) : (
        <WordingContext value={wording}>
          {failure !== null && <FailureNote failure={failure} onRetry={reload} />}
          {start.value?.inExcel === true ? (
            <Pane engine={engine} onLanguage={changeLanguage} />
          ) : (
            <Start start={start} />
          )}
        </WordingContext>
      )}
    </FluentProvider>
  );
}

/** What is shown until Excel answers, and where there is none. */
function Start({ start }: { readonly start: Loaded<OfficeStart> }): ReactElement {
  const styles = useStyles();
  const { shell } = useWords();
  return (
    <main className={styles.start}>
      <Subtitle2 as="h1">Tierbook</Subtitle2>
      {start.busy && <Waiting text={shell.loading} />}
      {start.value !== null && <EmptyState title={shell.noExcel} text={shell.noExcelNext} />}
      {start.failure !== null && (
        <FailureNote title={shell.startFailed} failure={start.failure} onRetry={start.reload} />
      )}
    </main>
  );
}

function keptLanguage(): Language | null {
  const kept = readPreference("language");
  return kept === "en" || kept === "zh" ? kept : null;
}

function languageOf(displayLanguage: string): Language {
  return displayLanguage.toLowerCase().startsWith("zh") ? "zh" : "en";
}

const useDocumentStyles = makeStaticStyles({
  // WebView2 hides a scroll bar that comes and goes, so there is always one.
  body: { margin: 0, overflowY: "scroll" },
  "h1, h2, h3, p": { margin: 0 },
  // Long names must wrap or be cut, never widen the pane: grid columns grow with their content otherwise.
  ".fui-Field": { gridTemplateColumns: "minmax(0, 1fr)" },
});

const useStyles = makeStyles({
  page: {
    minHeight: "100vh",
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: "anywhere",
  },
  start: { padding: tokens.spacingHorizontalM },
});
