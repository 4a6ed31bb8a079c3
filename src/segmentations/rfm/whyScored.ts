import type { Why } from "../../engine/why";
import { columnNamed } from "../../table/columnNamed";
import { CellKind } from "../../table/customerTable";
import { dayText } from "../../table/dayText";
import { readDate } from "../../table/readDate";
import type { SegmentationBy } from "../plans";
import { contentAt, type Asked } from "../shared/engineKind";

/** What RFM found of a customer. */
export interface ScoredCustomer {
  /** Of recency, frequency and amount; null for a customer without scores. */
  readonly scores: readonly [number, number, number] | null;
  /** By the columns that a run writes; none where the measures are columns of the table. */
  readonly measures: readonly { readonly column: string; readonly content: string }[];
}

/** Why a customer of RFM is where a run put it, by what it found; as `why` says it where there are no scores. */
export function whyScored(segmentation: SegmentationBy<"rfm">, asked: Asked): Why {
  const plain = whyScores(segmentation, asked);
  if (!asked.scored) return plain;
  const { scores, measures } = asked.scored;
  const cells = measures.length > 0 ? measures : plain.cells;
  if (scores === null) return { ...plain, cells };
  return { kind: "scores", scores, segment: segmentation.segments[asked.to ?? -1]?.name ?? null, measures: cells };
}

/** Limits that follow from all customers are not at hand here, so that the three measures speak for themselves. */
function whyScores({ source, valueColumn }: SegmentationBy<"rfm">, asked: Asked): Extract<Why, { kind: "contents" }> {
  const columns =
    source.kind === "columns"
      ? [...new Set([source.recency.column, source.frequencyColumn, source.monetaryColumn ?? source.frequencyColumn])]
      : [valueColumn];
  // A column that a run wrote may be gone by now.
  const there = columns.filter((name) => asked.table.columns.some((column) => column.name === name));
  const date = source.kind === "columns" && source.recency.as === "date" ? source.recency.column : null;
  const content = (column: string): string =>
    (column === date ? dayAt(asked, column) : null) ?? contentAt(asked, column);
  return { kind: "contents", cells: there.map((column) => ({ column, content: content(column) })) };
}

/** A date that stands in its cell as a number; null for any other content. */
function dayAt({ table, row }: Asked, name: string): string | null {
  const column = columnNamed(table, name);
  if (column.kinds[row] !== CellKind.number) return null;
  const day = readDate(column, row, { order: null, from1904: table.from1904 ?? false });
  return typeof day === "number" ? dayText(day) : null;
}
