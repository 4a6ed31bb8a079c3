import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Failure } from "../../failure";
import { keysAt } from "../../plan/keysAt";
import { nearest } from "../../plan/nearest";
import type { Plan } from "../../plan/plan";
import { placeText, readPlan } from "../../plan/readPlan";
import type { Language } from "../../text/language";
import { planFileWords } from "../../text/planFileWords";
import { doubledKey } from "./doubledKey";

/**
 * The plan in a file, which somebody may have written by hand.
 *
 * @throws {Failure} `file-not-read`; `plan-file`, saying what is wrong, where, and what was probably meant;
 *   `plan-too-new`
 */
export function planFile(path: string, language: Language): Plan {
  const text = readText(path);
  const file = basename(path);
  const refused = (says: string, cause?: Failure): Failure =>
    new Failure("plan-file", `${file} is no plan: ${cause?.message ?? says}`, {
      subject: file,
      detail: { says },
      ...(cause && { cause }),
    });
  let plan: Plan;
  try {
    plan = readPlan(text);
  } catch (error) {
    if (!(error instanceof Failure) || (error.code !== "plan-broken" && error.code !== "plan-hostile")) throw error;
    throw refused(saysOf(error, text, language), error);
  }
  const doubled = doubledKey(text);
  if (doubled) throw refused(planFileWords[language].doubledKey(doubled.key, doubled.line));
  return plan;
}

/** The text of a file that was asked for. */
export function readText(path: string): string {
  try {
    const bytes = readFileSync(path);
    const mark = bytes.subarray(0, 2).toString("hex");
    // A shell on Windows writes UTF-16, and says by its first two bytes in which order.
    if (mark === "feff")
      return bytes
        .subarray(0, bytes.length & ~1)
        .swap16()
        .toString("utf16le");
    return bytes.toString(mark === "fffe" ? "utf16le" : "utf8");
  } catch (error) {
    throw new Failure("file-not-read", `${path} cannot be read`, { subject: path, cause: error });
  }
}

function saysOf({ subject, detail = {} }: Failure, text: string, language: Language): string {
  const words = planFileWords[language];
  const where = subject === undefined || subject === "plan" ? null : subject;
  const problem = String(detail["problem"] ?? "");
  const found = detail["found"] === undefined ? null : String(detail["found"]);
  if (plain(text).trim() === "") return words.empty;
  if (problem === "no-json") return words.noJson(placeOf(text));
  const steps = (detail["steps"] ?? []) as readonly string[];
  if (problem === "attacking-key" && found !== null) {
    return words.unknownKey(found, placeText(steps), null, keysAt(steps, JSON.parse(plain(text))));
  }
  if (problem === "wrong-type") {
    const [wanted = "", got = ""] = (detail["known"] ?? []) as readonly string[];
    return words.wrongType(where, wanted, got, found);
  }
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
