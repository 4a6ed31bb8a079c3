import { Answer } from "./answer";

/** How a rule fared, in customers. */
export interface RuleCount {
  /** For whom it holds, whatever the rules before it say. */
  readonly matched: number;
  /** Whom it put into its segment, because no rule before it did. */
  readonly taken: number;
}

/** Two rules that hold for the same customers, by index; the first of them decides. */
export interface RuleOverlap {
  readonly first: number;
  readonly second: number;
  readonly customers: number;
}

/** What the rules do to the customers, so that it can be looked at before anything is written. */
export interface RulesReport {
  readonly counts: readonly RuleCount[];
  /** The most customers first, at most `mostOverlaps`. */
  readonly overlaps: readonly RuleOverlap[];
  /** For whom no rule holds, and their share of all customers. */
  readonly otherwise: number;
  readonly otherwiseShare: number;
}

/** The most pairs of rules that a report names. */
export const mostOverlaps = 50;

/** Which rows a rule holds for, a bit per row. */
export type Matches = Uint32Array;

/** The rows that answer yes. */
export function matchesIn(answers: Uint8Array): Matches {
  const bits = new Uint32Array(Math.ceil(answers.length / 32));
  for (let row = 0; row < answers.length; row++) {
    if (answers[row] === Answer.yes) bits[row >>> 5]! |= 1 << (row & 31);
  }
  return bits;
}

/** The pairs of rules that hold for the same rows. */
export function overlapsOf(matches: readonly Matches[]): readonly RuleOverlap[] {
  const found: RuleOverlap[] = [];
  for (const [first, one] of matches.entries()) {
    for (let second = first + 1; second < matches.length; second++) {
      const other = matches[second]!;
      let customers = 0;
      for (let i = 0; i < one.length; i++) customers += bitsIn(one[i]! & other[i]!);
      if (customers > 0) found.push({ first, second, customers });
    }
  }
  return found
    .sort((a, b) => b.customers - a.customers || a.first - b.first || a.second - b.second)
    .slice(0, mostOverlaps);
}

/** How many bits of 32 are set: H. S. Warren, Hacker's Delight, 2nd edition, 2012, figure 5-2. */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
