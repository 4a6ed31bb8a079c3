import { readCustomers } from "../../src/actions/readCustomers";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { failureData } from "../../src/failure";
import { answerWithin, inExcel } from "../../src/workbook/inExcel";
import { clientPlan, openClients, when } from "../actions/clientBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

const many = Array.from({ length: 3_000 }, (_, i) => [`Client ${i} 客户`, `Name ${i}`, 3_000 - i, "North"]);

test("a host that takes little at a time gives the same run as one that takes much", async () => {
  const wide = await openClients({}, many);
  await runPlan(await clientPlan(), inThread, when);
  const narrow = await openClients({ limits: { responseBytes: 90_000 } }, many);
  const result = await runPlan(await clientPlan(), inThread, when);
  const labels = (book: typeof wide.book): unknown[] =>
    many.map((_, row) => book.sheets[0]!.rows.get(3 + row)!.cells.get(5)?.value);
  expect(labels(narrow.book)).toEqual(labels(wide.book));
  expect(result.record.rows).toBe(3_000);
});

test("F03 null instead of values is never taken for empty cells", async () => {
  await openClients({ limits: { cells: 1_000 } }, many);
  const { table } = await readCustomers(await clientPlan());
  expect(table.rows).toBe(3_000);
  expect(table.columns[1]!.numbers[2_999]).toBe(1);
});

test("five kinds of nothing are told apart", async () => {
  await openClients({}, [
    ["K1", "a", "", "x"],
    ["K2", "b", '=""', "x"],
    ["K3", "c", "' ", "x"],
    ["K4", "d", 0, "x"],
    ["K5", "e", false, "x"],
    ["K6", "f", "=1/0", "x"],
    ["K7", "g", "'#DIV/0!", "x"],
  ]);
  const { table } = await readCustomers(await clientPlan());
  const [, value] = table.columns;
  expect([...value!.kinds]).toEqual([0, 2, 2, 1, 3, 4, 2]);
  expect(value!.texts).toEqual([null, "", " ", null, null, "#DIV/0!", "#DIV/0!"]);
});

test("silence becomes a failure that says so, after the time one is ready to wait", async () => {
  let silent = false;
  await openClients({ fault: () => (silent ? { when: "before", then: "silence" } : null) });
  answerWithin(50);
  silent = true;
  const failure = await inExcel("Clients", async (session) => {
    session.workbook.load("readOnly");
    await session.sync();
  }).then(() => null, failureData);
  answerWithin(60_000);
  expect(failure?.code).toBe("no-answer");
});

test.each([
  ["AccessDenied", "access-denied"],
  ["InvalidOperationInCellEditMode", "workbook-busy"],
  ["GeneralException", "unexpected"],
] as const)("Excel's %s becomes %s, with what it is about", async (excel, code) => {
  let broken = false;
  await openClients({ fault: () => (broken ? { when: "before", then: "error", code: excel } : null) });
  broken = true;
  const failure = await inExcel("Clients", async (session) => {
    session.workbook.load("readOnly");
    await session.sync();
  }).then(() => null, failureData);
  broken = false;
  expect(failure).toMatchObject({ code, subject: "Clients", detail: { excel } });
});
