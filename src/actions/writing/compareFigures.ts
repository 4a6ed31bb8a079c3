import type { Outcome } from "../../engine/outcome";
import type { Plan } from "../../plan/plan";
import { segmentsFigures } from "../../reports/segments/segmentsFigures";
import type { SheetDoc } from "../../reports/sheetDoc";
import { cellName, rangeAt } from "../../workbook/address";
import type { Session } from "../../workbook/inExcel";

/** A cell of the Segments sheet that shows another figure than the run found. */
export interface FigureDifference {
  /** As "Segments!B8". */
  readonly cell: string;
  /** What the cell's row and column say. */
  readonly segment: string;
  readonly figure: string;
  readonly found: number;
  /** What the sheet shows: a number, or an error as text. */
  readonly shown: number | string;
}

export interface ComparedFigures {
  readonly compared: number;
  readonly differences: readonly FigureDifference[];
}

/** Sums of the same numbers may differ in their last digits, and formulas round differences to six decimals. */
const tolerance = 1e-9;
const decimals = 1e-6;

/**
 * Reads the tables of the Segments sheet, as its formulas calculated them, and compares them with what the run found.
 * One request. Nothing depends on it: a sheet that cannot be read is null, and the run stands.
 *
 * @param doc - the sheet as the run wrote it, by the name that it has
 */
export async function compareFigures(
  session: Session,
  plan: Plan,
  { segmentations }: Outcome,
  doc: SheetDoc | null,
): Promise<ComparedFigures | null> {
  if (!doc) return null;
  const asked = segmentations.flatMap((result) => {
    const block = doc.blocks.find(({ id }) => id === `${result.id}/table`);
    if (block?.kind !== "table") return [];
    const wanted = segmentsFigures(result, plan);
    const place = {
      row: block.row + 1,
      column: block.column + 1,
      rows: wanted.length,
      columns: Math.max(...wanted.map(({ length }) => length)),
    };
    const range = rangeAt(session.workbook.worksheets.getItem(doc.name), place).load("values");
    return [{ block, wanted, place, range }];
  });
  try {
    await session.sync();
  } catch {
    return null;
  }
  const differences: FigureDifference[] = [];
  let compared = 0;
  for (const { block, wanted, place, range } of asked) {
    wanted.forEach((figures, i) => {
      figures.forEach((found, k) => {
        if (found === null) return;
        compared++;
        const shown = range.values[i]?.[k] as unknown;
        if (typeof shown === "number" && isSame(found, shown)) return;
        const name = block.rows[i]?.[0];
        differences.push({
          cell: cellName(doc.name, place.row + i, place.column + k),
          segment: typeof name === "string" ? name : "",
          figure: block.columns[k + 1]?.header ?? "",
          found,
          shown: typeof shown === "number" ? shown : String(shown),
        });
      });
    });
  }
  return { compared, differences };
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(decimals, tolerance * Math.abs(a));
}
