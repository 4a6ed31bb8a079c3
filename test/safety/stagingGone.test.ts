import { readState } from "../../src/actions/readState";
import { rollBackRun } from "../../src/actions/rollBackRun";
import { leftBehind } from "./killed";
import { firstRun, secondRun } from "./scenarios";
import { contents } from "./snapshot";
import { openTrial } from "./trial";

jest.setTimeout(600_000);

test.each([
  ["a first run", firstRun],
  ["a second run", secondRun],
] as const)("%s that died is rolled back even if somebody deleted its staging sheet", async (_name, make) => {
  const scenario = await make();
  const old = contents(scenario.old);
  let tried = 0;
  for (const [n, file] of (await leftBehind(scenario.bytes, "after", () => scenario.run())).entries()) {
    const trial = await openTrial(file);
    if ((await readState()).unfinished?.canFinish !== true) continue;
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("_tierbook_staging").delete();
      await context.sync();
    });
    expect((await readState()).unfinished).toMatchObject({ canFinish: false, canRollBack: true });
    await rollBackRun();
    expect({ n, book: contents(await trial.look()) }).toEqual({ n, book: old });
    expect((await readState()).unfinished).toBeNull();
    tried++;
  }
  expect(tried).toBeGreaterThan(4);
});
