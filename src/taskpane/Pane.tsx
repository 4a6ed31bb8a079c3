import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useEffect } from "react";

import type { Engine } from "../engine/engine";
import { DataPlace } from "./data/DataPlace";
import type { Plan } from "../plan/plan";
import { historyPart } from "./history/historyPart";
import { monthPart } from "./month/monthPart";
import { ownersPart } from "./owners/ownersPart";
import { planForm } from "./segments/planForm";
import { segmentsPart } from "./segments/segmentsPart";
import { fetchAhead } from "./shell/fetchAhead";
import { Later } from "./shell/Later";
import { PaneHeader } from "./shell/PaneHeader";
import { PaneTabs, panelId, tabId } from "./shell/PaneTabs";
import { useKeptFocus } from "./shell/useKeptFocus";
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
  const language = usePaneLanguage();
  const pane = usePane(engine, language);
  useEffect(fetchAhead, []);
  const panel = useKeptFocus();
  const table = pane.inspection.value;
  const several = pane.form?.settings.rows.perCustomer === "several";
  const customers = several ? pane.preview.value?.outcome.customers : undefined;
  /** Nothing is written: they are looked at like any other change of the form. */
  const restore = (plan: Plan): void => {
    if (table === null) return;
    const here = { ...plan, table: { id: table.id, name: table.name } };
    pane.edit({ kind: "restore", to: planForm(table, here, language) });
    pane.goTo("segments");
  };
  return (
    <>
      <PaneHeader table={table && { ...table, rows: customers ?? table.rows }} onLanguage={onLanguage} />
      <div className={styles.month}>
        <Later part={monthPart} quiet>
          {({ MonthStrip }) => <MonthStrip pane={pane} />}
        </Later>
      </div>
      <PaneTabs place={pane.place} onPlace={pane.goTo} />
      <TopMessage pane={pane} />
      <main className={styles.main}>
        <div
          ref={panel}
          tabIndex={-1}
          role="tabpanel"
          id={panelId(pane.place)}
          aria-labelledby={tabId(pane.place)}
          className={styles.panel}
        >
          {pane.place === "data" && <DataPlace pane={pane} />}
          {pane.place === "segments" && (
            <Later part={segmentsPart}>{({ SegmentsPlace }) => <SegmentsPlace pane={pane} />}</Later>
          )}
          {pane.place === "owners" && (
            <Later part={ownersPart}>{({ OwnersPlace }) => <OwnersPlace pane={pane} />}</Later>
          )}
          {pane.place === "history" && (
            <Later part={historyPart}>
              {({ HistoryPlace }) => (
                <HistoryPlace
                  workbook={pane.workbook}
                  onSegments={() => pane.goTo("segments")}
                  onShow={pane.show}
                  onRestore={table === null || pane.form === null ? null : restore}
                  undo={{
                    busy: pane.task.running === "undo",
                    progress: pane.task.progress,
                    onUndo: pane.undo,
                  }}
                />
              )}
            </Later>
          )}
        </div>
      </main>
    </>
  );
}

const useStyles = makeStyles({
  // Free for the strip that comes a moment later, so that nothing jumps.
  month: { minHeight: "32px" },
  main: { flexGrow: 1, display: "flex", flexDirection: "column" },
  panel: {
    flexGrow: 1,
    display: "flex",
    flexDirection: "column",
    outlineStyle: "none",
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} 0`,
  },
});
