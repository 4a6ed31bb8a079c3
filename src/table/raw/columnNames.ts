import { contentText } from "../contentText";
import type { Layout } from "./findLayout";
import { isBlank, mergeAt } from "./rawCells";
import type { RawTable } from "./rawTable";

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
    const merge = mergeAt(table, row, column);
    const at = { column: table.columns[merge?.column ?? column]!, row: merge?.row ?? row };
    if (isBlank(at.column, at.row)) continue;
    const whole = at.column.texts[at.row] ?? contentText(at.column, at.row);
    const word = whole.replace(/\s+/gu, " ").trim();
    if (words.at(-1) !== word) words.push(word);
  }
  return words;
}
