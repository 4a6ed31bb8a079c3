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
  readonly choose: (id: string | null) => void;
  readonly inspection: Loaded<TableInspection>;
}

/** Chooses the table of the stored plan until the user chooses one. */
export function useTable(stored: Plan | null): ChosenTableState {
  const tables = useLoaded({ subject: "tables", load: findTables });
  const [choice, choose] = useState<{ readonly tableId: string | null } | null>(null);
  const storedTable = tables.value?.find(({ id }) => id === stored?.table.id)?.id ?? null;
  const tableId = choice === null ? storedTable : choice.tableId;
  const inspection = useLoaded({ subject: tableId, load: (signal) => inspectTable(tableId ?? "", { signal }) });
  return { tables, tableId, storedTable, choose: (id) => choose({ tableId: id }), inspection };
}
