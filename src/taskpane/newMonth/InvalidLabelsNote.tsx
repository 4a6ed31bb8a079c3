import { Caption1 } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { readInvalidLabels } from "../../actions/newMonth/readInvalidLabels";
import { monthWords } from "../../text/month/monthWords";
import { CellLink } from "../shell/CellLink";
import { Disclosure } from "../shell/Disclosure";
import { useLoaded } from "../state/useLoaded";
import type { Pane } from "../state/usePane";
import { usePaneLanguage } from "../words";

export interface InvalidLabelsNoteProps {
  readonly pane: Pane;
}

/** Labels that stand beside other clients than those for whom they were written; nothing where there are none. */
export function InvalidLabelsNote({ pane }: InvalidLabelsNoteProps): ReactElement | null {
  const words = monthWords(usePaneLanguage());
  // What was read again, or edited, is looked at anew.
  const version = `${pane.inspection.busy} ${pane.edited} ${pane.workbook.value?.lastRun?.id ?? ""}`;
  const found = useLoaded({ subject: pane.tableId, version, load: readInvalidLabels }).value;
  if (found === null || found.labels === 0) return null;
  return (
    <div role="status">
      <Disclosure title={words.invalid(found.labels)} open>
        <Caption1>{words.invalidNext}</Caption1>
        <Caption1>
          {found.cells.map((cell) => (
            <span key={cell}>
              <CellLink cell={cell} text={cell.slice(cell.lastIndexOf("!") + 1)} onShow={pane.show} />{" "}
            </span>
          ))}
          {found.labels > found.cells.length && words.invalidMore(found.labels - found.cells.length)}
        </Caption1>
      </Disclosure>
    </div>
  );
}
