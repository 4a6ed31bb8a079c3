/** The customers a month later: C03 and C11 are gone, C13 and C14 are new, C02 has shrunk and C07 has grown. */
export const laterRows: readonly (readonly (string | number)[])[] = [
  ["C12", "Wolf Weaving", 40, "West"],
  ["C01", "Harbour Foods", 520, "North"],
  ["C02", "Lindt & Sons", 30, "North"],
  ["C04", "Oak Furniture", 95, "South"],
  ["C05", "Pine Paper", 60, "North"],
  ["C06", "Quarry Stone", 20, "West"],
  ["C07", "River Transport", 300, "West"],
  ["C08", "Sun Solar", 5, "South"],
  ["C09", "Tern Travel", 0, "North"],
  ["C10", "Ultra Tools", -15, "North"],
  ["C13", "Xenia Extracts", 75, "South"],
  ["C14", "Yew Yards", 8, "West"],
];

/** Adds a sheet with the table of the later month, and gives the table's id. */
export function addLaterTable(
  headers: readonly string[] = ["Client ID", "Client", "Outstanding", "Region"],
  rows: readonly (readonly (string | number)[])[] = laterRows,
): Promise<string> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("November");
    sheet.getRangeByIndexes(0, 0, 1, headers.length).values = [[...headers]];
    sheet.getRangeByIndexes(1, 0, rows.length, headers.length).values = rows.map((row) => [...row]);
    const table = sheet.tables.add(sheet.getRangeByIndexes(0, 0, rows.length + 1, headers.length), true);
    table.name = "November";
    table.load("id");
    await context.sync();
    return table.id;
  });
}
