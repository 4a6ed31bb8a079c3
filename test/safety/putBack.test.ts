import { finishRun } from "../../src/actions/finishRun";
import { readState } from "../../src/actions/readState";
import { rollBackRun } from "../../src/actions/rollBackRun";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { failureData } from "../../src/failure";
import type { Fault } from "../../src/host/host";
import type { Book } from "../../src/host/model/book";
import { readXlsx } from "../../src/host/xlsx/readXlsx";
import { clientPlan, fillClients, when } from "../actions/clientBook";
import { openTestOffice } from "../host/openTestOffice";
import { openWithColleague } from "./colleague";
import { leftBehind } from "./killed";
import { secondRun } from "./scenarios";
import { snapshot } from "./snapshot";
import { openTrial } from "./trial";

jest.setTimeout(900_000);

const error: Fault = { when: "before", then: "error" };

/** Keys and labels as they stand in the table. */
function labelsIn(book: Book): ReadonlyMap<unknown, unknown> {
  const { rows } = book.sheets.find(({ name }) => name === "Clients")!;
  return new Map(
    Array.from({ length: 12 }, (_, i) => {
      const cells = rows.get(3 + i)?.cells;
      return [cells?.get(1)?.value, cells?.get(5)?.value];
    }),
  );
}

let settle = (): void => undefined;

/** Opens a file in which something is looked at, and may fail, before each request. */
async function watched(bytes: Uint8Array, before: (book: Book) => Fault | null): Promise<Book> {
  const { book } = readXlsx(bytes);
  const { host } = await openTestOffice(book, { fault: () => before(book) });
  settle = () => host.settle();
  return book;
}

test("labels that Excel did not put back where it was told to are put back again", async () => {
  const scenario = await secondRun();
  let old = new Map() as ReturnType<typeof labelsIn>;
  let [written, lost] = [false, false];
  const book = await watched(scenario.bytes, (now) => {
    if (old.size === 0) return null;
    const isOld = JSON.stringify([...labelsIn(now)]) === JSON.stringify([...old]);
    if (!isOld && !written) {
      written = true;
      return error;
    }
    if (written && isOld && !lost) {
      // What was put back in the request before is lost once.
      now.sheets[0]!.rows.get(3)!.cells.get(5)!.value = "Lost";
      lost = true;
    }
    return null;
  });
  old = labelsIn(book);
  const end = await scenario.run().then(() => null, failureData);
  expect({ end, written, lost }).toMatchObject({ end: { code: "rolled-back" }, written: true, lost: true });
  expect([...labelsIn(book)]).toEqual([...old]);
});

test.each([1, 2])("a roll-back that fails %d times is tried again", async (times) => {
  const scenario = await secondRun();
  let requests = 0;
  let failures = 0;
  const book = await watched(scenario.bytes, () => {
    requests++;
    // Once late in the run, then right away in what follows.
    if (failures === 0 ? requests !== 90 : failures > times) return null;
    failures++;
    return error;
  });
  const end = await scenario.run().then(() => null, failureData);
  expect({ end, failures }).toMatchObject({ end: { code: "rolled-back" }, failures: times + 1 });
  settle();
  expect(snapshot(book)).toEqual(scenario.old);
});

test("a run that named its label column anew is put back, formulas that say the former name included", async () => {
  const trial = await openTrial(null);
  await fillClients();
  await runPlan(await clientPlan(), inThread, when);
  const bytes = trial.save();
  const old = await (await openTrial(bytes)).look();
  let requests = 0;
  let struck = false;
  const book = await watched(bytes, ({ sheets }) => {
    requests++;
    const segments = JSON.stringify([...(sheets.find(({ name }) => name === "Segments")?.rows.values() ?? [])].length);
    if (struck || requests < 85 || segments === "0") return null;
    struck = true;
    return error;
  });
  const plan = await clientPlan();
  const renamed = { ...plan, segmentations: plan.segmentations.map((one) => ({ ...one, name: "Value tier" })) };
  requests = 0;
  const end = await runPlan({ ...renamed, table: { id: "", name: "Customers" } }, inThread, {
    ...when,
    now: new Date("2026-12-01T08:00:00Z"),
  }).then(() => null, failureData);
  expect(end).toMatchObject({ code: "rolled-back" });
  settle();
  expect(snapshot(book)).toEqual(old);
});

test("a run that lies unfinished is not finished over rows that were sorted since", async () => {
  const scenario = await secondRun();
  await openTrial(scenario.bytes);
  const old = labelsIn(readXlsx(scenario.bytes).book);
  let tried = 0;
  for (const file of await leftBehind(scenario.bytes, "after", () => scenario.run())) {
    if (tried === 2) break;
    const book = await openWithColleague(file);
    const { unfinished } = await readState();
    const written = JSON.stringify([...labelsIn(book.opened.book)]) !== JSON.stringify([...old]);
    if (unfinished?.canFinish !== true || written) continue;
    tried++;
    await book.act((context) => {
      context.workbook.tables.getItem("Customers").sort.apply([{ key: 0, ascending: false }]);
    });
    const end = await finishRun().then(() => null, failureData);
    expect(end).toMatchObject({ code: "table-changed" });
    expect(new Map([...labelsIn(book.opened.book)].sort())).toEqual(new Map([...old].sort()));
    await rollBackRun();
    expect(new Map([...labelsIn(book.opened.book)].sort())).toEqual(new Map([...old].sort()));
  }
  expect(tried).toBeGreaterThan(0);
});
