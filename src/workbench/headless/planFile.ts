import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Failure } from "../../failure";
import { keysAt } from "../../plan/keysAt";
import { nearest } from "../../plan/nearest";
import type { Plan } from "../../plan/plan";
import { readPlan } from "../../plan/readPlan";
import type { Language } from "../../text/language";
import { planFileWords } from "../../text/planFileWords";

/**
 * The plan in a file, which somebody may have written by hand.
 *
 * @throws {Failure} `file-not-read`; `plan-file`, saying what is wrong, where, and what was probably meant;
 *   `plan-too-new`
 */
export function planFile(path: string, language: Language): Plan {
  const text = readText(path);
  try {
    return readPlan(text);
  } catch (error) {
    if (!(error instanceof Failure) || (error.code !== "plan-broken" && error.code !== "plan-hostile")) throw error;
    const file = basename(path);
    throw new Failure("plan-file", `${file} is no plan: ${error.message}`, {
      subject: file,
      detail: { says: saysOf(error, text, language) },
      cause: error,
    });
  }
}

/** The text of a file that was asked for. */
export function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new Failure("file-not-read", `${path} cannot be read`, { subject: path, cause: error });
  }
}

function saysOf({ subject, detail = {} }: Failure, text: string, language: Language): string {
  const words = planFileWords[language];
  const where = subject === undefined || subject === "plan" ? null : subject;
  const problem = String(detail["problem"] ?? "");
  const found = detail["found"] === undefined ? null : String(detail["found"]);
  if (problem === "no-json") return words.noJson(placeOf(text));
  const steps = (detail["steps"] ?? []) as readonly string[];
  if (problem === "unknown-key" && found !== null) {
    const known = keysAt(steps, JSON.parse(plain(text)));
    return words.unknownKey(found, where, nearest(found, known), known);
  }
  if (problem === "unknown-word" && found !== null) {
    const known = (detail["known"] ?? []) as readonly string[];
    return words.unknownWord(found, where, nearest(found, known), known);
  }
  return words.problem(problem, where, found, detail["limit"] ?? null);
}

/** Editors on Windows put a byte order mark in front. */
function plain(text: string): string {
  return text.replace(/^\uFEFF/, "");
}

/** The line at which a text stops being JSON, where the parser tells; null where it does not. */
function placeOf(text: string): number | null {
  try {
    JSON.parse(plain(text));
    return null;
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1];
    return at === undefined ? null : plain(text).slice(0, Number(at)).split("\n").length;
  }
}
