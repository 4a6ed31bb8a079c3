import { readCustomers } from "../../src/actions/readCustomers";
import { inThread } from "../../src/engine/inThread";
import { newBook } from "../../src/host/model/newBook";
import type { Plan } from "../../src/plan/plan";
import { countsFrom1904 } from "../../src/workbook/countsFrom1904";
import { inExcel } from "../../src/workbook/inExcel";
import { packTable, unpackTable } from "../../src/worker/packTable";
import { rfm } from "../segmentations/rfm/orders";
import { openTestOffice } from "../host/openTestOffice";
import { clientPlan, fillClients } from "./clientBook";

/** 20 February 2020 by Excel's DATE function in either calendar. */
const day = { from1900: 43881, from1904: 43881 - 1462 };

async function openDays(date1904: boolean, format: string): Promise<void> {
  await openTestOffice({ ...newBook("Clients"), date1904 });
  const rows = [1, 2, 3, 4, 5].map((i) => [
    `C${i}`,
    `Client ${i}`,
    10 * i,
    (date1904 ? day.from1904 : day.from1900) - i,
  ]);
  await fillClients(rows);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Clients");
    sheet.getRange("E4:E8").numberFormat = format as unknown as string[][];
    await context.sync();
  });
}

const probe = (): Promise<boolean> =>
  inExcel("workbook", (session) => countsFrom1904(session, "Clients", [{ row: 3, column: 4 }]));

test.each(["yyyy-mm-dd", "m/d/yy", "d mmm yyyy", 'yyyy"年"m"月"d"日"'])(
  "F46: the calendar of a workbook is known by a cell shown as %s",
  async (format) => {
    await openDays(true, format);
    expect(await probe()).toBe(true);
    await openDays(false, format);
    expect(await probe()).toBe(false);
  },
);

test("F46: recency counts the same days in both calendars, also in the worker", async () => {
  const days: unknown[] = [];
  for (const date1904 of [false, true]) {
    await openDays(date1904, "yyyy-mm-dd");
    const source = {
      kind: "columns",
      recency: { column: "Region", as: "date" },
      frequencyColumn: "Outstanding",
      monetaryColumn: "Outstanding",
    } as const;
    const plan: Plan = {
      ...(await clientPlan()),
      dataDate: "2020-02-29",
      segmentations: [rfm(source, { valueColumn: "Outstanding" })],
    };
    const { table } = await readCustomers(plan);
    expect(table.from1904).toBe(date1904);
    const own = await inThread.run(plan, table);
    expect(await inThread.run(plan, unpackTable(packTable(plan, table)))).toEqual(own);
    days.push([...(own.segmentations[0]?.rfm?.days ?? [])]);
  }
  // 29 February 2020 is nine days after the twentieth.
  expect(days).toEqual([
    [10, 11, 12, 13, 14],
    [10, 11, 12, 13, 14],
  ]);
});
