import { errorsAtEvery, killsAtEvery } from "./everyRequest";
import { filteredRun } from "./scenarios";
import { inTurn } from "./sweep";

jest.setTimeout(900_000);

const sweep = inTurn("filtered");

test("F21 an error at every request of a run over a filtered table leaves the old or the new workbook, filtered as before", async () => {
  await errorsAtEvery(await filteredRun(), sweep);
});

test("F21 a process killed at every request of such a run leaves a file that can be finished or rolled back, filtered as before", async () => {
  await killsAtEvery(await filteredRun(), sweep);
});
