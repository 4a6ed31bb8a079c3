import type { ChangeKind, CopyChange } from "../../table/raw/cleanTable";
import { addressOf } from "../../workbook/address";
import type { FoundCells } from "../../workbook/askedCells";
import { inExcel } from "../../workbook/inExcel";
import type { ActionOptions } from "../progress";
import { cellOf, readList, tablePlace, type ListAsked, type ReadList } from "./readList";

/** Something that a clean copy leaves out, changes or cannot read. */
export interface ListChange {
  readonly kind: ChangeKind;
  readonly count: number;
  /** The column's name in the copy; null for what is of no column. */
  readonly column: string | null;
  /** The first cells, as the workbook names them. */
  readonly cells: readonly string[];
}

/** What must be declared before a column can be read. */
export interface ListQuestion {
  readonly what: "numbers" | "dates";
  readonly column: string;
  readonly count: number;
  readonly cells: readonly string[];
  /** Per choice how many of the column's texts it reads. */
  readonly reads: Readonly<Record<string, number>>;
}

/** What can be made of a list that is no table yet. */
export interface TableProposal {
  readonly sheet: string;
  /** The cells that were looked at. */
  readonly range: string;
  /** Header and rows, where the list stands. */
  readonly address: string;
  readonly rows: number;
  readonly columns: readonly string[];
  /** The table that it is already; null for none. */
  readonly table: string | null;
  /** Whether it can become a table where it stands. */
  readonly inPlace: boolean;
  /** True where a copy would read more of it than the list as it stands. */
  readonly copyIsBetter: boolean;
  /** Rows of the list that are hidden; asked about before they are copied or left out. */
  readonly hiddenRows: number;
  /** Rows that seem to add up others; asked about in the same way. */
  readonly totalRows: number;
  readonly changes: readonly ListChange[];
  readonly questions: readonly ListQuestion[];
}

/** Cells named per change. */
const cellsNamed = 1000;

/** Changes that leave out what is no part of a list, which a table made in place does as well. */
const outside: readonly ChangeKind[] = ["title-rows", "other-list", "error-cells", "trimmed"];

/**
 * Looks at cells that are no table yet and says what can be made of them. Writes nothing.
 *
 * @throws {Failure} as `readList`
 */
export function proposeTable(asked: ListAsked, { signal, onProgress }: ActionOptions = {}): Promise<TableProposal> {
  return inExcel("workbook", async (session) => proposalOf(await readList(session, asked, onProgress)), { signal });
}

export function proposalOf(list: ReadList): TableProposal {
  const { found, clean, layout, inPlace, hidden, table } = list;
  const endingAlone = layout.totalRows.length === 0;
  const better = clean.changes.some(
    ({ kind }) => !outside.includes(kind) && !(kind === "total-rows" && endingAlone) && kind !== "blank-rows",
  );
  return {
    sheet: found.sheet,
    range: addressOf(found.place),
    address: addressOf(tablePlace(list)),
    rows: clean.rows,
    columns: clean.columns.map(({ name }) => name),
    table,
    inPlace,
    copyIsBetter: !inPlace || better || clean.undeclared.length > 0,
    hiddenRows: hidden.length,
    totalRows: layout.totalRows.length + layout.endingTotals.length,
    changes: clean.changes.map((change) => listChange(found, change)),
    questions: clean.undeclared.map(({ what, column, cells, reads }) => ({
      what,
      column,
      count: cells.length,
      cells: cells.slice(0, cellsNamed).map((cell) => cellOf(found, cell)),
      reads,
    })),
  };
}

function listChange(found: FoundCells, { kind, column, cells }: CopyChange): ListChange {
  return {
    kind,
    count: cells.length,
    column,
    cells: cells.slice(0, cellsNamed).map((cell) => cellOf(found, cell)),
  };
}
