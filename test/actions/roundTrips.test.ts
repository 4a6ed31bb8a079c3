import { roundTrips } from "../bench/roundTrips";

// A busy machine needs its time.
jest.setTimeout(120_000);

test("a run of the sample and its undoing take few round trips: each costs a second on a slow line", async () => {
  const { first, again, undo } = await roundTrips();
  expect(first).toBeLessThanOrEqual(50);
  expect(again).toBeLessThanOrEqual(56);
  expect(undo).toBeLessThanOrEqual(66);
});
