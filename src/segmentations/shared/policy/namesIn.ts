import { folded } from "../folded";

/** Names and what they stand for. */
export interface Names {
  /** The id that a name means; undefined for one that nobody has. */
  readonly idOf: (name: string) => string | undefined;
  /** Ids that have become others. */
  readonly now: ReadonlyMap<string, string>;
}

/** Names by what they are now, and where nobody has one now, by what they were. */
export function namesIn(
  present: readonly (readonly [id: string, name: string])[],
  former: readonly (readonly [id: string, name: string])[],
): Names {
  const ids = new Map<string, string>();
  for (const [id, name] of [...present, ...former]) {
    for (const known of [name, folded(name)]) if (!ids.has(known)) ids.set(known, id);
  }
  return { idOf: (name) => ids.get(name) ?? ids.get(folded(name)), now: new Map() };
}

/** An id for a segment that people added, which none of these has. */
export function freeSegmentId(taken: ReadonlySet<string>): string {
  let n = taken.size + 1;
  while (taken.has(`segment-${n}`)) n++;
  return `segment-${n}`;
}
