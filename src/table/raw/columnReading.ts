import { CellKind } from "../customerTable";
import { readDate, type DateReading } from "../readDate";
import { readDateText } from "../readDateText";
import { numberStyles, readNumberText, type NumberStyle } from "../readNumberText";
import { isText } from "./rawCells";
import type { RawColumn } from "./rawTable";
import type { Steps } from "./steps";

/** How cells are read that do not hold what they say. */
export interface CellReading {
  readonly numbers: NumberStyle | null;
  readonly dates: DateReading;
}

/** What the cells of a column are read as. */
export type ColumnReading = "as-they-are" | "numbers" | "dates";

/** What a column's cells say, and in how many of them. */
export interface ColumnFacts {
  readonly reading: ColumnReading;
  /** Cells of text that are a number or a day whatever is declared. */
  readonly plain: number;
  /** Cells of text that are one only once somebody declares how: their rows. */
  readonly undeclared: readonly number[];
  /** Per style of numbers, or order of dates, how many of the column's texts it reads. */
  readonly reads: Readonly<Record<string, number>>;
}

const dateName = /\bdate\b|\bday$|_dt$|日期|时间|日$/iu;
const idName =
  /(^|[\s_-])(id|no|nr|key|code|account|phone|tel|mobile|zip|postcode)\.?$|编号|代号|代码|账号|证件|电话|手机|邮编/iu;
/** True for a column that is named like one of ids, whose digits are no amount. */
export function isIdName(name: string): boolean {
  return idName.test(name);
}

const orders = ["ymd", "dmy", "mdy"] as const;

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
  { numbers, dates }: CellReading,
): Steps<ColumnFacts> {
  let filled = 0;
  let days = 0;
  let amounts = 0;
  let zeroFirst = 0;
  const texts: {
    row: number;
    text: string;
    number: ReturnType<typeof readNumberText>;
    day: ReturnType<typeof readDateText>;
  }[] = [];
  for (const row of rows) {
    yield;
    const kind = column.kinds[row];
    if (kind === CellKind.number) {
      filled++;
      if (column.dated[row] === 1) days++;
      else amounts++;
    } else if (isText(column, row)) {
      filled++;
      const text = column.texts[row] ?? "";
      if (/^\s*0\d+\s*$/.test(text)) zeroFirst++;
      const number = readNumberText(text, numbers);
      const day = number === null ? readDateText(text, dates.order) : null;
      if (number !== null || day !== null) texts.push({ row, text, number, day });
    }
  }
  const dateTexts = texts.filter(({ day }) => day !== null).length;
  const numberTexts = texts.length - dateTexts;
  const isDates = (days + dateTexts) * 2 >= filled || (dateName.test(name) && days + dateTexts > 0);
  const isNumbers = (amounts + numberTexts) * 2 >= filled && numberTexts > 0;
  const asIs = { reading: "as-they-are", plain: 0, undeclared: [], reads: {} } as const;
  if (filled === 0 || isIdName(name) || zeroFirst > 0) return asIs;
  if (isDates && days + dateTexts > 0) {
    const found = texts.filter(({ day }) => day !== null);
    return {
      reading: "dates",
      plain: found.filter(({ day }) => day !== "order").length,
      undeclared: found.flatMap(({ row, day }) => (day === "order" ? [row] : [])),
      reads: yield* counted(orders, found, (text, order) => typeof readDateText(text, order) === "number"),
    };
  }
  if (!isNumbers) return asIs;
  const found = texts.filter(({ number }) => number !== null);
  return {
    reading: "numbers",
    plain: found.filter(({ number }) => number !== "style").length,
    undeclared: found.flatMap(({ row, number }) => (number === "style" ? [row] : [])),
    reads: yield* counted(numberStyles, found, (text, style) => typeof readNumberText(text, style) === "number"),
  };
}

/** Per choice how many texts it reads. */
function* counted<T extends string>(
  choices: readonly T[],
  texts: readonly { readonly text: string }[],
  reads: (text: string, choice: T) => boolean,
): Steps<Record<T, number>> {
  const counts = Object.fromEntries(choices.map((choice) => [choice, 0])) as Record<T, number>;
  for (const { text } of texts) {
    yield;
    for (const choice of choices) if (reads(text, choice)) counts[choice]++;
  }
  return counts;
}

/** The day of a cell, or null where it is none. */
export function dayOf(column: RawColumn, row: number, dates: DateReading): number | null {
  const day = readDate(column, row, dates);
  return typeof day === "number" ? day : null;
}
