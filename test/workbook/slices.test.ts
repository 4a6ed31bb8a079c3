import { readCustomers } from "../../src/actions/readCustomers";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { Failure, failureData } from "../../src/failure";
import { answerWithin, inExcel } from "../../src/workbook/inExcel";
import { bytesPerSlice, inSlices } from "../../src/workbook/inSlices";
import { renderSheet } from "../../src/workbook/renderSheet";
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

test("every row is in one slice, a last one that stands alone as well, and where Excel refuses some for their size", async () => {
  for (const guess of [1, 4, 16, 100]) {
    for (const bytes of [1, bytesPerSlice / 7, bytesPerSlice]) {
      for (let rows = 0; rows < 40; rows++) {
        const seen: number[] = [];
        let refusals = 2;
        await inSlices(rows, guess, (start, count) => {
          if (count > 1 && refusals-- > 0)
            throw new Failure("unexpected", "", { detail: { excel: "RequestPayloadSizeLimitExceeded" } });
          for (let i = 0; i < count; i++) seen.push(start + i);
          return Promise.resolve(count * bytes);
        });
        expect({ guess, bytes, seen }).toEqual({ guess, bytes, seen: Array.from({ length: rows }, (_, i) => i) });
      }
    }
  }
});

test.each([24, 25, 26, 27, 28])("a report of %d rows that takes two requests is written whole", async (rows) => {
  const { book } = await openClients();
  const column = { header: "Notes", format: "text", width: 20 } as const;
  const table = { kind: "table", id: "notes", row: 0, column: 0, name: "Notes", columns: [column] } as const;
  const cells = Array.from({ length: rows }, (_, i) => [`${i} ${"x".repeat(31_000)}`]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.add("Notes");
    await context.sync();
  });
  const doc = { id: "runs", name: "Notes", blocks: [{ ...table, rows: cells }], widths: {}, frozenRows: 0 } as const;
  await inExcel("Notes", (session) => renderSheet(session, "Notes", doc, null));
  const found = cells.map((_, i) => book.sheets[1]!.rows.get(1 + i)?.cells.get(0)?.value);
  expect(found).toEqual(cells.flat());
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
