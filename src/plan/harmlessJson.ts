import { Failure } from "../failure";

/** How much of a text is taken for data at all. */
export interface HarmlessLimits {
  readonly characters: number;
  readonly depth: number;
  /** How many things lists and objects may hold together, and how many objects; any number where not stated. */
  readonly values?: number;
  readonly objects?: number;
}

const attackingKeys = new Set(["__proto__", "constructor", "prototype"]);

/**
 * The data in a text that anyone may have written.
 *
 * @throws {Failure} `plan-hostile` if it is too long, too deep, or names keys that attack objects; `plan-broken` if it
 *   is no JSON
 */
export function harmlessJson(text: string, limits: HarmlessLimits): unknown {
  if (text.length > limits.characters) {
    throw new Failure("plan-hostile", `harmlessJson requires at most ${limits.characters} characters`, {
      detail: { problem: "too-long", found: text.length, limit: limits.characters },
    });
  }
  const { depth, values = Infinity, objects = Infinity } = limits;
  const beyond = beyondLimits(text, { depth, values, objects });
  if (beyond !== null) {
    throw new Failure("plan-hostile", `harmlessJson requires at most ${limits[beyond] ?? 0} for ${beyond}`, {
      detail: { problem: beyond === "depth" ? "too-deep" : "too-long", limit: limits[beyond] ?? 0 },
    });
  }
  const data = parseJson(text);
  requireHarmlessKeys(data);
  return data;
}

/** Counts brackets and commas outside strings before anything is parsed, in one pass. */
function beyondLimits(
  text: string,
  limits: Readonly<Record<"depth" | "values" | "objects", number>>,
): keyof typeof limits | null {
  let [level, counted, begun] = [0, 0, 0];
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '"') inString = !inString;
    else if (inString) i += character === "\\" ? 1 : 0;
    else if (character === "{" || character === "[") {
      level++;
      counted++;
      begun += character === "{" ? 1 : 0;
    } else if (character === "}" || character === "]") level--;
    else if (character === ",") counted++;
    if (level > limits.depth) return "depth";
    if (counted > limits.values) return "values";
    if (begun > limits.objects) return "objects";
  }
  return null;
}

function parseJson(text: string): unknown {
  try {
    // Editors on Windows put a byte order mark in front.
    return JSON.parse(text.replace(/^\uFEFF/, "")) as unknown;
  } catch (error) {
    throw new Failure("plan-broken", "harmlessJson requires JSON", { detail: { problem: "no-json" }, cause: error });
  }
}

function requireHarmlessKeys(data: unknown, steps: readonly string[] = []): void {
  if (typeof data !== "object" || data === null) return;
  for (const [key, value] of Object.entries(data)) {
    if (attackingKeys.has(key)) {
      throw new Failure("plan-hostile", `harmlessJson requires no key ${key}`, {
        detail: { problem: "attacking-key", found: key, steps },
      });
    }
    requireHarmlessKeys(value, [...steps, key]);
  }
}
