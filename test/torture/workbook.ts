import type { Book } from "../../src/host/model/book";
import type { Dice } from "./dice";
import { customerTable, ordersTable } from "./names";

type Content = string | number;

/** Where a world's customers stand, and what it holds. */
export interface Customers {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly headers: readonly string[];
  readonly several: boolean;
  readonly orders: boolean;
}

const keys: readonly ((i: number) => Content)[] = [
  (i) => `K${String(i).padStart(3, "0")}`,
  (i) => 1000 + i,
  (i) => `客户${i}`,
  (i) => `${["'", "", "-", "+", "=", "@", "＝"][i % 7] ?? ""}N${i}`,
  (i) => (i % 3 === 0 ? `0${i}` : i + 0.5),
];
const amounts: readonly Content[] = [
  0,
  -15,
  5,
  5,
  10,
  25,
  60,
  90,
  90,
  220,
  500,
  0.1,
  1e15,
  "",
  "n/a",
  "-",
  1e-7,
  "12,5",
];
const names = ["Oak & Sons", "=1+1 Ltd", "<b>Bold</b>", "名称", "+49 Ltd", ""];
const seconds: readonly Content[] = [0, 1, 5, 10, 26, 90, 250, "", -3];

const asText = (content: Content): Content => (typeof content === "string" && content !== "" ? `'${content}` : content);

/** Fills a new workbook with a table of customers, what its owner has beside it, and at times a table of orders. */
export async function fillWorkbook(dice: Dice): Promise<Customers> {
  const count = dice.pick([1, 2, 4, 6, 9, 14], [1, 3, 6, 6, 4, 1]);
  const [row, column] = [dice.int(0, 3), dice.int(0, 2)];
  const key = dice.pick(keys);
  const several = dice.chance(0.12);
  const orders = dice.chance(0.15);
  const headers = dice.shuffled(["Id", "Name", "Amount", "Second", "Region", ...(dice.chance(0.12) ? ["ABC"] : [])]);
  const rows = Array.from({ length: count }, (_, i) => {
    const cells: Readonly<Record<string, Content>> = {
      Id: key(several ? Math.floor(i / 2) : i),
      Name: dice.pick(names),
      Amount: dice.pick(amounts),
      Second: dice.pick(seconds),
      Region: dice.pick(["North", "South", "West", "", "北"]),
      ABC: "mine",
    };
    return headers.map((header) => asText(cells[header] ?? ""));
  });
  const sheetName = dice.pick(["Data", "客户 表", "It's"]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.name = sheetName;
    const area = sheet.getRangeByIndexes(row, column, count + 1, headers.length);
    area.values = [[...headers], ...rows];
    if (dice.chance(0.4)) sheet.getRangeByIndexes(row + 1, column, count, 1).format.fill.color = "#FFEE00";
    sheet.tables.add(area, true).name = customerTable;
    fillAround(dice, sheet, { row, column, count, columns: headers.length });
    fillOthers(dice, context, sheetName, headers.indexOf("Amount") + column, row + 1, count);
    if (orders) fillOrders(dice, context, key, count);
    await context.sync();
  });
  return { sheet: sheetName, row, column, headers, several, orders };
}

/** Notes, formulas and looks that stand around the table, and that nobody may move. */
function fillAround(
  dice: Dice,
  sheet: Excel.Worksheet,
  { row, column, count, columns }: { row: number; column: number; count: number; columns: number },
): void {
  const right = column + columns;
  sheet.getRangeByIndexes(row + count + 3, column, 1, 2).values = [["A note below", 42]];
  sheet.getRangeByIndexes(row + count + 4, right + 1, 1, 1).formulas = [["=1+2"]];
  if (row > 0) sheet.getRangeByIndexes(0, column, 1, 1).values = [["Heading above"]];
  sheet.getRangeByIndexes(row, right + 9, 2, 2).values = [
    ["far", "right"],
    [1, 2],
  ];
  if (dice.chance(0.3)) sheet.getRangeByIndexes(row + 1, right, count, 1).format.fill.color = "#00FF00";
  if (dice.chance(0.06)) sheet.getRangeByIndexes(row + 1, right, 1, 1).values = [["in the way"]];
}

/** Sheets of the user's own, one of which adds up the customers, and some of which have the names that ours would take. */
function fillOthers(
  dice: Dice,
  context: Excel.RequestContext,
  sheetName: string,
  column: number,
  row: number,
  count: number,
): void {
  const other = context.workbook.worksheets.add("Other");
  other.getRange("A1:B2").values = [
    ["Mine", "x"],
    [7, "y"],
  ];
  const letter = String.fromCharCode(65 + column);
  const quoted = sheetName.replaceAll("'", "''");
  other.getRange("A3").formulas = [[`=SUM('${quoted}'!${letter}${row + 1}:${letter}${row + count})`]];
  other.tables.add("A1:B2", true).name = "Mine";
  for (const name of ["Segments", "Owners"])
    if (dice.chance(0.15)) context.workbook.worksheets.add(name).getRange("A1").values = [["the user's own"]];
}

function fillOrders(dice: Dice, context: Excel.RequestContext, key: (i: number) => Content, count: number): void {
  const lines = Array.from({ length: dice.int(1, 8) }, (_, i) => [
    asText(key(dice.int(0, count))),
    `B${i % 3}`,
    dice.pick<Content>([46_296, 46_250, 46_100.5, "'soon"]),
    dice.pick<Content>([10, 99.5, -4, "n/a"]),
  ]);
  const sheet = context.workbook.worksheets.add("Shop");
  const area = sheet.getRangeByIndexes(1, 0, lines.length + 1, 4);
  area.values = [["Customer", "Order", "Ordered", "Paid"], ...lines];
  sheet.tables.add(area, true).name = ordersTable;
}

/** What may be odd about a workbook as a person leaves it: totals, hidden rows, a filter, manual calculation. */
export async function roughen(dice: Dice, book: Book, { sheet, row }: Customers): Promise<{ filtered: boolean }> {
  const [totals, hidden, filtered] = [dice.chance(0.1), dice.chance(0.12), dice.chance(0.12)];
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem(customerTable);
    if (totals) table.showTotals = true;
    if (hidden) context.workbook.worksheets.getItem(sheet).getRange(`${row + 2}:${row + 2}`).rowHidden = true;
    if (filtered) table.columns.getItem("Region").filter.applyValuesFilter(["North"]);
    await context.sync();
  });
  if (dice.chance(0.12)) book.calculationMode = "Manual";
  book.activeSheetId = dice.pick(book.sheets.filter(({ visibility }) => visibility === "Visible")).id;
  book.selection = { row: dice.int(0, 5), column: dice.int(0, 5), rows: 1, columns: 1 };
  return { filtered };
}
