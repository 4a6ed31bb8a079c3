import { Failure, failureFrom } from "../failure";
import type { Engine, EngineOptions } from "../engine/engine";
import type { Outcome } from "../engine/outcome";
import type { Plan } from "../plan/plan";
import type { CustomerTable } from "../table/customerTable";
import { packTable, buffersOf } from "./packTable";
import { unpackOutcome } from "./packOutcome";
import type { RunReply, RunRequest } from "./protocol";

/** The part of a `Worker` that the engine uses. */
export interface EngineWorker {
  onmessage: ((event: { readonly data: RunReply }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  onmessageerror: (() => void) | null;
  postMessage(request: RunRequest, transfer: ArrayBufferLike[]): void;
  terminate(): void;
}

/**
 * The engine in workers. One is kept ready between runs; runs at the same time have one each. Cancelling ends the
 * worker, which is the only way to stop one that is busy.
 */
export function workerEngine(start: () => EngineWorker): Engine {
  const ready: EngineWorker[] = [];
  return {
    async run(plan, table, options = {}) {
      if (options.signal?.aborted) throw new Failure("cancelled", "run was cancelled before it began");
      const worker = ready.pop() ?? start();
      const outcome = await runIn(worker, plan, table, options);
      if (ready.length > 0) worker.terminate();
      else ready.push(worker);
      return outcome;
    },
  };
}

/** One run in one worker, which is ended unless the run succeeds or is refused. */
function runIn(
  worker: EngineWorker,
  plan: Plan,
  table: CustomerTable,
  { signal, onProgress }: EngineOptions,
): Promise<Outcome> {
  return new Promise<Outcome>((resolve, reject) => {
    const end = (failure: Failure): void => {
      signal?.removeEventListener("abort", cancel);
      worker.terminate();
      reject(failure);
    };
    const cancel = (): void => end(new Failure("cancelled", "run was cancelled"));
    signal?.addEventListener("abort", cancel);
    worker.onerror = (event) => end(new Failure("engine-stopped", event.message ?? "worker failed"));
    worker.onmessageerror = () => end(new Failure("engine-stopped", "worker sent what could not be read"));
    worker.onmessage = ({ data: reply }) => {
      switch (reply.kind) {
        case "progress":
          return onProgress?.(reply.progress);
        case "failed":
          return end(failureFrom(reply.failure));
        case "done":
          signal?.removeEventListener("abort", cancel);
          return resolve(unpackOutcome(reply.outcome, table, plan));
        default:
          return reply satisfies never;
      }
    };
    const packed = packTable(plan, table);
    worker.postMessage({ plan, table: packed }, buffersOf(packed));
  });
}
