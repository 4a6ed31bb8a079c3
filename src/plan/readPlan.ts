import type * as z from "zod/mini";
import { Failure, type FailureDetail } from "../failure";
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
  const upgraded = fromVersion3(fromVersion2(fromVersion1(saved)));
  const parsed = Plan.safeParse(upgraded);
  if (!parsed.success) throw broken(parsed.error.issues, upgraded);
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

/** Where a plan is not of the right form: an unknown key tells more than the one that is missing instead. */
function broken(issues: readonly z.core.$ZodIssue[], saved: unknown): Failure {
  const issue = issues.find(({ code }) => code === "unrecognized_keys") ?? issues[0];
  const steps = (issue?.path ?? []).map(String);
  const path = pathText(issue?.path ?? []);
  const value = steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | null | undefined)?.[step], saved);
  const subject = path === "" ? "plan" : path;
  const missing = value === undefined && issue?.code !== "unrecognized_keys";
  const detail = missing ? { problem: "missing" } : problemOf(issue, value, steps);
  return new Failure("plan-broken", `${subject} has not the form of a plan: ${String(detail["problem"])}`, {
    subject,
    detail,
  });
}

function problemOf(issue: z.core.$ZodIssue | undefined, value: unknown, steps: readonly string[]): FailureDetail {
  const found = typeof value === "string" || typeof value === "number" ? { found: value } : {};
  switch (issue?.code) {
    case "unrecognized_keys":
      return { problem: "unknown-key", found: issue.keys[0] ?? "", steps };
    case "invalid_value":
      return { problem: "unknown-word", ...found, known: issue.values.map(String) };
    case "invalid_union":
      return { problem: "unknown-word", ...found, known: optionsOf(issue) };
    case "invalid_type":
      return { problem: "wrong-type", ...found, known: [issue.expected, typeOf(value)] };
    case "too_big":
      if (issue.origin !== "string") return { problem: "too-many", ...found };
      return { problem: "text-too-long", limit: Number(issue.maximum) };
    case "too_small":
      return { problem: "too-few", ...found };
    default:
      return { problem: "wrong-form", ...found };
  }
}

/** The type of a value as JSON has it. */
function typeOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}

/** The place that steps through a plan's text lead to, as people write it; null for its top. */
export function placeText(steps: readonly string[]): string | null {
  return pathText(steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step))) || null;
}

/** A place of a plan as people write it: "segmentations[0].cutoffs". */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, step) =>
      typeof step === "number" ? `${text}[${step}]` : text === "" ? String(step) : `${text}.${String(step)}`,
    "",
  );
}

/** The words of which one says which alternative is meant. */
function optionsOf(issue: object): readonly string[] {
  return "options" in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
}
