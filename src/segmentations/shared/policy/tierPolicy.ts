import type { SegmentationBy } from "../../plans";
import { tiersTable } from "./itemTables";
import {
  named,
  numberIn,
  rowsOf,
  type Draft,
  type PolicyKind,
  type ReadSegmentation,
  type SheetTables,
} from "./policyKind";
import { readTiers } from "./readTiers";
import type { TableReader } from "./tableReader";

type ByShares = SegmentationBy<"abc" | "quantiles">;

/** The table of tiers by shares, both ways. With other shares, limits that were kept for the former ones mean nothing. */
export function shareTables<S extends ByShares>(): Pick<PolicyKind<S>, "tables" | "read"> {
  return {
    tables: (segmentation) => [tiersTable(segmentation)],
    read: (segmentation, { readerOf }) => {
      const reader = readerOf(segmentation.id);
      const read = readTiers(segmentation, reader);
      const { kept, ...rest } = segmentation;
      const stays = kept !== undefined && read.cutoffs.every((share, i) => share === segmentation.cutoffs[i]);
      return {
        segmentation: { ...rest, ...read, ...(stays ? { kept } : {}) } as S,
        rows: tierRows(segmentation, reader),
      };
    },
  };
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
