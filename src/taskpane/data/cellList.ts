/** Cells with their sheet named once: "Clients!A41", "A388". */
export function cellList(cells: readonly string[]): readonly string[] {
  return cells.map((cell, i) => {
    const sheet = sheetOf(cell);
    return sheet !== "" && sheet === sheetOf(cells[i - 1] ?? "") ? cell.slice(sheet.length) : cell;
  });
}

/** The sheet with its exclamation mark, or nothing. */
function sheetOf(cell: string): string {
  return cell.slice(0, cell.lastIndexOf("!") + 1);
}
