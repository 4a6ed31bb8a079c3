import { answerWithin } from "../../src/workbook/inExcel";
import { errorsAtEvery, killsAtEvery } from "./everyRequest";
import { leftOutRun } from "./scenarios";

jest.setTimeout(900_000);

beforeAll(() => answerWithin(3_000));
afterAll(() => answerWithin(60_000));

test("an error while blocks, charts and a label column go leaves the old or the new workbook, at every request that changes it", async () => {
  expect(await errorsAtEvery(await leftOutRun())).toEqual(["done", "rolled-back"]);
});

test("a process killed while blocks, charts and a label column go leaves a file that can be made whole", async () => {
  expect((await killsAtEvery(await leftOutRun())).ends).toEqual(expect.arrayContaining(["back", "finished"]));
});
