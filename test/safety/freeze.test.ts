import { freezeMonth } from "../../src/actions/freeze/freezeMonth";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { failureData } from "../../src/failure";
import { answerWithin } from "../../src/workbook/inExcel";
import { fillOrders, rfmPlan } from "../actions/orders/orderBook";
import { when } from "../actions/clientBook";
import { check, killed, type Expected } from "./killed";
import { openTrial, reopened } from "./trial";

jest.setTimeout(900_000);

beforeAll(() => answerWithin(3_000));
afterAll(() => answerWithin(60_000));

const freeze = (): Promise<string> => freezeMonth({ name: null, now: new Date("2026-12-02T10:00:00Z"), person: "Ada" });

/** A month of RFM from orders, ready to be frozen. */
async function written(): Promise<Uint8Array> {
  const trial = await openTrial(null);
  fillOrders(trial.opened.book);
  await runPlan(rfmPlan(), inThread, when);
  return trial.save();
}

test("a freezing that meets an error leaves the workbook without the pack or with all of it, at every request", async () => {
  const bytes = await written();
  const undisturbed = await openTrial(bytes);
  const old = await undisturbed.look();
  await freeze();
  const whole = await undisturbed.look();
  const ends = new Set<string>();
  for (let n = 0; ; n++) {
    const trial = await openTrial(bytes);
    trial.arm(n, { when: "after", then: "error" }, 1);
    const end = await freeze().then(
      () => "done",
      (error: unknown) => failureData(error).code,
    );
    if (!trial.struck) break;
    expect({ n, end, book: await trial.look() }).toEqual({ n, end, book: end === "done" ? whole : old });
    ends.add(end);
  }
  expect([...ends].sort()).toEqual(["done", "rolled-back"]);
});

test("a freezing that is killed on the way leaves a file that is whole or can be made so", async () => {
  const bytes = await written();
  const undisturbed = await openTrial(bytes);
  await freeze();
  const expected: Expected = { run: freeze, old: await reopened(bytes), new: await reopened(undisturbed.save()) };
  const ends = new Set<string>();
  for (let n = 0; ; n++) {
    const file = await killed(bytes, n, "after", freeze);
    if (!file) break;
    ends.add(await check(file, expected));
  }
  expect([...ends]).toEqual(expect.arrayContaining(["back", "finished"]));
});
