import { Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { addToHistory, historyLimits } from "../../actions/history/addToHistory";
import type { RunRecord, WorkbookState } from "../../actions/readState";
import { historyWords } from "../../text/historyWords";
import { WriteList } from "../changes/WriteList";
import { keptPerson } from "../state/keptPreference";
import { usePaneLanguage } from "../words";

export interface AddToHistoryProps {
  /** The last complete run. */
  readonly run: RunRecord;
  /** Sheets of Tierbook's own, the history perhaps among them. */
  readonly sheets: WorkbookState["sheets"];
  readonly onShow: (cell: string) => void;
  /** Called when the writing has ended, well or not. */
  readonly onEnd: () => void;
}

/** Adds the labels of the last run to the table that keeps those of earlier ones. */
export function AddToHistory({ run, sheets, onShow, onEnd }: AddToHistoryProps): ReactElement {
  const styles = useStyles();
  const words = historyWords(usePaneLanguage()).pane;
  const rows = run.segmentations.reduce((sum, { classified, notClassified }) => sum + classified + notClassified, 0);
  const standing = sheets.find(({ id }) => id === "history");
  const tooMany = rows > historyLimits.labels;
  return (
    <section className={styles.history} aria-labelledby="customer-history-title">
      <Subtitle2 as="h2" id="customer-history-title">
        {words.heading}
      </Subtitle2>
      {tooMany ? (
        <Caption1>{words.tooMany(rows, historyLimits.labels)}</Caption1>
      ) : (
        <WriteList
          button={words.add}
          means={standing ? words.standing(standing.name) : words.means(rows, historyLimits.rows)}
          disabled={false}
          write={async (onProgress) =>
            (await addToHistory({ now: new Date(), person: keptPerson(), onProgress })) ?? ""
          }
          onShow={onShow}
          onEnd={onEnd}
        />
      )}
    </section>
  );
}

const useStyles = makeStyles({
  history: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} 0`,
  },
});
