import { Failure } from "../failure";
import { classify } from "./classify";
import type { Engine } from "./engine";

/** The engine where nothing waits for the thread: Node, tests, the headless run. */
export const inThread: Engine = {
  run: (plan, table, { signal, onProgress } = {}) =>
    new Promise((resolve) => {
      if (signal?.aborted) throw new Failure("cancelled", "run was cancelled before it began");
      resolve(classify(plan, table, onProgress));
    }),
};
