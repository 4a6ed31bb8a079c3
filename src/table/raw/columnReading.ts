import { isAmountName, isDateName, isIdName } from "../columnWords";
import { CellKind } from "../customerTable";
import { readDate, type DateReading } from "../readDate";
import { readDateText, type DateOrder } from "../readDateText";
import { numberStyles, readAmountText, type NumberStyle } from "../readNumberText";
import { isProgramsBlank } from "./blankWords";
import { isText } from "./rawCells";
import type { RawColumn } from "./rawTable";
import { settle } from "./settle";
import type { Steps } from "./steps";

/** How cells are read that do not hold what they say. */
export interface CellReading {
  readonly numbers: NumberStyle | null;
  readonly dates: DateReading;
  /** Columns that are written otherwise. */
  readonly columns?: readonly ColumnDeclared[] | undefined;
  /** Words that mean blank. */
  readonly blanks?: readonly string[] | undefined;
  /** True where text of a cell that is merged down stands in each of its rows. */
  readonly fillMerged?: boolean | undefined;
  /** The unit that the title states for all amounts; null for none. */
  readonly unit?: string | null | undefined;
}

/** What a person said of one column. */
export interface ColumnDeclared {
  readonly column: string;
  readonly numbers?: NumberStyle | undefined;
  readonly dates?: DateOrder | undefined;
  readonly blanks?: readonly string[] | undefined;
}

/** What the cells of a column are read as. */
export type ColumnReading = "as-they-are" | "numbers" | "dates";

/** What a column's cells say, and how they are read. */
export interface ColumnFacts {
  readonly reading: ColumnReading;
  readonly style: NumberStyle | null;
  readonly order: DateOrder | null;
  /** Cells of text that are read only once somebody declares how: their rows. */
  readonly undeclared: readonly number[];
  /** Cells that say otherwise than what was declared, where most do or another choice reads all: their rows. */
  readonly contradicted: readonly number[];
  /** Per style of numbers, or order of dates, how many of the column's texts it reads. */
  readonly reads: Readonly<Record<string, number>>;
  /** True where zeros in front of other digits are no sign of ids. */
  readonly zerosFirst: boolean;
}

const orders = ["ymd", "dmy", "mdy"] as const;
/** Share of the cells with a zero in front up to which they are slips among numbers. */
const mostZerosFirst = 0.2;

interface TextCell {
  readonly row: number;
  readonly text: string;
}

/**
 * What a column is read as: numbers, or days, where at least half of its filled cells are such, or its name says so and
 * some are. Ids stay what they are: columns named like one, and those with a zero in front of other digits. Yields once
 * a row.
 *
 * @param rows - the rows of the list
 */
export function* columnFacts(
  column: RawColumn,
  name: string,
  rows: readonly number[],
  reading: CellReading,
): Steps<ColumnFacts> {
  const declared = reading.columns?.find((each) => each.column === name);
  const preferDays = declared?.dates !== undefined || (isDateName(name) && declared?.numbers === undefined);
  const { filled, days, amounts, zeroFirst, dayTexts, numberTexts } = yield* cellsSaying(
    column,
    name,
    rows,
    reading,
    preferDays,
  );
  const found = days + dayTexts.length;
  if (filled === 0 || isIdName(name)) return asTheyAre;
  if (found > 0 && (found * 2 >= filled || preferDays)) {
    return yield* dateFacts(column, rows, dayTexts, {
      declared: declared?.dates,
      general: reading.dates.order,
      preferDays,
    });
  }
  const mostlyAmounts = isAmountName(name) || (amounts * 2 > filled && zeroFirst <= mostZerosFirst * filled);
  if (zeroFirst > 0 && !mostlyAmounts) return asTheyAre;
  if (numberTexts.length === 0 || (amounts + numberTexts.length) * 2 < filled) return asTheyAre;
  return yield* numberFacts(numberTexts, declared?.numbers, reading.numbers);
}

/** How many cells say what, and the texts that can be read. */
interface Saying {
  readonly filled: number;
  readonly days: number;
  readonly amounts: number;
  readonly zeroFirst: number;
  readonly dayTexts: readonly TextCell[];
  readonly numberTexts: readonly TextCell[];
}

function* cellsSaying(
  column: RawColumn,
  name: string,
  rows: readonly number[],
  reading: CellReading,
  preferDays: boolean,
): Steps<Saying> {
  let [filled, days, amounts, zeroFirst] = [0, 0, 0, 0];
  const [dayTexts, numberTexts]: [TextCell[], TextCell[]] = [[], []];
  for (const row of rows) {
    yield;
    const kind = column.kinds[row];
    if (kind === CellKind.number) {
      filled++;
      if (column.dated[row] === 1 || (preferDays && isCompactDay(String(column.numbers[row])))) days++;
      else amounts++;
    } else if (isText(column, row)) {
      const text = column.texts[row] ?? "";
      if (meansBlank(text, name, reading, true)) continue;
      filled++;
      if (/^\s*0\d+\s*$/.test(text.normalize("NFKC"))) zeroFirst++;
      const isNumber = readAmountText(text, null) !== null;
      if ((preferDays || !isNumber) && saysDay(text, preferDays)) dayTexts.push({ row, text });
      else if (isNumber) numberTexts.push({ row, text });
    }
  }
  return { filled, days, amounts, zeroFirst, dayTexts, numberTexts };
}

const asTheyAre: ColumnFacts = {
  ...{
    reading: "as-they-are",
    style: null,
    order: null,
    undeclared: [],
    contradicted: [],
    reads: {},
    zerosFirst: false,
  },
};

function* numberFacts(
  found: readonly TextCell[],
  own: NumberStyle | undefined,
  general: NumberStyle | null,
): Steps<ColumnFacts> {
  const read = (text: string, style: NumberStyle | null): number | null => numberOf(readAmountText(text, style));
  const { only, reads } = yield* settle(numberStyles, texts(found), read);
  const open = found.filter(({ text }) => read(text, null) === null);
  const style = own ?? general ?? only;
  const against = open.filter(({ text }) => style !== null && read(text, style) === null);
  const isAgainst = contradicts({ own, general, only, open: open.length, against: against.length });
  return {
    ...{ reading: "numbers", style, order: null, reads, zerosFirst: true },
    undeclared: style === null ? rowsOf(open) : [],
    contradicted: isAgainst ? rowsOf(against) : [],
  };
}

function* dateFacts(
  column: RawColumn,
  rows: readonly number[],
  found: readonly TextCell[],
  {
    declared,
    general,
    preferDays,
  }: { declared: DateOrder | undefined; general: DateOrder | null; preferDays: boolean },
): Steps<ColumnFacts> {
  const compact = preferDays
    ? rows.flatMap((row) =>
        column.kinds[row] === CellKind.number && column.dated[row] === 0 ? [String(column.numbers[row])] : [],
      )
    : [];
  const read = (text: string, order: DateOrder | null): number | null => numberOf(readDateText(text, order));
  const all = [...texts(found), ...compact.filter(isCompactDay)];
  const { only, reads } = yield* settle(orders, all, read);
  const open = found.filter(({ text }) => read(text, null) === null);
  const order = declared ?? general ?? only;
  const against = open.filter(({ text }) => order !== null && read(text, order) === null);
  const isAgainst = contradicts({ own: declared, general, only, open: open.length, against: against.length });
  return {
    ...{ reading: "dates", style: null, order, reads, zerosFirst: false },
    undeclared: order === null ? rowsOf(open) : [],
    contradicted: isAgainst ? rowsOf(against) : [],
  };
}

/** A declaration for the column holds unless most cells say otherwise; one for all columns gives way where cells are clear. */
function contradicts(facts: {
  readonly own: string | undefined;
  readonly general: string | null;
  readonly only: string | null;
  readonly open: number;
  readonly against: number;
}): boolean {
  const { own, general, only, open, against } = facts;
  if (against === 0) return false;
  if (against * 2 > open) return true;
  return own === undefined && general !== null && only !== null && only !== general;
}

function texts(found: readonly TextCell[]): readonly string[] {
  return found.map(({ text }) => text);
}

function rowsOf(found: readonly TextCell[]): readonly number[] {
  return found.map(({ row }) => row);
}

function numberOf(read: ReturnType<typeof readAmountText> | ReturnType<typeof readDateText>): number | null {
  if (typeof read === "number") return read;
  return read === null || read === "order" || read === "style" ? null : read.number;
}

/** True for a text that names a day or a month, in some order; digits on end only where days are expected. */
function saysDay(text: string, expected: boolean): boolean {
  return readDateText(text, null) !== null || (expected && isCompactDay(text));
}

/** Eight digits that are a day with the year in front or behind, or six that are a year and a month. */
function isCompactDay(text: string): boolean {
  const plain = text.normalize("NFKC").trim();
  if (/^\d{6}$/.test(plain)) return readDateText(plain, "ymd") !== null;
  return /^\d{8}$/.test(plain) && orders.some((order) => readDateText(plain, order) !== null);
}

/**
 * True for a text that was declared to mean blank. A word for all columns means it among numbers and days; among words it
 * may be a value, unless only programs write it.
 *
 * @param valued - whether the column is one of numbers or days
 */
export function meansBlank(text: string, name: string, { blanks, columns }: CellReading, valued: boolean): boolean {
  const plain = plainWord(text);
  const own = columns?.find((each) => each.column === name)?.blanks;
  if (own !== undefined) return own.some((word) => plainWord(word) === plain);
  if (blanks === undefined || !(valued || isProgramsBlank(text))) return false;
  return blanks.some((word) => plainWord(word) === plain);
}

function plainWord(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}

/** The day of a cell, or null where it is none. */
export function dayOf(column: RawColumn, row: number, dates: DateReading): number | null {
  const day = readDate(column, row, dates);
  return typeof day === "number" ? day : null;
}
