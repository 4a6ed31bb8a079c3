import type * as z from "zod/mini";
import { Failure } from "../failure";
import { harmlessJson } from "./harmlessJson";
import { Plan, planVersion } from "./plan";
import { planProblems, planTextLimit } from "./planProblems";
import { fromVersion1 } from "./upgrades/fromVersion1";
import { fromVersion2 } from "./upgrades/fromVersion2";
import { fromVersion3 } from "./upgrades/fromVersion3";

/** The deepest nesting that is read; a plan of ours has eleven levels. */
export const planDepthLimit = 12;

/**
 * The one door for a saved plan. Its text is untrusted: anyone may have edited the workbook or the file.
 *
 * @throws {Failure} `plan-hostile` if it is too long, too deep, or names keys that no plan has and that attack objects;
 *   `plan-too-new` for a later version, with both versions in `detail`;
 *   `plan-broken` if it is no JSON or no sound plan, the subject saying where
 */
export function readPlan(text: string): Plan {
  const saved = harmlessJson(text, { characters: planTextLimit, depth: planDepthLimit });
  requireKnownVersion(saved);
  const parsed = Plan.safeParse(fromVersion3(fromVersion2(fromVersion1(saved))));
  if (!parsed.success) throw broken(parsed.error.issues[0]);
  const [problem] = planProblems(parsed.data);
  if (problem) {
    throw new Failure("plan-broken", `readPlan found ${problem.kind}`, {
      subject: problem.path,
      detail: { problem: problem.kind, found: problem.found },
    });
  }
  return parsed.data;
}

function requireKnownVersion(saved: unknown): void {
  const version = (saved as { readonly version?: unknown } | null)?.version;
  if (typeof version === "number" && version > planVersion) {
    throw new Failure("plan-too-new", `readPlan requires version ${planVersion} or lower, got ${version}`, {
      detail: { found: version, known: planVersion },
    });
  }
}

function broken(issue: z.core.$ZodIssue | undefined): Failure {
  const path = (issue?.path ?? []).reduce<string>(
    (text, step) =>
      typeof step === "number" ? `${text}[${step}]` : text === "" ? String(step) : `${text}.${String(step)}`,
    "",
  );
  if (issue?.code === "too_big" && issue.origin === "string") {
    const limit = Number(issue.maximum);
    return new Failure("plan-broken", `readPlan requires at most ${limit} characters at ${path}`, {
      subject: path,
      detail: { problem: "text-too-long", limit },
    });
  }
  return new Failure("plan-broken", `readPlan requires the form of a plan: ${issue?.code ?? ""} at ${path}`, {
    subject: path === "" ? "plan" : path,
    detail: { problem: issue?.code ?? "" },
  });
}
