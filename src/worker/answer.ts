import { classify } from "../engine/classify";
import { failureData } from "../failure";
import { packOutcome } from "./packOutcome";
import { unpackTable } from "./packTable";
import type { RunReply, RunRequest } from "./protocol";

/** Computes one request and replies as the protocol says. Never throws. */
export function answer({ plan, table }: RunRequest, reply: (reply: RunReply) => void): void {
  try {
    const outcome = classify(plan, unpackTable(table), (progress) => reply({ kind: "progress", progress }));
    reply({ kind: "done", outcome: packOutcome(outcome) });
  } catch (error) {
    reply({ kind: "failed", failure: failureData(error) });
  }
}
