import { contentText } from "../contentText";
import { CellKind } from "../customerTable";
import { dayThatNeverWas, lastDay } from "../dayNumber";
import { dayText } from "../dayText";
import type { Layout } from "./findLayout";
import { isBlank, mergeAt } from "./rawCells";
import { isInstruction } from "./informationText";
import type { RawColumn, RawTable } from "./rawTable";

/** The names of a list's columns, and what had to be made of what stands there. */
export interface ColumnNames {
  readonly names: readonly string[];
  /** Names that are joined from several rows, were missing, or stand twice: indices of the columns. */
  readonly joined: readonly number[];
  readonly missing: readonly number[];
  readonly repeated: readonly number[];
}

const longestName = 255;

/**
 * The names of the columns from all rows of the header: "客户流失率 信誉评级A". A column without a name is called by
 * its letters, and one whose name stands before it already gets a number.
 *
 * @param unnamed - what a column without a name is called, by its letters: "Column H"
 */
export function columnNames(table: RawTable, layout: Layout, unnamed: (letters: string) => string): ColumnNames {
  const { header, columns } = layout;
  const parts = columns.map((column) => partsOf(table, header, column));
  const taken = new Set<string>();
  const repeated: number[] = [];
  const names = parts.map((words, i) => {
    const word = words.join(" ").slice(0, longestName - 8);
    const wanted = word === "" ? unnamed(table.columns[columns[i]!]!.name) : word;
    for (let number = 1; ; number++) {
      const name = number === 1 ? wanted : `${wanted} (${number})`;
      if (taken.has(alike(name))) continue;
      taken.add(alike(name));
      if (number > 1) repeated.push(i);
      return name;
    }
  });
  const which = (fit: (words: readonly string[]) => boolean): readonly number[] =>
    parts.flatMap((words, i) => (fit(words) ? [i] : []));
  return {
    names,
    joined: which((words) => words.length > 1),
    missing: which((words) => words.length === 0),
    repeated,
  };
}

/** Names that a reader, or Excel, could take for one another. */
function alike(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ");
}

function partsOf(table: RawTable, header: Layout["header"], column: number): readonly string[] {
  const words: string[] = [];
  for (let row = header.row; row < header.row + header.rows; row++) {
    const at = nameAt(table, header, row, column);
    if (at === null) continue;
    const word = wordOf(table.columns[at.column]!, at.row);
    if (isInstruction(word) || words.at(-1) === word) continue;
    const above = words.at(-1);
    if (above !== undefined && unitAlone.test(word) && !/[)）]$/u.test(above))
      words[words.length - 1] = `${above} (${word})`;
    else words.push(word);
  }
  return words;
}

/** A unit below a name, which belongs into brackets behind it. */
const unitAlone =
  /^(%|‰|[个百千万亿]*(元|美元|欧元|港元)|[百千万亿]|天|日|户|笔|days?|years?|months?|[A-Z]{3}( ?[km])?|[€£¥$])$/u;

/**
 * The cell that names a column in a row of the header: its own, the merged one that it is part of, or where names below
 * stand beside one another under the first of them alone, that one.
 */
function nameAt(
  table: RawTable,
  { row: first, rows }: Layout["header"],
  row: number,
  column: number,
): { readonly column: number; readonly row: number } | null {
  const merge = mergeAt(table, row, column);
  const own = { column: merge?.column ?? column, row: merge?.row ?? row };
  if (!isBlank(table.columns[own.column]!, own.row)) return own;
  if (merge !== undefined || row === first + rows - 1) return null;
  const isOpen = (at: number): boolean =>
    isBlank(table.columns[at]!, row) && mergeAt(table, row, at) === undefined && !isBlank(table.columns[at]!, row + 1);
  let at = column;
  while (at > 0 && isOpen(at)) at--;
  const found = mergeAt(table, row, at)?.column ?? at;
  const isGroup = at < column && !isBlank(table.columns[found]!, row);
  return isGroup && !isBlank(table.columns[at + 1]!, row + 1) ? { column: found, row } : null;
}

function wordOf(column: RawColumn, row: number): string {
  if (column.kinds[row] === CellKind.number && column.dated[row] === 1) {
    const day = Math.floor(column.numbers[row] ?? 0);
    if (day >= 1 && day <= lastDay && day !== dayThatNeverWas) return dayText(day);
  }
  return (column.texts[row] ?? contentText(column, row)).replace(/\s+/gu, " ").trim();
}
