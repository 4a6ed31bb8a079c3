import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { failureData } from "../../src/failure";
import { inExcel } from "../../src/workbook/inExcel";
import { readRange } from "../../src/workbook/readRange";
import { clientPlan, openClients, when } from "../actions/clientBook";
import { codeOf } from "../host/codeOf";
import { openTestOffice } from "../host/openTestOffice";

jest.setTimeout(120_000);

const rows = 700;

/** A list of three columns whose second cell is merged with the first in every row but the header's. */
async function mergedList(): Promise<void> {
  await openTestOffice();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.name = "Data";
    const cells = Array.from({ length: rows }, (_, i) => (i === 0 ? ["Id", "Name", "Amount"] : [`C${i}`, "", i]));
    sheet.getRangeByIndexes(0, 0, rows, 3).values = cells;
    sheet.getRangeByIndexes(1, 0, rows - 1, 2).merge(true);
    await context.sync();
  });
}

const whole = { row: 0, column: 0, rows, columns: 3 };

test("Excel tells no more than 512 merged areas at once", async () => {
  await mergedList();
  const asked = Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1:C700").getMergedAreasOrNullObject().load("address");
    await context.sync();
  });
  expect(await codeOf(asked)).toBe("GeneralException");
});

test("a list with more merged areas than that is read with all of them", async () => {
  await mergedList();
  const { merges } = await inExcel("Data", (session) => readRange(session, "Data", whole));
  expect(merges).toHaveLength(rows - 1);
  expect(merges[0]).toEqual({ row: 1, column: 0, rows: 1, columns: 2 });
  expect(merges.at(-1)).toEqual({ row: rows - 1, column: 0, rows: 1, columns: 2 });
});

test("cells that are merged beside the table from above it stand in the way of new columns", async () => {
  await openClients();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Clients").getRange("F2:F4").merge();
    await context.sync();
  });
  const failure = await runPlan(await clientPlan(), inThread, when).then(() => null, failureData);
  expect(failure).toMatchObject({ code: "merged-cells", subject: "Clients!F2:F4" });
});

test("cells that are merged above the table do not", async () => {
  await openClients();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Clients").getRange("B1:G2").merge();
    await context.sync();
  });
  expect((await runPlan(await clientPlan(), inThread, when)).columns.map(({ name }) => name)).toEqual(["ABC"]);
});
