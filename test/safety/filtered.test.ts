import { answerWithin } from "../../src/workbook/inExcel";
import { errorsAtEvery, killsAtEvery } from "./everyRequest";
import { filteredRun } from "./scenarios";

jest.setTimeout(900_000);

beforeAll(() => answerWithin(3_000));
afterAll(() => answerWithin(60_000));

test("F21 an error at every request of a run over a filtered table leaves the old or the new workbook, filtered as before", async () => {
  expect(await errorsAtEvery(await filteredRun())).toEqual(["done", "rolled-back"]);
});

test("F21 a process killed at every request of such a run leaves a file that can be finished or rolled back, filtered as before", async () => {
  expect((await killsAtEvery(await filteredRun())).ends).toEqual(["back", "finished", "whole"]);
});
