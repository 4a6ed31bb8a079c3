import type { Plan } from "../../plan/plan";
import { Failure } from "../../failure";
import { bandByCutoffs } from "../../methods/tiers/bandByCutoffs";
import type { SegmentationBy } from "../plans";
import { columnNamed } from "../../table/columnNamed";
import type { CustomerTable } from "../../table/customerTable";
import { readValues } from "../shared/readValues";
import { rowLister } from "../shared/rowLister";
import { summedGroups } from "../shared/summedGroups";
import type { Classified } from "../../engine/withShares";
import type { EngineKind } from "../shared/engineKind";
import { whyBand } from "../shared/whyBand";

/** Parameters as used, for RESULT.json and the run log. */
export type CutoffsUsed = Pick<SegmentationBy<"cutoffs">, "column" | "valueColumn" | "direction" | "cutoffs">;

/** Bands of a column of numbers by the user's own cut-offs; what is no number is listed and gets no band. */
function classifyCutoffs(
  segmentation: SegmentationBy<"cutoffs">,
  { keyColumn }: Plan,
  table: CustomerTable,
): Classified {
  const { id, name, method, valueColumn, direction, cutoffs, tiers } = segmentation;
  const keys = columnNamed(table, keyColumn);
  const column = columnNamed(table, segmentation.column);
  const amounts = columnNamed(table, valueColumn);
  const { rows, values, notNumbers } = readValues(column, table.rows, rowLister(column, keys));
  if (rows.length === 0) {
    throw new Failure("not-a-number", "classifyCutoffs requires a number in the column", { subject: column.name });
  }
  const highFirst = direction === "high-first";
  const bandOf = bandByCutoffs(values, highFirst ? [...cutoffs].reverse() : cutoffs);
  const labels = new Uint16Array(table.rows).fill(tiers.length);
  for (let i = 0; i < rows.length; i++) labels[rows[i]!] = highFirst ? cutoffs.length - bandOf[i]! : bandOf[i]!;
  const named = tiers.map((tier) => ({ id: `${id}/${tier.id}`, name: tier.name }));
  return {
    id,
    name,
    method,
    used: { column: column.name, valueColumn, direction, cutoffs },
    labels,
    notClassified: notNumbers,
    ...summedGroups(named, labels, amounts, rowLister(amounts, keys)),
  };
}

export const cutoffs: EngineKind<SegmentationBy<"cutoffs">> = { classify: classifyCutoffs, why: whyBand };
