import { touchCell } from "../../src/host/model/cells";
import type { Book } from "../../src/host/model/book";
import { defaultStyle, internStyle } from "../../src/host/model/style";
import type { TableContent } from "./books";

/** Seven drawdowns of four clients, two of which are connected. */
export const drawdowns: TableContent = {
  sheet: "Book",
  table: "Drawdowns",
  headers: [
    "Drawdown no",
    "Client ID",
    "Client",
    "Client group",
    "Outstanding",
    "Days past due",
    "Risk class",
    "Data date",
  ],
  rows: [
    ["D001", "C1", "Harbour Foods", "Harbour", 500_000, 0, "Pass", 46_295],
    ["D002", "C2", "Harbour Fish", "Harbour", 120_000, 12, "Pass", 46_295],
    ["D003", "C1", "Harbour Foods", "Harbour", 260_000, 95, "Substandard", 46_295],
    ["D004", "C3", "Oak Furniture", "", 400_000, 0, "Special mention", 46_295],
    ["D005", "C3", "Oak Furniture", "", 30_000, 0, "Pass", 46_264],
    ["D006", "C4", "Sun Solar", "", 9_000, 0, "Pass", 46_295],
    ["D007", "C1", "Harbour Foods", "Harbour", 40_000, 0, "Pass", 46_264],
  ],
};

/** Shows the last column as days, which is how Excel tells a day from a number. */
export function asDays({ sheets, styles }: Book): void {
  const style = internStyle(styles, { ...defaultStyle, numberFormat: "yyyy-mm-dd" });
  const [sheet] = sheets;
  if (sheet)
    drawdowns.rows.forEach((_, row) => (touchCell(sheet, row + 1, drawdowns.headers.length - 1).style = style));
}
