import type { Moves } from "../../engine/compareRuns";

/** Customers, and the sum of their values of now. */
interface Sum {
  readonly customers: number;
  readonly value: number;
}

/** A segment that somebody would join or leave. */
export interface ConcernedSegment {
  readonly id: string;
  readonly name: string;
  /** Who answers for it; "" for nobody. */
  readonly owner: string;
  readonly joining: Sum;
  /** Without the values of those who left the table: what they were worth is not kept. */
  readonly leaving: Sum;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * The segments that moves concern, with who answers for them: those of now in their order, then those that are gone.
 *
 * @param before - the segments of the run before, in the order of `moves.from`
 * @param now - those of now, in the order of `moves.to`
 * @param owners - names by id of the segment
 */
export function concernedSegments(
  { customers, values }: Moves,
  before: readonly Named[],
  now: readonly Named[],
  owners: ReadonlyMap<string, string>,
): readonly ConcernedSegment[] {
  const sumOver = (ways: readonly (readonly [number, number])[]): Sum => ({
    customers: ways.reduce((sum, [a, b]) => sum + (customers[a]?.[b] ?? 0), 0),
    value: ways.reduce((sum, [a, b]) => sum + (values[a]?.[b] ?? 0), 0),
  });
  const gone = before.filter(({ id }) => now.every((segment) => segment.id !== id));
  return [...now, ...gone]
    .map(({ id, name }): ConcernedSegment => {
      const isIt = (segment: Named): boolean => segment.id === id;
      const [from, to] = [before.findIndex(isIt), now.findIndex(isIt)];
      const joining = to < 0 ? [] : [...customers.keys()].flatMap((a) => (a === from ? [] : [[a, to] as const]));
      const ends = [...(customers[0] ?? []).keys()];
      const leaving = from < 0 ? [] : ends.flatMap((b) => (b === to ? [] : [[from, b] as const]));
      return { id, name, owner: owners.get(id) ?? "", joining: sumOver(joining), leaving: sumOver(leaving) };
    })
    .filter(({ joining, leaving }) => joining.customers + leaving.customers > 0);
}
