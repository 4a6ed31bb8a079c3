/** A key that stands twice in one object, and the line of the second; the parser takes the last in silence. */
export interface DoubledKey {
  readonly key: string;
  readonly line: number;
}

/** The first key of a JSON text that stands twice in its object; null where none does. */
export function doubledKey(json: string): DoubledKey | null {
  const open: (Set<string> | null)[] = [];
  for (const { 0: token, index } of json.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}[\]]/g)) {
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(null);
    else if (token === "}" || token === "]") open.pop();
    else if (token.endsWith(":")) {
      const key = JSON.parse(token.slice(0, -1)) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) return { key, line: json.slice(0, index).split("\n").length };
      keys?.add(key);
    }
  }
  return null;
}
