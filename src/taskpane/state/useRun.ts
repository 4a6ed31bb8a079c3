import { useReducer, useRef } from "react";

import type { Carried } from "../../actions/carry/carryFile";
import type { HistoryKept } from "../../actions/history/keepHistory";
import type { SeenPolicy } from "../../actions/policy/requirePolicy";
import type { ActionProgress } from "../../actions/progress";
import type { RunResult } from "../../actions/runPlan";
import type { Engine } from "../../engine/engine";
import { type FailureData, failureData } from "../../failure";
import type { Plan } from "../../plan/plan";
import { writingPart } from "../write/writingPart";

/** Where writing to the workbook stands. */
export type RunState =
  | { readonly kind: "idle" }
  | { readonly kind: "asking" }
  | { readonly kind: "running"; readonly progress: ActionProgress | null; readonly stopping: boolean }
  | { readonly kind: "done"; readonly result: RunResult; readonly history: HistoryKept | null }
  | { readonly kind: "failed"; readonly failure: FailureData };

type RunEvent =
  | { readonly kind: "ask" | "close" | "start" | "stop" }
  | { readonly kind: "progress"; readonly progress: ActionProgress }
  | { readonly kind: "done"; readonly result: RunResult; readonly history: HistoryKept | null }
  | { readonly kind: "failed"; readonly failure: FailureData };

/** The way from "Write to workbook" to its end. */
export function nextRunState(state: RunState, event: RunEvent): RunState {
  switch (event.kind) {
    case "ask":
      return state.kind === "running" ? state : { kind: "asking" };
    case "close":
      return state.kind === "running" ? state : { kind: "idle" };
    case "start":
      return { kind: "running", progress: null, stopping: false };
    case "stop":
      return state.kind === "running" ? { ...state, stopping: true } : state;
    case "progress":
      return state.kind === "running" ? { ...state, progress: event.progress } : state;
    case "done":
    case "failed":
      return event;
    default:
      return event satisfies never;
  }
}

/** Writing to the workbook, with what the user can do about it. */
export interface Run {
  readonly state: RunState;
  readonly ask: () => void;
  readonly close: () => void;
  readonly start: (plan: Plan, person: string, policy: SeenPolicy) => void;
  readonly stop: () => void;
  /** Writes what a filter refused: the filter is cleared for it and set again. Null where that is no way out. */
  readonly withoutFilter: (() => void) | null;
}

/**
 * Runs plans, one at a time; `onEnd` hears the result, or null when a run failed or was stopped.
 *
 * @param carried - what last month's file brought, which a run takes over
 */
export function useRun(engine: Engine, onEnd: (result: RunResult | null) => void, carried: Carried | null = null): Run {
  const [state, tell] = useReducer(nextRunState, { kind: "idle" });
  const stopper = useRef<AbortController | null>(null);
  const asked = useRef<Asked | null>(null);

  async function start(what: Asked, clearFilter: boolean): Promise<void> {
    if (stopper.current !== null) return;
    asked.current = what;
    const { plan, person, policy } = what;
    const stop = new AbortController();
    stopper.current = stop;
    tell({ kind: "start" });
    try {
      const onProgress = (progress: ActionProgress): void => tell({ kind: "progress", progress });
      const { runPlan, keepHistory } = await writingPart.fetch();
      const { signal } = stop;
      const result = await runPlan(plan, engine, {
        now: new Date(),
        person,
        policy,
        signal,
        onProgress,
        ...(carried ? { carried } : {}),
        ...(clearFilter ? { clearFilter } : {}),
      });
      // From here there is nothing to stop any more.
      const history = await keepHistory(result.plan, { now: new Date(), person, onProgress });
      tell({ kind: "done", result, history });
      onEnd(result);
    } catch (error) {
      tell({ kind: "failed", failure: failureData(error) });
      onEnd(null);
    } finally {
      stopper.current = null;
    }
  }

  return {
    state,
    ask: () => tell({ kind: "ask" }),
    close: () => tell({ kind: "close" }),
    start: (plan, person, policy) => void start({ plan, person, policy }, false),
    stop: () => {
      stopper.current?.abort();
      tell({ kind: "stop" });
    },
    withoutFilter: isFiltered(state)
      ? () => {
          if (asked.current !== null) void start(asked.current, true);
        }
      : null,
  };
}

/** What a run was asked to write. */
interface Asked {
  readonly plan: Plan;
  readonly person: string;
  readonly policy: SeenPolicy;
}

/** True if the filter of the customer table refused a run, and can be set again. */
function isFiltered(state: RunState): boolean {
  return (
    state.kind === "failed" && state.failure.code === "table-filtered" && state.failure.detail?.["table"] !== undefined
  );
}
