import type { Kept } from "../parts";
import { named, numberIn, rowsOf, type Draft, type ReadSegmentation, type SheetTables } from "./policyKind";
import type { TableReader } from "./tableReader";

interface ByShares {
  readonly cutoffs: number[];
  readonly tiers: { id: string; name: string }[];
  readonly kept?: Kept | undefined;
}

/** With other shares, limits that were kept for the former ones mean nothing. */
export function withTiers<S extends ByShares>(segmentation: S, read: Pick<ByShares, "tiers" | "cutoffs">): S {
  const { kept, ...rest } = segmentation;
  const stays = kept !== undefined && read.cutoffs.every((share, i) => share === segmentation.cutoffs[i]);
  return { ...rest, ...read, ...(stays ? { kept } : {}) } as S;
}

/** Where each tier or band stands. */
export function tierRows(
  { id, tiers }: { readonly id: string; readonly tiers: readonly { readonly id: string }[] },
  reader: TableReader,
): ReadSegmentation<unknown>["rows"] {
  return new Map([[id, tiers.map((tier) => reader.rowOf(tier.id))]]);
}

/** Tiers by shares, by their rows. */
export function tiersDraft(id: string, tables: SheetTables): Draft {
  const rows = [...rowsOf(id, ["name", "upTo"], tables)].sort((a, b) => numberIn(a, "upTo") - numberIn(b, "upTo"));
  return { tiers: rows.map(named), cutoffs: rows.slice(0, -1).map((row) => numberIn(row, "upTo")) };
}
