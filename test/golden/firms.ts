import { expected, goldenLines } from "./goldenData";

export const firmTiers = ["A", "B", "C"] as const;

/** The 302 firms by the sum of their sales with tax: who begins below 80 % of it is A, below 95 % B. */
const told = expected<{
  readonly sum: string;
  readonly tiers_by_销项价税合计: Readonly<
    Record<(typeof firmTiers)[number], { readonly n: number; readonly value: number; readonly share: number }>
  >;
}>("firms");
export const expectedFirms = told.tiers_by_销项价税合计;

/** The sales with tax of all firms, as exact digits. */
export const allSales = told.sum;

/** Firms per tier, from A on. */
export const firmCounts = firmTiers.map((tier) => expectedFirms[tier].n);

/** Code and name of each firm as texts, and 24 numbers. */
export function firmTable(): { readonly headers: readonly string[]; readonly rows: (string | number)[][] } {
  const [headers, ...lines] = goldenLines("firms.csv");
  return { headers, rows: lines.map((texts) => texts.map((text, i) => (i < 2 ? text : Number(text)))) };
}
