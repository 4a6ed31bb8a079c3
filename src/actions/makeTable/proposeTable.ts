import type { ChangeKind } from "../../table/raw/cleanCell";
import type { CopyChange, Undeclared } from "../../table/raw/cleanTable";
import { unitExponent, unitOfName } from "../../table/raw/unitText";
import type { TitleFacts } from "../../table/raw/titleFacts";
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
  readonly what: Undeclared["what"];
  readonly column: string;
  readonly count: number;
  readonly cells: readonly string[];
  /** Per choice how many of the column's texts it reads. */
  readonly reads: Readonly<Record<string, number>>;
  /** True where something was declared already, and the cells say otherwise. */
  readonly contradicted: boolean;
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
  /** Amounts in cells that are merged over several rows: such a list is refused until they are taken apart. */
  readonly mergedAmounts: readonly { readonly column: string; readonly range: string }[];
  /** Words that commonly mean blank; they count as text until somebody declares them. */
  readonly blankWords: readonly { readonly word: string; readonly count: number; readonly cells: readonly string[] }[];
  /** Where the header was found, as the sheet counts rows. */
  readonly header: { readonly row: number; readonly rows: number };
  /** What the rows above the list say of its unit and its date. */
  readonly title: TitleFacts;
}

/** Cells named per change. */
const cellsNamed = 1000;

/** Changes that leave out what is no part of a list, which a table made in place does as well. */
const outside: readonly ChangeKind[] = [
  "title-rows",
  "other-list",
  "error-cells",
  "trimmed",
  "formulas",
  "currencies",
  "days-among-numbers",
];

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
    questions: clean.undeclared.map(({ what, column, cells, reads, contradicted }) => ({
      ...{ what, column, reads, contradicted, count: cells.length },
      cells: cells.slice(0, cellsNamed).map((cell) => cellOf(found, cell)),
    })),
    mergedAmounts: clean.mergedAmounts.map(({ column, row, index, rows }) => ({
      column,
      range: addressOf({ row: found.place.row + row, column: found.place.column + index, rows, columns: 1 }),
    })),
    blankWords: clean.blankWords.map(({ word, cells }) => ({
      ...{ word, count: cells.length },
      cells: cells.slice(0, cellsNamed).map((cell) => cellOf(found, cell)),
    })),
    header: { row: found.place.row + layout.header.row + 1, rows: layout.header.rows },
    title: { ...list.title, unit: unitOfAll(list) },
  };
}

/** The title's unit, where no column states another: then no one unit holds for the list. */
function unitOfAll({ title: { unit }, names }: ReadList): string | null {
  const exponent = unitExponent(unit);
  const others = names.names.map(unitOfName).filter((own) => own !== null && exponent !== null && own !== exponent);
  return others.length > 0 ? null : unit;
}

function listChange(found: FoundCells, { kind, column, cells }: CopyChange): ListChange {
  return {
    kind,
    count: cells.length,
    column,
    cells: cells.slice(0, cellsNamed).map((cell) => cellOf(found, cell)),
  };
}
