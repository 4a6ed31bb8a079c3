import { previewPlan } from "../../src/actions/previewPlan";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { failureText } from "../../src/text/failureText";
import type { Failure } from "../../src/failure";
import type { Plan } from "../../src/plan/plan";
import { clientPlan, clientRows, openClients } from "./clientBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

const now = new Date("2026-11-01T09:00:00Z");

/** The clients with their region replaced by a currency. */
async function openWith(currency: (row: number) => string, header = "Currency"): Promise<void> {
  await openClients(
    {},
    clientRows.map(([id = "", name = "", value = ""], row) => [id, name, value, currency(row)]),
  );
  await Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("E3").values = [[header]];
    await context.sync();
  });
}

async function refused(plan: Plan): Promise<Failure> {
  const failure = await runPlan(plan, inThread, { now, person: "" }).then(
    () => null,
    (error: unknown) => error as Failure,
  );
  if (failure === null) throw new Error("the run was not refused");
  return failure;
}

test("amounts in several currencies are not added: the refusal names the column, the currencies and cells", async () => {
  await openWith((row) => (row < 3 ? "CNY" : row === 7 ? "美元" : "RMB"));
  const plan = await clientPlan();
  const failure = await refused(plan);
  expect(failure).toMatchObject({
    code: "mixed-currencies",
    subject: "Clients!E11",
    detail: { column: "Currency", currencies: ["CNY", "USD"], cells: ["Clients!E4", "Clients!E11"] },
  });
  const { what, next } = failureText("en", failure);
  expect(what).toContain("CNY, USD");
  expect(next).toContain("one currency");
  await expect(previewPlan(plan, inThread)).rejects.toMatchObject({ code: "mixed-currencies" });
});

test("one currency, however it is spelled, is no obstacle, nor are blanks", async () => {
  await openWith((row) => ["CNY", "rmb", "人民币", ""][row % 4] ?? "");
  await expect(runPlan(await clientPlan(), inThread, { now, person: "" })).resolves.toMatchObject({
    record: { status: "complete" },
  });
});

test("amounts whose own name says their currency may stand beside a column of others", async () => {
  await openWith((row) => (row < 3 ? "CNY" : "USD"));
  await Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("D3").values = [["Outstanding (CNY)"]];
    await context.sync();
  });
  const plan = await clientPlan();
  const [abc] = plan.segmentations;
  if (!abc) throw new Error("the plan has no segmentation");
  const named = { ...plan, segmentations: [{ ...abc, valueColumn: "Outstanding (CNY)" }] };
  await expect(runPlan(named, inThread, { now, person: "" })).resolves.toMatchObject({
    record: { status: "complete" },
  });
});

test("a column that the plan does not call a currency is none, and one of any name may be", async () => {
  await openWith((row) => (row < 3 ? "CNY" : "USD"), "Denomination");
  const plan = await clientPlan();
  expect(await refused({ ...plan, roles: { currency: "Denomination" } })).toMatchObject({ code: "mixed-currencies" });
  const other = { ...plan, roles: { name: "Client" } };
  await expect(runPlan(other, inThread, { now, person: "" })).resolves.toMatchObject({
    record: { status: "complete" },
  });
});

test("number formats of two currencies in one column are refused with their cells", async () => {
  await openClients();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("D4:D5").numberFormat = [["[$€-407] #,##0.00"], ["[$€-407] #,##0.00"]];
    sheet.getRange("D8").numberFormat = [["[$USD] #,##0.00"]];
    await context.sync();
  });
  expect(await refused(await clientPlan())).toMatchObject({
    code: "mixed-currencies",
    subject: "Clients!D8",
    detail: { column: "Outstanding", currencies: ["EUR", "USD"], cells: ["Clients!D4", "Clients!D8"] },
  });
});
