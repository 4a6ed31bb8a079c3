import { finishRun } from "../../src/actions/finishRun";
import { readState } from "../../src/actions/readState";
import { rollBackRun } from "../../src/actions/rollBackRun";
import { failureData } from "../../src/failure";
import type { Fault } from "../../src/host/host";
import type { Book } from "../../src/host/model/book";
import { failureText } from "../../src/text/failureText";
import { openWithColleague, type Deed } from "./colleague";
import type { Scenario } from "./everyRequest";
import { leftBehind } from "./killed";
import { firstRun, firstUndone, secondRun } from "./scenarios";
import { contents, snapshot } from "./snapshot";
import { inTurn } from "./sweep";
import { openTrial } from "./trial";

jest.setTimeout(900_000);

const storeIn = ({ sheets }: Book): boolean => sheets.some(({ name }) => name === "_tierbook");
const store = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem("_tierbook");

/** What somebody does to the hidden sheet that says what a run in progress is about to do. */
const deeds: readonly (readonly [string, Deed])[] = [
  ["deletes the store", (context) => store(context).delete()],
  ["renames the store", (context) => (store(context).name = "Old stuff")],
  ["empties the store's first cell", (context) => store(context).getRange("A1").clear()],
  ["empties the store", (context) => store(context).getRange("A:F").clear()],
];
const runs: readonly (readonly [string, () => Promise<Scenario>])[] = [
  ["a first run", firstRun],
  ["a second run", secondRun],
  ["an undo", firstUndone],
];
const cases = deeds.flatMap(([what, deed]) => runs.map(([work, make]) => [what, work, deed, make] as const));

/** The workbook as people see it, but for the run log on it and a store of another name. */
const seen = (book: Book): unknown => contents({ ...snapshot(book), hiddenSheets: [] });

test.each(cases)(
  "somebody who %s during %s, which then fails, finds the old workbook",
  async (what, work, deed, make) => {
    const { bytes, run, old, new: whole } = await make();
    const { first, step } = inTurn(`store gone, ${what}`, 8);
    const ends = new Set<string>();
    let past = false;
    for (let n = first; !past; n += step) {
      const strike = { requests: 0, isOver: false, acted: false };
      const fails = (): Fault | null => {
        if (strike.requests++ < n + 12 || strike.isOver) return null;
        strike.isOver = true;
        return { when: "after", then: "error" };
      };
      const book = await openWithColleague(bytes, { fault: fails });
      book.disturb(n, (context, now) => {
        if (!storeIn(now)) return;
        strike.acted = true;
        deed(context, now);
      });
      const code = await run().then(
        () => "done",
        (error: unknown) => failureData(error).code,
      );
      past = !book.happened();
      strike.isOver = true;
      book.settle();
      if (!strike.acted) continue;
      ends.add(code);
      const now = seen(book.opened.book);
      const wanted = code === "done" ? contents(whole) : contents(old);
      expect({ n, code, now }).toEqual({ n, code, now: wanted });
      expect((await readState()).unfinished).toBeNull();
    }
    // What an undo reads before it writes anything fails by names of its own.
    const others = work === "an undo" ? ["nothing-to-undo", "unexpected"] : [];
    const allowed = ["done", "rolled-back", "workbook-changed", ...others];
    expect([...ends].filter((end) => !allowed.includes(end))).toEqual([]);
    expect([...ends]).toContain("rolled-back");
  },
);

test("of a run that died, and whose store somebody deleted then, the columns are named that are not to be trusted", async () => {
  const scenario = await firstRun();
  let told = 0;
  for (const file of await leftBehind(scenario.bytes, "after", () => scenario.run())) {
    await openTrial(file);
    if ((await readState()).unfinished?.canFinish !== true) continue;
    await Excel.run(async (context) => {
      store(context).delete();
      await context.sync();
    });
    for (const work of [rollBackRun, finishRun]) {
      const failure = await work().then(() => null, failureData);
      expect(failure).toMatchObject({ code: "rollback-failed", detail: { columns: ["ABC"] } });
      expect(failureText("en", failure!).what).toContain("Do not rely on: ABC.");
    }
    told++;
  }
  expect(told).toBeGreaterThan(4);
});
