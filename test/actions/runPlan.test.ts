import { runPlan } from "../../src/actions/runPlan";
import { readState } from "../../src/actions/readState";
import { inThread } from "../../src/engine/inThread";
import { clientPlan, openClients, when } from "./clientBook";

test("writes labels beside the table, and nothing of the run stays behind", async () => {
  const { host, book } = await openClients();
  const plan = await clientPlan();
  const result = await runPlan(plan, inThread, when);
  expect(host.missing).toEqual([]);
  expect(result.columns).toEqual([{ segmentation: "abc", name: "ABC", renamed: false }]);
  expect(book.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ["Clients", "Visible"],
    ["_tierbook", "Hidden"],
    ["Tierbook", "Visible"],
    ["Segments", "Visible"],
  ]);
  const state = await readState();
  expect(state.plan).toEqual(plan);
  expect(state.unfinished).toBeNull();
  expect(state.lastRun?.status).toBe("complete");
});
