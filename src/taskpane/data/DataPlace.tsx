import type { ReactElement } from "react";

import { carryPart } from "../carry/carryPart";
import { FailureNote } from "../shell/FailureNote";
import { Later } from "../shell/Later";
import { Waiting } from "../shell/Waiting";
import type { Pane } from "../state/usePane";
import { useWords } from "../words";
import { chosenTablePart } from "./chosenTablePart";
import { listPart } from "./list/listPart";
import { NoTable } from "./NoTable";
import { SampleOffer } from "./sample/SampleOffer";
import { TableChoice } from "./TableChoice";

export interface DataPlaceProps {
  readonly pane: Pane;
}

/** Which table holds the customers, and what is in it. */
export function DataPlace({ pane }: DataPlaceProps): ReactElement {
  const { data } = useWords();
  const { tables, tableId, inspection, workbook } = pane;
  if (tables.failure !== null) return <FailureNote failure={tables.failure} onRetry={tables.reload} />;
  if (tables.value === null || (workbook.value === null && workbook.busy)) return <Waiting text={data.looking} />;
  const others = (
    <>
      <Later part={listPart}>{({ ListOffer }) => <ListOffer pane={pane} />}</Later>
      {workbook.value?.plan === null && (
        <Later part={carryPart}>{({ CarryOffer }) => <CarryOffer pane={pane} />}</Later>
      )}
      <SampleOffer pane={pane} />
    </>
  );
  if (tables.value.length === 0) {
    return (
      <NoTable busy={tables.busy} onLookAgain={tables.reload}>
        {others}
      </NoTable>
    );
  }
  if (tableId === null) {
    return (
      <TableChoice tables={tables.value} busy={tables.busy} onChoose={pane.chooseTable} onLookAgain={tables.reload}>
        {others}
      </TableChoice>
    );
  }
  if (inspection.value !== null && pane.form !== null) {
    const chosen = { pane, inspection: inspection.value, form: pane.form };
    return <Later part={chosenTablePart}>{({ ChosenTable }) => <ChosenTable {...chosen} />}</Later>;
  }
  if (inspection.failure !== null) {
    return (
      <FailureNote
        failure={inspection.failure}
        onRetry={inspection.reload}
        another={{ word: data.another, act: () => pane.chooseTable(null) }}
      />
    );
  }
  return <Waiting text={data.inspecting(tables.value.find(({ id }) => id === tableId)?.name ?? "")} />;
}
