import type { RfmResult } from "../../../segmentations/rfm/rfmResult";
import { rfmMeasures, type RfmMeasure } from "../../../segmentations/rfm/plan";
import type { RfmForm } from "../planForm";

/** Days and orders that are told apart in practice. */
const usualLimits = { recency: [30, 90, 180, 365], frequency: [2, 3, 4, 6] } as const;

/** Share of customers with a single order above which fifths of them say little. */
const mostOneTime = 0.3;
const scores = 5;

/** Limits in place of quintiles that do not tell customers apart, and why. */
export interface Proposal {
  /** Measures of which nobody has some score. */
  readonly empty: readonly RfmMeasure[];
  /** Share of the customers with a single order, where it is high; else null. */
  readonly oneTime: number | null;
  /** Per measure that is to change its limits, rising. */
  readonly limits: Partial<Readonly<Record<RfmMeasure, readonly number[]>>>;
  /** True if orders tell hardly anybody apart, by whatever limits. */
  readonly sameOrders: boolean;
}

/**
 * Limits to propose where quintiles leave a score to nobody, or too many customers bought once. Null where they do
 * neither.
 */
export function proposedScoring({ scoring }: RfmForm, rfm: RfmResult): Proposal | null {
  const byQuintiles = rfmMeasures.filter((measure) => scoring[measure].by === "quintiles");
  if (rfm.scored === 0) return null;
  const empty = byQuintiles.filter((measure) => rfm.counts[measure].some((count) => count === 0));
  const share = rfm.oneTime / rfm.scored;
  const oneTime = byQuintiles.includes("frequency") && share > mostOneTime ? share : null;
  if (empty.length === 0 && oneTime === null) return null;
  const byTime = oneTime !== null || empty.some((measure) => measure !== "monetary");
  const limits: Partial<Record<RfmMeasure, readonly number[]>> = {};
  for (const measure of ["recency", "frequency"] as const) {
    if (byTime && byQuintiles.includes(measure)) limits[measure] = usualLimits[measure];
  }
  if (empty.includes("monetary")) limits.monetary = distinctLimits(rfm);
  const useful = Object.fromEntries(Object.entries(limits).filter(([, values]) => values.length > 0));
  return { empty, oneTime, limits: useful, sameOrders: mostCommonOrders(rfm) >= 1 - mostOneTime };
}

/** The quintiles of the different amounts, rounded as people write them; fewer where there are not so many. */
function distinctLimits({ amounts, scores: { monetary } }: RfmResult): readonly number[] {
  const present = Array.from(amounts).filter((amount, i) => monetary[i] !== 0 && Number.isFinite(amount));
  const distinct = [...new Set(present)].sort((a, b) => a - b);
  if (distinct.length <= scores) return distinct.slice(1);
  const cuts = Array.from({ length: scores - 1 }, (_, i) => {
    const at = ((i + 1) * (distinct.length - 1)) / scores;
    const low = distinct[Math.floor(at)] ?? 0;
    const value = low + ((distinct[Math.ceil(at)] ?? low) - low) * (at % 1);
    return Number(value.toPrecision(3));
  });
  return [...new Set(cuts)];
}

/** Share of the customers with the most common number of orders, as far as the usual limits tell numbers apart. */
function mostCommonOrders({ orders, scores: { frequency } }: RfmResult): number {
  const bands = new Array<number>(scores).fill(0);
  let all = 0;
  orders.forEach((count, i) => {
    if (frequency[i] === 0) return;
    const band = usualLimits.frequency.filter((limit) => count >= limit).length;
    bands[band] = (bands[band] ?? 0) + 1;
    all++;
  });
  return all === 0 ? 0 : Math.max(...bands) / all;
}

/** Own limits to start from: those that were found, so that the scores stay what they are as far as they can. */
export function limitsFrom(measure: RfmMeasure, cuts: readonly number[]): number[] {
  // Beyond a quintile means above it, beyond a limit of one's own from it on; orders are counted in ones.
  const own = cuts.map((cut) =>
    measure === "monetary" ? cut : measure === "frequency" ? Math.floor(cut) + 1 : Math.floor(cut),
  );
  const rising = [...new Set(own)];
  return rising.length > 0 ? rising : [...(measure === "monetary" ? [1] : usualLimits[measure])];
}
