import { customersIn } from "../engine/consolidate/consolidate";
import type { ListedRow, Outcome } from "../engine/outcome";
import type { Plan } from "../plan/plan";
import { columnNamed } from "../table/columnNamed";
import { contentText } from "../table/contentText";
import { noCustomer, type CustomerTable } from "../table/customerTable";
import { keyText } from "../table/keyText";
import type { PackedOutcome, PackedRows } from "./protocol";

/** An outcome without the texts that the other side has already. */
export function packOutcome(outcome: Outcome): PackedOutcome {
  const several = outcome.customers < outcome.rows;
  const pack = (listed: readonly ListedRow[]): PackedRows => packRows(listed, several);
  return {
    ...outcome,
    segmentations: outcome.segmentations.map((segmentation) => ({
      ...segmentation,
      notClassified: pack(segmentation.notClassified),
      remarks: pack(segmentation.remarks),
    })),
  };
}

function packRows(listed: readonly ListedRow[], several: boolean): PackedRows {
  return {
    rows: Uint32Array.from(listed, ({ row }) => row),
    reasons: listed.map(({ reason }) => reason),
    columns: listed.map(({ column }) => column),
    contents: several ? listed.map(({ content }) => content) : null,
  };
}

/** The outcome with keys and contents of the listed rows from the table that was packed. */
export function unpackOutcome(packed: PackedOutcome, table: CustomerTable, plan: Plan): Outcome {
  const keys = columnNamed(table, plan.keyColumn);
  const customers = customersIn(plan, table);
  const keyOf = (row: number): string => {
    const customer = customers?.of[row] ?? noCustomer;
    return customers && customer !== noCustomer ? (customers.keys[customer] ?? "") : keyText(keys, row);
  };
  const unpackRows = ({ rows, reasons, columns, contents }: PackedRows): ListedRow[] =>
    Array.from(rows, (row, i) => {
      const column = columns[i] ?? "";
      const content = contents?.[i] || contentText(columnNamed(table, column), row);
      return { row, key: keyOf(row), reason: reasons[i] ?? "blank", column, content };
    });
  return {
    ...packed,
    segmentations: packed.segmentations.map((segmentation) => ({
      ...segmentation,
      notClassified: unpackRows(segmentation.notClassified),
      remarks: unpackRows(segmentation.remarks),
    })),
  };
}
