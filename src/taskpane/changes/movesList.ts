import type { Moves } from "../../engine/compareRuns";

/** One way from a segment to another, with the customers who went it. */
export interface MovedWay {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly customers: number;
  /** Of now; null for customers who left. */
  readonly value: number | null;
}

/** The ways that anybody went, most customers first. Who stayed in a segment of the same name went none. */
export function movesList(
  { from, to, customers, values }: Moves,
  words: { readonly notClassified: string; readonly entered: string; readonly left: string },
): readonly MovedWay[] {
  const rows = [...from, words.notClassified, words.entered];
  const columns = [...to, words.notClassified, words.left];
  return rows
    .flatMap((a, row) =>
      columns.map((b, column) => ({
        key: `${row} ${column}`,
        from: a,
        to: b,
        customers: customers[row]?.[column] ?? 0,
        value: values[row]?.[column] ?? null,
      })),
    )
    .filter((way) => way.customers > 0 && way.from !== way.to)
    .sort((a, b) => b.customers - a.customers);
}
