import type { RegisterEntry } from "./register";

/** A segment as a run finds it. */
export interface RegisterSegment {
  readonly id: string;
  readonly segmentation: string;
  readonly segment: string;
}

/** What becomes of the register's rows in a run. */
export interface MergedRegister<Entry extends RegisterEntry> {
  /** Rows that stay where they are; `now` is null for a segment that the plan no longer has. */
  readonly kept: readonly { readonly entry: Entry; readonly now: RegisterSegment | null }[];
  /** Segments without a row so far, in the order of the plan. */
  readonly added: readonly RegisterSegment[];
}

/** Brings segments and rows together by id. No row ever goes: its people's work would go with it. */
export function mergeRegister<Entry extends RegisterEntry>(
  entries: readonly Entry[],
  segments: readonly RegisterSegment[],
): MergedRegister<Entry> {
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  const known = new Set(entries.map(({ id }) => id));
  return {
    kept: entries.map((entry) => ({ entry, now: byId.get(entry.id) ?? null })),
    added: segments.filter(({ id }) => !known.has(id)),
  };
}
