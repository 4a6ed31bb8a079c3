import { nextRunState, type RunState } from "../../../src/taskpane/state/useRun";

const running: RunState = { kind: "running", progress: null, stopping: false };

test("keeps a run on view until it ends, whatever else is pressed", () => {
  expect(nextRunState(running, { kind: "close" })).toBe(running);
  expect(nextRunState(running, { kind: "ask" })).toBe(running);
  expect(nextRunState(running, { kind: "stop" })).toEqual({ ...running, stopping: true });
});

test("forgets progress that arrives after the end", () => {
  const failed: RunState = { kind: "failed", failure: { code: "cancelled", message: "" } };
  expect(nextRunState(failed, { kind: "progress", progress: { stage: "sheets", done: 1, total: 2 } })).toBe(failed);
});

test("asks before it starts, and can be closed again", () => {
  expect(nextRunState({ kind: "idle" }, { kind: "ask" })).toEqual({ kind: "asking" });
  expect(nextRunState({ kind: "asking" }, { kind: "close" })).toEqual({ kind: "idle" });
});
