import type { SegmentationBy } from "../../plans";
import { cutField } from "./itemTables";
import { noteDisorder, noteTyped } from "./readTiers";
import { textOf, type TableReader } from "./tableReader";

type Bands = Pick<SegmentationBy<"cutoffs">, "tiers" | "cutoffs" | "direction">;

/** The bands as the sheet has them. */
export function readBands({ tiers, cutoffs, direction }: Bands, reader: TableReader): Omit<Bands, "direction"> {
  for (const row of reader.added) reader.note("new-row", row, "name", reader.content(row, "name"));
  const field = cutField(direction);
  const read = tiers.map((tier, i) => {
    const row = reader.rowOf(tier.id);
    if (row === null) return { tier, cutoff: cutoffs[i] ?? NaN };
    const isLast = i === tiers.length - 1;
    const content = reader.content(row, field);
    if (isLast && textOf(content) !== "") reader.note("fixed-cell", row, field, content);
    const cutoff = isLast ? NaN : reader.number(row, field);
    return { tier: { id: tier.id, name: reader.text(row, "name") }, cutoff };
  });
  const cuts = read.slice(0, -1).map(({ cutoff }) => cutoff);
  noteDisorder(tiers, cuts, direction === "high-first" ? -1 : 1, field, reader);
  noteTyped(tiers, (i) => [cuts[i - 1], cutoffs[i - 1]], field === "from" ? "below" : "from", reader);
  return { tiers: read.map(({ tier }) => tier), cutoffs: cuts };
}
