import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { RunResult } from "../../actions/runPlan";
import { missingLooksText } from "../../text/missingLooks";
import { readerText } from "../../text/readerText";
import { useFigures, usePaneLanguage, useWords } from "../words";

export interface WrittenNoteProps {
  readonly result: RunResult;
  readonly onClose: () => void;
}

/** Segments that are named; the table below the note has all of them. */
const namedGroups = 8;

/** What was written: the tiers with their counts, the columns and the sheets. */
export function WrittenNote({ result, onClose }: WrittenNoteProps): ReactElement {
  const { write, data } = useWords();
  const { count, exact } = useFigures();
  const language = usePaneLanguage();
  const differing = result.figures?.differences[0];
  const missing = missingLooksText(language, result.missingLooks);
  const labels = result.columns.filter(({ measure }) => measure === undefined);
  const measures = result.columns.flatMap(({ measure, name }) => (measure === undefined ? [] : [name]));
  return (
    <MessageBar intent={differing === undefined ? "success" : "warning"} layout="multiline" role="status">
      <MessageBarBody>
        <MessageBarTitle>{write.done}</MessageBarTitle>
        {result.outcome.segmentations.map(({ id, groups, notClassified }) => (
          <div key={id}>
            <div>
              {[
                ...groups.slice(0, namedGroups).map(({ name, customers }) => `${name} ${count(customers)}`),
                ...(groups.length > namedGroups ? [data.more(groups.length - namedGroups)] : []),
              ].join(" · ")}
            </div>
            {notClassified.length > 0 && <div>{write.doneNotClassified(notClassified.length)}</div>}
          </div>
        ))}
        {labels.map(({ name, renamed }) => (
          <div key={name}>{renamed ? write.doneRenamed(name) : write.doneColumn(name)}</div>
        ))}
        {measures.length > 0 && <div>{write.doneMeasures(measures.join(data.listComma))}</div>}
        {result.columnsGone.length > 0 && <div>{write.doneGone(result.columnsGone.join(data.listComma))}</div>}
        {result.columnsLeft.map((left) => (
          <div key={left.name}>
            {left.why === "used"
              ? write.doneLeft.used(left.name, readerText(language, left.by))
              : write.doneLeft[left.why](left.name)}
          </div>
        ))}
        {differing !== undefined && (
          <div>
            {write.doneDiffer(
              result.figures?.differences.length ?? 0,
              differing.cell,
              String(differing.shown),
              exact(differing.found),
            )}
          </div>
        )}
        {missing !== null && <div>{missing}</div>}
        <div>{write.doneSheets(result.sheets.map(({ name }) => name).join(data.listComma))}</div>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onClose}>
          {write.close}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
