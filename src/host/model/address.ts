/** A rectangle of cells. Rows and columns count from zero; the rectangle is never empty. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Excel's grid: the last row and column of a sheet, counted from one. */
export const maxRows = 1_048_576;
export const maxColumns = 16_384;

/** Column letters of a zero-based column, e.g. 0 → "A", 27 → "AB". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Zero-based column of its letters, in either case. */
export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A1 text of a cell, without dollar signs. */
export function cellAddress(row: number, column: number): string {
  return columnLetters(column) + String(row + 1);
}

/** A1 text of an area: "B2" for a single cell, "B2:C9" otherwise, "A:C" and "2:5" for whole columns and rows. */
export function areaAddress({ row, column, rows, columns }: Area): string {
  if (rows === maxRows) return `${columnLetters(column)}:${columnLetters(column + columns - 1)}`;
  if (columns === maxColumns) return `${row + 1}:${row + rows}`;
  const first = cellAddress(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellAddress(row + rows - 1, column + columns - 1)}`;
}

/** Reads A1 text without a sheet: "B2", "$B$2:C9", "A:C", "2:5". Null if it is none of these or lies outside the grid. */
export function parseArea(text: string): Area | null {
  const cells = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(text);
  if (cells) {
    const [, c1 = "", r1 = "", c2 = c1, r2 = r1] = cells;
    return between(Number(r1) - 1, columnOf(c1), Number(r2) - 1, columnOf(c2));
  }
  const wholeColumns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(text);
  if (wholeColumns) return between(0, columnOf(wholeColumns[1] ?? ""), maxRows - 1, columnOf(wholeColumns[2] ?? ""));
  const wholeRows = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(text);
  if (wholeRows) return between(Number(wholeRows[1]) - 1, 0, Number(wholeRows[2]) - 1, maxColumns - 1);
  return null;
}

/** The area between two corners, in any order. Null outside the grid. */
export function between(row1: number, column1: number, row2: number, column2: number): Area | null {
  const row = Math.min(row1, row2);
  const column = Math.min(column1, column2);
  const rows = Math.abs(row1 - row2) + 1;
  const columns = Math.abs(column1 - column2) + 1;
  if (row < 0 || column < 0 || row + rows > maxRows || column + columns > maxColumns) return null;
  return { row, column, rows, columns };
}

/** The cells two areas share, or null. */
export function intersection(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/**
 * A sheet's name as a formula needs it: quoted, quotes doubled, unless it is a plain word. Words that are read as a cell in
 * either style (A1, R1C1, RC, C) or as a truth value are none.
 */
export function quotedSheetName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !/^(?:[a-z]{1,3}\d+|r\d*(?:c\d*)?|c\d*|true|false)$/i.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}
