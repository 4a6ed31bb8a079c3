import { Button, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { useWords } from "../words";

export interface PaneHeaderProps {
  readonly onLanguage: () => void;
}

/** The name of the add-in and the switch to the other language. */
export function PaneHeader({ onLanguage }: PaneHeaderProps): ReactElement {
  const styles = useStyles();
  const { shell } = useWords();
  return (
    <header className={styles.header}>
      <Subtitle2 as="h1">Tierbook</Subtitle2>
      <Button appearance="subtle" size="small" onClick={onLanguage} aria-label={shell.otherLanguageLabel}>
        {shell.otherLanguage}
      </Button>
    </header>
  );
}

const useStyles = makeStyles({
  header: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`,
  },
});
