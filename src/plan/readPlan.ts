import type * as z from "zod/mini";
import { Failure } from "../failure";
import { Plan, planVersion } from "./plan";
import { planProblems, planTextLimit } from "./planProblems";
import { fromVersion1 } from "./upgrades/fromVersion1";
import { fromVersion2 } from "./upgrades/fromVersion2";
import { fromVersion3 } from "./upgrades/fromVersion3";

/** The deepest nesting that is read; a plan of ours has eight levels. */
export const planDepthLimit = 12;

/**
 * The one door for a saved plan. Its text is untrusted: anyone may have edited the workbook or the file.
 *
 * @throws {Failure} `plan-hostile` if it is too long, too deep, or names keys that no plan has and that attack objects;
 *   `plan-too-new` for a later version, with both versions in `detail`;
 *   `plan-broken` if it is no JSON or no sound plan, the subject saying where
 */
export function readPlan(text: string): Plan {
  requireHarmlessText(text);
  const saved = parseJson(text);
  requireHarmlessKeys(saved);
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

function requireHarmlessText(text: string): void {
  if (text.length > planTextLimit) {
    throw new Failure("plan-hostile", `readPlan requires at most ${planTextLimit} characters`, {
      detail: { problem: "too-long", found: text.length, limit: planTextLimit },
    });
  }
  if (deeperThan(text, planDepthLimit)) {
    throw new Failure("plan-hostile", `readPlan requires a depth of at most ${planDepthLimit}`, {
      detail: { problem: "too-deep", limit: planDepthLimit },
    });
  }
}

/** Counts brackets outside strings before anything is parsed, in one pass. */
function deeperThan(text: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length && depth <= limit; i++) {
    const character = text[i];
    if (character === '"') inString = !inString;
    else if (inString) i += character === "\\" ? 1 : 0;
    else if (character === "{" || character === "[") depth++;
    else if (character === "}" || character === "]") depth--;
  }
  return depth > limit;
}

function parseJson(text: string): unknown {
  try {
    // Editors on Windows put a byte order mark in front.
    return JSON.parse(text.replace(/^\uFEFF/, "")) as unknown;
  } catch (error) {
    throw new Failure("plan-broken", "readPlan requires JSON", { detail: { problem: "no-json" }, cause: error });
  }
}

const attackingKeys = new Set(["__proto__", "constructor", "prototype"]);

function requireHarmlessKeys(saved: unknown): void {
  if (typeof saved !== "object" || saved === null) return;
  for (const [key, value] of Object.entries(saved)) {
    if (attackingKeys.has(key)) {
      throw new Failure("plan-hostile", `readPlan requires no key ${key}`, {
        detail: { problem: "attacking-key", found: key },
      });
    }
    requireHarmlessKeys(value);
  }
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
