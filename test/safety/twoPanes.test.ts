import { readState } from "../../src/actions/readState";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { clientPlan, when } from "../actions/clientBook";
import { seeded } from "../bench/seeded";
import { secondRun } from "./scenarios";
import { idle, openTwoPanes } from "./twoPanes";

jest.setTimeout(300_000);

test("what one pane writes the other reads, and their requests go through one at a time", async () => {
  const { bytes } = await secondRun();
  const panes = await openTwoPanes(bytes);
  const random = seeded(1);
  const plan = { ...(await panes.as(0, () => clientPlan())), table: { id: "", name: "Customers" } };
  const { ends, order } = await panes.interleave([() => runPlan(plan, inThread, when), () => idle(40)], () =>
    random() < 0.5 ? 0 : 1,
  );
  expect(ends.map(({ end }) => end)).toEqual(["done", "done"]);
  expect(order).toMatch(/01+0+1/);
  expect([...order].filter((pane) => pane === "1")).toHaveLength(40);
  expect((await panes.as(1, readState)).revision).toBe(2);
  panes.close();
});
