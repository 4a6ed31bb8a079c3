import type { HostOptions } from "../../src/host/host";
import { newBook } from "../../src/host/model/newBook";
import type { ValueTierPlan } from "../../src/plan/defaultPlan";
import { plainSettings } from "../../src/plan/plainSettings";
import { planVersion } from "../../src/plan/plan";
import { openTestOffice, type TestOffice } from "../host/openTestOffice";

/** Values with a largest client, a tie, a zero, a negative, a blank and a text among the numbers. */
export const clientRows: readonly (readonly (string | number)[])[] = [
  ["C01", "Harbour Foods", 500, "North"],
  ["C02", "Lindt & Sons", 220, "North"],
  ["C03", "Meadow Dairy", 90, "South"],
  ["C04", "Oak Furniture", 90, "South"],
  ["C05", "Pine Paper", 60, "North"],
  ["C06", "Quarry Stone", 25, "West"],
  ["C07", "River Transport", 10, "West"],
  ["C08", "Sun Solar", 5, "South"],
  ["C09", "Tern Travel", 0, "North"],
  ["C10", "Ultra Tools", -15, "North"],
  ["C11", "Vale Vineyard", "", "West"],
  ["C12", "Wolf Weaving", "n/a", "West"],
];

/** A workbook with the table Customers at Clients!B3 and a note of the user's below it. */
export async function openClients(
  options: HostOptions = {},
  rows: readonly (readonly (string | number | boolean)[])[] = clientRows,
): Promise<TestOffice> {
  const office = await openTestOffice(newBook("Clients"), options);
  await fillClients(rows);
  return office;
}

/** Puts the table on the first sheet of the open workbook. */
export async function fillClients(
  rows: readonly (readonly (string | number | boolean)[])[] = clientRows,
): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.name = "Clients";
    sheet.getRange("B3:E3").values = [["Client ID", "Client", "Outstanding", "Region"]];
    sheet.getRangeByIndexes(3, 1, rows.length, 4).values = rows.map((row) => [...row]);
    sheet.getRange("D4:D9").numberFormat = "#,##0.00" as unknown as string[][];
    sheet.getRangeByIndexes(rows.length + 5, 1, 1, 1).values = [["A note of the user's"]];
    const table = sheet.tables.add(sheet.getRangeByIndexes(2, 1, rows.length + 1, 4), true);
    table.name = "Customers";
    await context.sync();
  });
}

export async function tableId(name = "Customers"): Promise<string> {
  return Excel.run(async (context) => {
    const table = context.workbook.tables.getItem(name).load("id");
    await context.sync();
    return table.id;
  });
}

/** ABC at 80 and 95 per cent over the column Outstanding. */
export async function clientPlan(more: Partial<ValueTierPlan> = {}): Promise<ValueTierPlan> {
  return {
    version: planVersion,
    template: "lending",
    ...plainSettings,
    table: { id: await tableId(), name: "Customers" },
    keyColumn: "Client ID",
    dataDate: "2026-10-31",
    sheetLanguage: "en",
    segmentations: [
      {
        method: "abc",
        id: "abc",
        name: "ABC",
        valueColumn: "Outstanding",
        cutoffs: [0.8, 0.95],
        tiers: [
          { id: "a", name: "A" },
          { id: "b", name: "B" },
          { id: "c", name: "C" },
        ],
      },
    ],
    ...more,
  };
}

export const when = { now: new Date("2026-11-02T09:30:00Z"), person: "Ada" };
