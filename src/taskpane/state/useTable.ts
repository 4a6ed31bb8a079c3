import { useState } from "react";

import { findTables, type FoundTable } from "../../actions/findTables";
import { inspectTable, type TableInspection } from "../../actions/inspectTable";
import type { Plan } from "../../plan/plan";
import { type Loaded, useLoaded } from "./useLoaded";

/** The tables of the workbook, and what is in the chosen one. */
export interface ChosenTableState {
  readonly tables: Loaded<readonly FoundTable[]>;
  /** Id of the chosen table, or null while the user has the choice. */
  readonly tableId: string | null;
  /** The table of the stored plan, as far as the workbook has it. */
  readonly storedTable: string | null;
  /** What a person said of the reading of the chosen table before it was one; null where nobody did. */
  readonly reading: Plan["reading"] | null;
  readonly choose: (id: string | null, reading?: Plan["reading"]) => void;
  readonly inspection: Loaded<TableInspection>;
}

interface Choice {
  readonly tableId: string | null;
  readonly reading: Plan["reading"] | null;
}

/** Chooses the table of the stored plan until the user chooses one. */
export function useTable(stored: Plan | null): ChosenTableState {
  const tables = useLoaded({ subject: "tables", load: findTables });
  const [choice, setChoice] = useState<Choice | null>(null);
  const storedTable = tables.value?.find(({ id }) => id === stored?.table.id)?.id ?? null;
  const tableId = choice === null ? storedTable : choice.tableId;
  const inspection = useLoaded({ subject: tableId, load: (signal) => inspectTable(tableId ?? "", { signal }) });
  return {
    tables,
    tableId,
    storedTable,
    reading: choice?.reading ?? null,
    choose: (id, reading) => setChoice({ tableId: id, reading: reading ?? null }),
    inspection,
  };
}
