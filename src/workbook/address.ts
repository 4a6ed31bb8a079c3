/** A rectangle of cells; rows and columns count from zero. */
export interface Place {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Excel's grid. */
export const gridRows = 1_048_576;
export const gridColumns = 16_384;

/** Column letters of a zero-based column: 0 → "A", 27 → "AB". */
export function lettersOf(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A1 text of a place, without the sheet. */
export function addressOf({ row, column, rows, columns }: Place): string {
  const first = `${lettersOf(column)}${row + 1}`;
  return rows === 1 && columns === 1 ? first : `${first}:${lettersOf(column + columns - 1)}${row + rows}`;
}

/** A cell as people name it: "Clients!C14". Rows and columns count from zero. */
export function cellName(sheet: string, row: number, column: number): string {
  return `${sheet}!${lettersOf(column)}${row + 1}`;
}

/** A sheet's name as a reference needs it. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** The A1 part of an address that Excel gave: "'My sheet'!B2:C3" → "B2:C3". */
export function withoutSheet(address: string): string {
  return address.slice(address.lastIndexOf("!") + 1);
}

/** The range of a place. */
export function rangeAt(sheet: Excel.Worksheet, { row, column, rows, columns }: Place): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}

/** True if two places share a cell. */
export function overlap(a: Place, b: Place): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}
