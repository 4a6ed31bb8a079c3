import { addToHistory } from "../../src/actions/history/addToHistory";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { failureData } from "../../src/failure";
import { answerWithin } from "../../src/workbook/inExcel";
import { clientPlan, fillClients, when } from "../actions/clientBook";
import { check, killed, type Expected } from "./killed";
import { openTrial, reopened } from "./trial";

jest.setTimeout(900_000);

beforeAll(() => answerWithin(3_000));
afterAll(() => answerWithin(60_000));

const add = (): Promise<string | null> => addToHistory({ now: new Date("2026-12-03T08:00:00Z"), person: "Ada" });

/** A history of one run, which goes when that of the next is added: all its rows change, and one more comes. */
async function grown(): Promise<Uint8Array> {
  const trial = await openTrial(null);
  await fillClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  await add();
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Customers");
    table.rows.add(undefined, [["C13", "New & Co", 60, "", ""]]);
    context.workbook.worksheets.getItem("History of customers").getRange("B4").values = [[1]];
    await context.sync();
  });
  await runPlan(plan, inThread, { ...when, now: new Date("2026-12-01T08:00:00Z") });
  return trial.save();
}

test("adding to the history that meets an error leaves the old table or the new one, at every changing request", async () => {
  const bytes = await grown();
  const undisturbed = await openTrial(bytes);
  const old = await undisturbed.look();
  await add();
  const whole = await undisturbed.look();
  const ends = new Set<string>();
  for (let n = 0; ; n++) {
    const trial = await openTrial(bytes);
    trial.arm(n, { when: "after", then: "error" }, 1);
    const end = await add().then(
      () => "done",
      (error: unknown) => failureData(error).code,
    );
    if (!trial.struck) break;
    expect({ n, end, book: await trial.look() }).toEqual({ n, end, book: end === "done" ? whole : old });
    ends.add(end);
  }
  expect([...ends].sort()).toEqual(["done", "rolled-back"]);
});

test("adding to the history that is killed on the way leaves a file that is whole or can be made so", async () => {
  const bytes = await grown();
  const undisturbed = await openTrial(bytes);
  await add();
  const expected: Expected = { run: add, old: await reopened(bytes), new: await reopened(undisturbed.save()) };
  const ends = new Set<string>();
  for (let n = 0; ; n++) {
    const file = await killed(bytes, n, "after", add);
    if (!file) break;
    ends.add(await check(file, expected));
  }
  expect([...ends]).toEqual(expect.arrayContaining(["back", "finished"]));
});
