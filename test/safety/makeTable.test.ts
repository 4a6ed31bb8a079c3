import { makeTable } from "../../src/actions/makeTable/makeTable";
import type { TableWanted } from "../../src/actions/makeTable/tableWanted";
import { addSample } from "../../src/actions/addSample";
import { errorsAtEvery, undisturbed } from "./everyRequest";
import { leftBehind } from "./killed";
import { everyOne } from "./sweep";
import { openTrial } from "./trial";

const wanted = {
  cells: { kind: "address", address: "Export!A1:C5" },
  reading: { numbers: null, dates: null, hiddenRows: null, subtotals: null },
  language: "en",
  now: new Date("2026-10-31T10:00:00Z"),
} as const satisfies Partial<TableWanted>;

const kinds = [
  ["before", 0],
  ["half", 2],
  ["after", 1],
] as const;

async function exported(): Promise<Uint8Array> {
  const trial = await openTrial(null);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.name = "Export";
    sheet.getRange("A1:C4").values = [
      ["Client ID", "Client", "Balance"],
      ["C1", "A", 1],
      ["C2", "B", 2],
      ["C3", "C", 3],
    ];
    await context.sync();
  });
  return trial.save();
}

jest.setTimeout(300_000);

describe.each(["in-place", "copy"] as const)("a table made of a list (%s)", (how) => {
  const run = (): Promise<unknown> => makeTable({ ...wanted, how });

  test.each(kinds)("an error of Excel leaves the old or the new workbook: %s its changes", async (...strike) => {
    const ends = await errorsAtEvery(await undisturbed(await exported(), run), everyOne, strike, null);
    expect(ends.length).toBeGreaterThan(0);
  });

  test("a death of the process leaves the list as it was, and nothing that the next writing does not sweep away", async () => {
    const bytes = await exported();
    for (const file of await leftBehind(bytes, "after", run)) {
      await openTrial(file);
      await addSample("en");
      const sheets = await Excel.run(async (context) => {
        const all = context.workbook.worksheets.load("items/name,items/visibility");
        const list = context.workbook.worksheets.getItem("Export").getUsedRange().load("values");
        await context.sync();
        expect(list.values).toHaveLength(4);
        return all.items.map(({ name, visibility }) => `${name} ${visibility}`);
      });
      expect(sheets.filter((sheet) => !sheet.endsWith("Visible"))).toEqual([]);
    }
  });
});
