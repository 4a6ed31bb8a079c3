import { Failure } from "../failure";

/** How much of a text is taken for data at all. */
export interface HarmlessLimits {
  readonly characters: number;
  readonly depth: number;
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
  if (deeperThan(text, limits.depth)) {
    throw new Failure("plan-hostile", `harmlessJson requires a depth of at most ${limits.depth}`, {
      detail: { problem: "too-deep", limit: limits.depth },
    });
  }
  const data = parseJson(text);
  requireHarmlessKeys(data);
  return data;
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
    throw new Failure("plan-broken", "harmlessJson requires JSON", { detail: { problem: "no-json" }, cause: error });
  }
}

function requireHarmlessKeys(data: unknown): void {
  if (typeof data !== "object" || data === null) return;
  for (const [key, value] of Object.entries(data)) {
    if (attackingKeys.has(key)) {
      throw new Failure("plan-hostile", `harmlessJson requires no key ${key}`, {
        detail: { problem: "attacking-key", found: key },
      });
    }
    requireHarmlessKeys(value);
  }
}
