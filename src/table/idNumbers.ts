import { CellKind, type Column } from "./customerTable";
import { keyText } from "./keyText";
import { numberTable } from "./numberTable";
import { shortTextTable } from "./shortTextTable";

/** Stands for a cell that holds no id. */
export const noId = -2;
/** Stands for an id that has no number. */
export const unknownId = -1;

/** Numbers by ids: two cells have one number exactly where `keyText` says the same of them. */
export interface IdNumbers {
  /** The number of the id in a cell; `noId` or `unknownId` where there is none. */
  find(column: Column, row: number): number;
  /** The same, but an id without a number gets the given one, from zero on. */
  add(column: Column, row: number, number: number): number;
}

/**
 * Ids that are numbers are kept as numbers, also where they are written as text; short plain texts by their characters,
 * and only the others as texts: a map of texts takes several times as long for a million ids.
 *
 * @param ids - the ids that will be given numbers, to know how many there may be and how close together; others are no harm
 */
export function idNumbers(ids: Column): IdNumbers {
  const byNumber = numberTable(ids.numbers);
  const byShortText = shortTextTable(ids.kinds.length);
  const byText = new Map<string, number>();
  return {
    find(column, row) {
      if (column.kinds[row] === CellKind.number) return byNumber.find(column.numbers[row]!);
      const plain = plainText(column, row);
      const short = plain === null ? null : byShortText.find(plain);
      if (short !== null) return short;
      const text = keyText(column, row);
      if (text === "") return noId;
      const number = numberIn(text);
      if (number !== null) return byNumber.find(number);
      return byShortText.find(text) ?? byText.get(text) ?? unknownId;
    },
    add(column, row, next) {
      if (column.kinds[row] === CellKind.number) return byNumber.add(column.numbers[row]!, next);
      const plain = plainText(column, row);
      const short = plain === null ? null : byShortText.add(plain, next);
      if (short !== null) return short;
      const text = keyText(column, row);
      if (text === "") return noId;
      const number = numberIn(text);
      if (number !== null) return byNumber.add(number, next);
      const known = byShortText.add(text, next) ?? byText.get(text);
      if (known === undefined) byText.set(text, next);
      return known ?? next;
    },
  };
}

const [space, zero, nine, minus] = [32, 48, 57, 45];

/** The text of a cell that needs no trimming and is no number; null for any other cell. */
function plainText(column: Column, row: number): string | null {
  const text = column.texts[row];
  if (column.kinds[row] !== CellKind.text || typeof text !== "string" || text === "") return null;
  const first = text.charCodeAt(0);
  if (first <= space || text.charCodeAt(text.length - 1) <= space || mayBeNumber(first)) return null;
  return text;
}

function mayBeNumber(first: number): boolean {
  return first === minus || (first >= zero && first <= nine);
}

/** The number that is written like this; null for any other text, such as "007". */
function numberIn(text: string): number | null {
  if (!mayBeNumber(text.charCodeAt(0))) return null;
  const number = Number(text);
  return String(number) === text ? number : null;
}
