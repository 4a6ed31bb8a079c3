import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { Engine } from "../engine/engine";
import { DataPlace } from "./data/DataPlace";
import { HistoryPlace } from "./history/HistoryPlace";
import { OwnersPlace } from "./owners/OwnersPlace";
import { SegmentsPlace } from "./segments/SegmentsPlace";
import { PaneHeader } from "./shell/PaneHeader";
import { PaneTabs, panelId, tabId } from "./shell/PaneTabs";
import { TopMessage } from "./shell/TopMessage";
import { usePane } from "./state/usePane";
import { usePaneLanguage } from "./words";

export interface PaneProps {
  readonly engine: Engine;
  readonly onLanguage: () => void;
}

/** The pane in Excel: header, one message at most, and four places. */
export function Pane({ engine, onLanguage }: PaneProps): ReactElement {
  const styles = useStyles();
  const pane = usePane(engine, usePaneLanguage());
  return (
    <>
      <PaneHeader table={pane.inspection.value} onLanguage={onLanguage} />
      <PaneTabs place={pane.place} onPlace={pane.goTo} />
      <TopMessage pane={pane} />
      <main className={styles.main}>
        <div role="tabpanel" id={panelId(pane.place)} aria-labelledby={tabId(pane.place)} className={styles.panel}>
          {pane.place === "data" && <DataPlace pane={pane} />}
          {pane.place === "segments" && <SegmentsPlace pane={pane} />}
          {pane.place === "owners" && <OwnersPlace pane={pane} />}
          {pane.place === "history" && (
            <HistoryPlace workbook={pane.workbook} onSegments={() => pane.goTo("segments")} />
          )}
        </div>
      </main>
    </>
  );
}

const useStyles = makeStyles({
  main: { flexGrow: 1, display: "flex", flexDirection: "column" },
  panel: {
    flexGrow: 1,
    display: "flex",
    flexDirection: "column",
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} 0`,
  },
});
