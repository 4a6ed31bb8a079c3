import { writeChanges } from "../../src/actions/changes/writeChanges";
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

const write = (): Promise<string> =>
  writeChanges({
    columns: { name: "Client", manager: null, branch: "Region" },
    now: new Date("2026-12-03T08:00:00Z"),
    person: "Ada",
  });

interface ListScenario extends Expected {
  readonly bytes: Uint8Array;
  /** Before and after, without saving in between. */
  readonly live: { readonly old: unknown; readonly new: unknown };
}

/** Two runs with changes between them; and a third one after a list was written. */
async function scenario(hasList: boolean): Promise<ListScenario> {
  const trial = await openTrial(null);
  await fillClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  await setOutstanding("D5", 5);
  await runPlan(plan, inThread, when);
  if (hasList) {
    await write();
    await setOutstanding("D8", 900);
    await runPlan(plan, inThread, when);
  }
  const bytes = trial.save();
  const undisturbed = await openTrial(bytes);
  const before = await undisturbed.look();
  await write();
  const live = { old: before, new: await undisturbed.look() };
  return { bytes, live, run: write, old: await reopened(bytes), new: await reopened(undisturbed.save()) };
}

async function setOutstanding(address: string, value: number): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Customers").worksheet.getRange(address).values = [[value]];
    await context.sync();
  });
}

describe.each([
  ["written", false],
  ["replaced", true],
])("a list that is %s", (_what, hasList) => {
  let expected: ListScenario;
  beforeAll(async () => {
    expected = await scenario(hasList);
  });

  test.each(["half", "after"] as const)("and killed leaves a file that is whole or can be made so: %s", async (at) => {
    const ends = new Set<string>();
    for (let n = 0; ; n++) {
      const file = await killed(expected.bytes, n, at, write);
      if (!file) break;
      ends.add(await check(file, expected));
    }
    expect([...ends]).toEqual(expect.arrayContaining(["back", "finished"]));
  });

  test("and meets an error is the old or the new one, at every request that changes something", async () => {
    const ends = new Set<string>();
    for (let n = 0; ; n++) {
      const trial = await openTrial(expected.bytes);
      trial.arm(n, { when: "after", then: "error" }, 1);
      const end = await write().then(
        () => "done",
        (error: unknown) => failureData(error).code,
      );
      if (!trial.struck) break;
      expect({ n, end, book: await trial.look() }).toEqual({
        n,
        end,
        book: end === "done" ? expected.live.new : expected.live.old,
      });
      ends.add(end);
    }
    expect([...ends].sort()).toEqual(["done", "rolled-back"]);
  });
});
