import { errorsAtEvery, killsAtEvery } from "./everyRequest";
import { leftOutRun } from "./scenarios";
import { inTurn } from "./sweep";

jest.setTimeout(900_000);

const sweep = inTurn("left out");

test("an error while blocks, charts and a label column go leaves the old or the new workbook, at every request that changes it", async () => {
  await errorsAtEvery(await leftOutRun(), sweep);
});

test("a process killed while blocks, charts and a label column go leaves a file that can be made whole", async () => {
  await killsAtEvery(await leftOutRun(), sweep);
});
