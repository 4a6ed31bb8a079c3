import type { Content } from "../columns";
import { isAmountName, isIdName } from "../columnWords";
import { currencyOfFormat, currencyOfHeader, distinctCurrencies } from "../currencies";
import { CellKind } from "../customerTable";
import { readAmountText } from "../readNumberText";
import { isProgramsBlank, saysBlank } from "./blankWords";
import { cleanCell, type ChangeKind, type ColumnContext } from "./cleanCell";
import type { ColumnNames } from "./columnNames";
import { columnFacts, dayOf, meansBlank, type CellReading, type ColumnFacts } from "./columnReading";
import type { Layout } from "./findLayout";
import { isBlank, isText, mergeAt } from "./rawCells";
import type { RawColumn, RawTable } from "./rawTable";
import type { Steps } from "./steps";
import { unitExponent, unitOfName } from "./unitText";

/** One kind of change to one column, or to the list as a whole. */
export interface CopyChange {
  readonly kind: ChangeKind;
  /** The column's name in the copy; null for what is of no column. */
  readonly column: string | null;
  /** The cells, in the range's own counting from zero; of rows and columns the first. */
  readonly cells: readonly { readonly row: number; readonly column: number }[];
}

export interface CleanColumn {
  readonly name: string;
  readonly kind: "text" | "numbers" | "dates";
  readonly cells: readonly Content[];
  /** The number format of most cells, and per cell one that says something else; null where none does. */
  readonly format: string;
  readonly formats: readonly (string | null)[] | null;
}

/** Which rows that are perhaps no customers a copy keeps. */
export interface KeptRows {
  /** Hidden rows that are left out. */
  readonly hidden: readonly number[];
  readonly totals: boolean;
}

/** A list as it would stand in a table of its own. */
export interface CleanTable {
  readonly columns: readonly CleanColumn[];
  readonly rows: number;
  /** The rows of the range that the rows of the copy come from. */
  readonly from: readonly number[];
  readonly changes: readonly CopyChange[];
  /** What must be declared before cells can be read, with the cells concerned. */
  readonly undeclared: readonly Undeclared[];
  /** Amounts in cells that are merged over several rows: nobody can say how much is whose. */
  readonly mergedAmounts: readonly MergedAmount[];
  /** Words that commonly mean blank and are not declared to, the most frequent first. */
  readonly blankWords: readonly { readonly word: string; readonly cells: CopyChange["cells"] }[];
}

export interface Undeclared {
  /** "merged": whether the text of a cell that is merged down stands in each of its rows. */
  readonly what: "numbers" | "dates" | "merged";
  readonly column: string;
  readonly cells: CopyChange["cells"];
  /** Per choice how many of the column's texts it reads. */
  readonly reads: Readonly<Record<string, number>>;
  /** True where something was declared, and the cells say otherwise. */
  readonly contradicted: boolean;
}

export interface MergedAmount {
  readonly column: string;
  /** The first cell of the merged ones, and the rows over which they go. */
  readonly row: number;
  readonly index: number;
  readonly rows: number;
}

/**
 * A clean copy of a list: one row of names, no blank rows, no totals, numbers and days that were text as what they say,
 * and text without spaces at its ends. What cannot be read stays as it is. Everything that differs from the original is
 * listed. Yields once a cell.
 *
 * @param kept - hidden rows that are to be left out, and whether rows of totals stay
 */
export function* cleanTable(
  table: RawTable,
  layout: Layout,
  { names, joined, missing, repeated }: ColumnNames,
  reading: CellReading,
  kept: KeptRows = { hidden: [], totals: false },
): Steps<CleanTable> {
  const first = layout.columns[0] ?? 0;
  const inList = (row: number): boolean => row >= layout.firstRow && row <= layout.lastRow;
  const hiddenRows = kept.hidden.filter(inList);
  const hiding = new Set(hiddenRows);
  const totals = kept.totals ? [] : [...layout.totalRows, ...layout.endingTotals].filter((row) => !hiding.has(row));
  const shown = (rows: readonly number[]): readonly number[] => rows.filter((row) => !hiding.has(row));
  const [sections, again] = [shown(layout.sectionRows), shown(layout.repeatedRows)];
  const without = new Set([...layout.blankRows, ...totals, ...hiddenRows, ...sections, ...again]);
  const rows: number[] = [];
  for (let row = layout.firstRow; row <= layout.lastRow; row++) if (!without.has(row)) rows.push(row);
  const ofRows = (kind: ChangeKind, at: readonly number[]): CopyChange => ({
    kind,
    column: null,
    cells: at.map((row) => ({ row, column: first })),
  });
  const ofNames = (kind: ChangeKind, at: readonly number[]): CopyChange => ({
    kind,
    column: null,
    cells: at.map((i) => ({ row: layout.header.row, column: layout.columns[i]! })),
  });
  const cleaned: Cleaned[] = [];
  for (const [i, index] of layout.columns.entries()) {
    const place = { table, index, layout, rows };
    cleaned.push(yield* cleanColumn(place, names[i]!, reading));
  }
  const changes = [
    ofRows("title-rows", layout.otherRows),
    ofRows("blank-rows", layout.blankRows),
    ofRows("hidden-rows", hiddenRows),
    ofRows("total-rows", totals),
    ofRows("section-rows", sections),
    ofRows("repeated-rows", again),
    ofRows("other-list", layout.otherList === null ? [] : [layout.otherList]),
    {
      kind: "blank-columns" as const,
      column: null,
      cells: layout.blankColumns.map((column) => ({ row: layout.header.row, column })),
    },
    ofNames("joined-names", joined),
    ofNames("missing-names", missing),
    ofNames("repeated-names", repeated),
    ...cleaned.flatMap((each) => each.changes),
  ];
  const words = new Map<string, CopyChange["cells"][number][]>();
  for (const { word, cell } of cleaned.flatMap((each) => each.blankWords)) {
    const cells = words.get(word);
    if (cells) cells.push(cell);
    else words.set(word, [cell]);
  }
  return {
    columns: cleaned.map(({ column }) => column),
    rows: rows.length,
    from: rows,
    changes: changes.filter(({ cells }) => cells.length > 0),
    undeclared: cleaned.flatMap((each) => each.undeclared),
    mergedAmounts: cleaned.flatMap((each) => each.mergedAmounts),
    blankWords: [...words].map(([word, cells]) => ({ word, cells })).sort((a, b) => b.cells.length - a.cells.length),
  };
}

interface Place {
  readonly table: RawTable;
  readonly index: number;
  readonly layout: Layout;
  readonly rows: readonly number[];
}

interface Cleaned {
  readonly column: CleanColumn;
  readonly changes: readonly CopyChange[];
  readonly undeclared: readonly Undeclared[];
  readonly mergedAmounts: readonly MergedAmount[];
  readonly blankWords: readonly { readonly word: string; readonly cell: CopyChange["cells"][number] }[];
}

const dayFormat = "yyyy-mm-dd";

function* cleanColumn(place: Place, name: string, reading: CellReading): Steps<Cleaned> {
  const { table, index, rows } = place;
  const column = table.columns[index]!;
  const facts = yield* columnFacts(column, name, rows, reading);
  const found = new Map<ChangeKind, number[]>();
  const note = (kind: ChangeKind, row: number): void => void (found.get(kind) ?? newList(found, kind)).push(row);
  const unit = yield* unitOf(column, name, rows, facts, reading);
  const context: ColumnContext = { column, name, facts, reading, unit, note };
  const cells: Content[] = [];
  const formats: (string | null)[] = [];
  const [open, amounts]: [number[], MergedAmount[]] = [[], []];
  for (const row of rows) {
    yield;
    const origin = mergedFrom(place, row);
    let { content, format = null } = cleanCell(context, row);
    if (origin !== null) {
      const isText = typeof column.texts[origin.row] === "string" || isIdName(name) || column.dated[origin.row] === 1;
      if (!isText || isAmountText(facts, column, origin.row)) {
        if (!amounts.some((each) => each.row === origin.row)) {
          amounts.push({ column: name, index, row: origin.row, rows: origin.rows });
        }
      } else if (reading.fillMerged === true) {
        ({ content, format = null } = cleanCell({ ...context, note: () => undefined }, origin.row));
        note("filled", row);
      } else open.push(row);
    }
    // An error value is listed as one already.
    if (column.formulas[row] === 1 && column.kinds[row] !== CellKind.error) note("formulas", row);
    cells.push(content);
    formats.push(format);
  }
  const at = (row: number): { row: number; column: number } => ({ row, column: index });
  const numeric = rows.some((row) => column.kinds[row] === CellKind.number);
  const kind = facts.reading === "as-they-are" ? (numeric ? "numbers" : "text") : facts.reading;
  const shown = shownAs(context, rows, cells, formats);
  for (const row of currencyRows(name, rows, shown)) note("currencies", row);
  const ask = (what: Undeclared["what"], where: readonly number[], more: Partial<Undeclared> = {}): Undeclared[] =>
    where.length === 0
      ? []
      : [{ what, column: name, cells: where.map(at), reads: facts.reads, contradicted: false, ...more }];
  const what = facts.reading === "dates" ? "dates" : "numbers";
  return {
    column: { name, kind, cells, ...shown },
    changes: [...found].map(([each, where]) => ({ kind: each, column: name, cells: where.map(at) })),
    undeclared: [
      ...ask(what, facts.undeclared),
      ...ask(what, facts.contradicted, { contradicted: true }),
      ...ask("merged", open, { reads: { fill: open.length } }),
    ],
    mergedAmounts: amounts,
    blankWords: blankWordsIn(context, rows).map(({ word, row }) => ({ word, cell: at(row) })),
  };
}

/** The cell from which a blank one is merged down, within the list; null for a cell of its own. */
function mergedFrom(
  { table, index, layout }: Place,
  row: number,
): { readonly row: number; readonly rows: number } | null {
  const merge = mergeAt(table, row, index);
  if (merge === undefined || merge.row === row || merge.column !== index || merge.row < layout.firstRow) return null;
  return isBlank(table.columns[index]!, merge.row) ? null : { row: merge.row, rows: merge.rows };
}

function isAmountText({ reading }: ColumnFacts, column: RawColumn, row: number): boolean {
  return reading === "numbers" && isText(column, row) && readAmountText(column.texts[row] ?? "", null) !== null;
}

/** The unit that a column's amounts are stated in: by its name, or by the title where its name is one of amounts. */
function* unitOf(
  column: RawColumn,
  name: string,
  rows: readonly number[],
  { reading, style }: ColumnFacts,
  { unit }: CellReading,
): Steps<number | null> {
  const stated = unitOfName(name) ?? (isAmountName(name) ? unitExponent(unit ?? null) : null);
  if (stated !== null || reading !== "numbers") return stated;
  // Where every amount has its own unit, nothing is left to be stated.
  for (const row of rows) {
    yield;
    if (column.kinds[row] === CellKind.number && column.numbers[row] !== 0) return null;
    const amount = isText(column, row) ? readAmountText(column.texts[row] ?? "", style) : null;
    if (amount !== null && typeof amount === "object" && amount.exponent === 0 && amount.number !== 0) return null;
  }
  return 0;
}

function blankWordsIn(
  { column, name, facts, reading }: ColumnContext,
  rows: readonly number[],
): readonly { readonly word: string; readonly row: number }[] {
  return rows.flatMap((row) => {
    if (!isText(column, row)) return [];
    const text = column.texts[row] ?? "";
    const valued = facts.reading !== "as-they-are" || isAmountName(name);
    if (!(valued ? saysBlank(text) : isProgramsBlank(text)) || meansBlank(text, name, reading, valued)) return [];
    return [{ word: text.normalize("NFKC").trim(), row }];
  });
}

/** The number format of most cells, and of each cell whose format says something else. */
function shownAs(
  { column, facts }: ColumnContext,
  rows: readonly number[],
  cells: readonly Content[],
  own: readonly (string | null)[],
): Pick<CleanColumn, "format" | "formats"> {
  const days = facts.reading === "dates" ? { order: facts.order, from1904: false } : null;
  const given = rows.map((row, i) => {
    if (typeof cells[i] !== "number") return null;
    if (own[i] !== null && own[i] !== undefined) return own[i];
    if (days !== null && (column.kinds[row] !== CellKind.number || dayOf(column, row, days) !== null)) return dayFormat;
    // Text format would keep the numbers to come as text.
    return column.kinds[row] === CellKind.number ? formatOf(column, row).replace(/^@$/, "General") : null;
  });
  const counts = new Map<string, number>();
  for (const format of given) if (format !== null) counts.set(format, (counts.get(format) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  const format = most?.[0] ?? (days === null ? "General" : dayFormat);
  const formats = given.map((each) => (each === format ? null : each));
  return { format, formats: formats.some((each) => each !== null) ? formats : null };
}

function formatOf({ formats }: RawColumn, row: number): string {
  return formats?.names[formats.of[row] ?? 0] ?? "General";
}

/** The first row of each currency that a column's formats and name say, where they say several. */
function currencyRows(
  name: string,
  rows: readonly number[],
  { format, formats }: Pick<CleanColumn, "format" | "formats">,
): readonly number[] {
  const known = new Map<string, string | null>();
  const found = new Map<string, number>();
  rows.forEach((row, i) => {
    const shown = formats?.[i] ?? format;
    const currency = known.get(shown) ?? currencyOfFormat(shown);
    known.set(shown, currency);
    if (currency !== null && !found.has(currency)) found.set(currency, row);
  });
  const first = [...found.values()];
  const named = currencyOfHeader(name);
  const all = named === null || found.has(named) ? found : new Map<string, number>([...found, [named, -1]]);
  return distinctCurrencies(all).size > 1 ? first : [];
}

function newList(found: Map<ChangeKind, number[]>, kind: ChangeKind): number[] {
  const list: number[] = [];
  found.set(kind, list);
  return list;
}
