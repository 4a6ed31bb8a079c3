import type { SheetWords } from "../text/sheet/en";
import { moneyFormat } from "./moneyFormat";
import type { OrdersAccount } from "./ordersAccount";
import type { DocBlock, DocCell, RowLook } from "./sheetDoc";
import { widthFor } from "./textWidth";

/** Header of the first table and its lines, with the heading and the note above them. */
export function ordersRows(accounts: readonly OrdersAccount[]): number {
  return accounts.length === 0 ? 0 : 3 + accounts.reduce((rows, account) => rows + lineCount(account), 0);
}

function lineCount({ returns, totals, hidden, unused }: OrdersAccount): number {
  return 2 + [returns, totals, hidden].filter((count) => count > 0).length + unused.length;
}

/** What became of the lines of orders: those that count, and the others by the reason, come to all lines that were read. */
export function ordersBlocks(accounts: readonly OrdersAccount[], row: number, words: SheetWords): DocBlock[] {
  if (accounts.length === 0) return [];
  const { orders } = words;
  const { lineHeaders: headers } = orders;
  const lines = accounts.flatMap((account) => linesOf(account, words));
  return [
    { kind: "text", id: "orders-heading", row, column: 0, style: "heading", cell: orders.heading },
    { kind: "text", id: "orders-say", row: row + 1, column: 0, style: "note", cell: orders.says },
    {
      kind: "table",
      id: "orders",
      row: row + 2,
      column: 0,
      name: "Tierbook_Orders",
      columns: [
        { header: headers.segmentation, format: "text", width: 26 },
        { header: headers.table, format: "text", width: 22 },
        { header: headers.lines, format: "count", width: 14 },
        { header: headers.amount, format: moneyFormat(lines.map(({ amount }) => amount ?? 0)), width: 14 },
        {
          header: headers.what,
          format: "text",
          width: widthFor(
            lines.map(({ what }) => what),
            30,
            44,
          ),
        },
      ],
      rows: lines.map(({ segmentation, table, count, amount, what }): DocCell[] => [
        segmentation,
        table,
        count,
        amount,
        what,
      ]),
      looks: lines.map(({ look }) => look),
    },
  ];
}

interface Line {
  readonly segmentation: string;
  readonly table: string;
  readonly what: string;
  readonly count: number;
  readonly amount: number | null;
  readonly look: RowLook;
}

function linesOf(account: OrdersAccount, { orders, day }: SheetWords): readonly Line[] {
  const { segmentation, table, from, dataDate, read, counted, returns, totals, amountCounted, unused } = account;
  const { hidden } = account;
  const line = (what: string, count: number, amount: number | null, look: RowLook = "plain"): Line => {
    return { segmentation: segmentation.name, table, what, count, amount, look };
  };
  const days = orders.counted(from === null ? null : day(from), dataDate === null ? null : day(dataDate));
  const amount = unused.reduce((sum, each) => sum + each.amount, amountCounted);
  return [
    line(days, counted, amountCounted),
    ...(returns === 0 ? [] : [line(orders.returns, returns, null, "muted")]),
    ...(totals === 0 ? [] : [line(orders.totals, totals, null, "muted")]),
    ...unused.map((each) => line(orders.reasons[each.reason], each.lines, each.amount)),
    line(orders.read, read, amount, "total"),
    ...(hidden === 0 ? [] : [line(orders.hidden, hidden, null, "muted")]),
  ];
}

/** The heading of the list, its header and its lines; nothing where all lines can be used. */
export function listedLinesRows(accounts: readonly OrdersAccount[]): number {
  const listed = accounts.reduce((rows, account) => rows + account.listed.length, 0);
  return listed === 0 ? 0 : 3 + listed;
}

/** The first lines of orders that cannot be used, each with the cell that is why. */
export function listedLinesBlocks(accounts: readonly OrdersAccount[], row: number, words: SheetWords): DocBlock[] {
  if (listedLinesRows(accounts) === 0) return [];
  const { orders, tierbook } = words;
  const listed = accounts.flatMap(({ segmentation, listed: lines }) =>
    lines.map((line) => ({ ...line, segmentation: segmentation.name })),
  );
  const rows = listed.map(({ segmentation, sheet, cell, reason, content }): DocCell[] => [
    segmentation,
    { text: `${sheet}!${cell}`, linkTo: { sheet, cell } },
    content,
    orders.reasons[reason],
  ]);
  const { listHeaders: headers } = tierbook;
  return [
    { kind: "text", id: "lines-heading", row, column: 0, style: "heading", cell: orders.listHeading },
    { kind: "text", id: "lines-say", row: row + 1, column: 0, style: "note", cell: orders.listSays },
    {
      kind: "table",
      id: "lines",
      row: row + 2,
      column: 0,
      name: "Tierbook_Order_Lines",
      columns: [
        { header: headers.segmentation, format: "text", width: 26 },
        { header: headers.cell, format: "text", width: 22 },
        { header: headers.content, format: "text", width: 14 },
        { header: headers.reason, format: "text", width: 14 },
      ],
      rows,
    },
  ];
}
