import { useState } from "react";

import { findTables, type FoundTable } from "../../actions/findTables";
import { inspectTable, type TableInspection } from "../../actions/inspectTable";
import type { Plan } from "../../plan/plan";
import { type Loaded, useLoaded } from "./useLoaded";

/** What a person said of a list before it was a table. */
export interface SaidOfTable {
  readonly reading: Plan["reading"];
  readonly unit?: string | null;
  readonly date?: string | null;
}

/** The tables of the workbook, and what is in the chosen one. */
export interface ChosenTableState {
  readonly tables: Loaded<readonly FoundTable[]>;
  /** Id of the chosen table, or null while the user has the choice. */
  readonly tableId: string | null;
  /** The table of the stored plan, as far as the workbook has it. */
  readonly storedTable: string | null;
  /** What a person said of the chosen table before it was one; null where nobody did. */
  readonly said: SaidOfTable | null;
  readonly choose: (id: string | null, said?: SaidOfTable) => void;
  readonly inspection: Loaded<TableInspection>;
}

interface Choice {
  readonly tableId: string | null;
  readonly said: SaidOfTable | null;
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
    said: choice?.said ?? null,
    choose: (id, said) => setChoice({ tableId: id, said: said ?? null }),
    inspection,
  };
}
