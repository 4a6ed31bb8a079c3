import type { SegmentationBy } from "../../plans";
import { allOfIt } from "./itemTables";
import type { TableReader } from "./tableReader";

/** The tiers as the sheet has them, and where each stands. */
export function readTiers(
  { tiers, cutoffs }: Pick<SegmentationBy<"abc">, "tiers" | "cutoffs">,
  reader: TableReader,
): Pick<SegmentationBy<"abc">, "tiers" | "cutoffs"> {
  for (const row of reader.added) reader.note("new-row", row, "name", reader.content(row, "name"));
  const read = tiers.map((tier, i) => {
    const row = reader.rowOf(tier.id);
    if (row === null) return { tier, cutoff: cutoffs[i] ?? allOfIt };
    const cutoff = reader.number(row, "upTo");
    if (i === tiers.length - 1) {
      if (cutoff !== allOfIt) reader.note("fixed-cell", row, "upTo", reader.content(row, "upTo"));
    } else if (cutoff <= 0 || cutoff >= allOfIt) reader.note("share-range", row, "upTo", cutoff);
    return { tier: { id: tier.id, name: reader.text(row, "name") }, cutoff };
  });
  const cuts = read.slice(0, -1).map(({ cutoff }) => cutoff);
  noteDisorder(tiers, cuts, 1, "upTo", reader);
  noteTyped(tiers, (i) => [cuts[i - 1], cutoffs[i - 1]], "above", reader);
  return { tiers: read.map(({ tier }) => tier), cutoffs: cuts };
}

type Item = { readonly id: string };

/** Notes each cut-off that does not lie beyond the one before it. */
export function noteDisorder(
  items: readonly Item[],
  cuts: readonly number[],
  sign: 1 | -1,
  field: "upTo" | "from" | "below",
  reader: TableReader,
): void {
  cuts.forEach((cutoff, i) => {
    const before = cuts[i - 1];
    const row = reader.rowOf(items[i]?.id ?? "");
    if (before !== undefined && row !== null && sign * (cutoff - before) <= 0) {
      reader.note("out-of-order", row, field, cutoff);
    }
  });
}

/**
 * Notes a number that somebody typed over a formula: it would follow from another cell, and be overwritten.
 *
 * @param expected - what the formula of item i shows: by the sheet as it is, and before it was calculated again
 */
export function noteTyped(
  items: readonly Item[],
  expected: (i: number) => readonly (number | undefined)[],
  field: "above" | "from" | "below",
  reader: TableReader,
): void {
  items.forEach(({ id }, i) => {
    const row = reader.rowOf(id);
    const content = row === null ? "" : reader.content(row, field);
    if (typeof content === "number" && !expected(i).includes(content)) reader.note("follows", row, field, content);
  });
}
