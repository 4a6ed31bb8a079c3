import type { Plan } from "../plan/plan";
import { policyKind } from "../segmentations/policies";
import type { Segmentation } from "../segmentations/plans";
import { sortedByScale } from "../plan/sortedByScale";
import { type CustomerColumns, namedColumn } from "../segmentations/shared/policy/customerColumns";
import type { TableReader } from "../segmentations/shared/policy/tableReader";

type Scales = Plan["scales"];

/** The most values that a plan keeps of a scale. */
const longestScale = 100;

/** The scales as the sheet has them, in the order of its numbers; rows that people added are values more. */
export function readScales(scales: Scales, columns: CustomerColumns | null, reader: TableReader): Scales {
  const known = reader.table.items.flatMap(({ id, cells }) => {
    const row = reader.rowOf(id);
    return row === null ? [] : [{ row, former: String(cells.column) }];
  });
  const added = reader.added.map((row) => ({ row, former: undefined }));
  const read = [...known, ...added].map(({ row, former }) => {
    const [column, value] = [namedColumn(row, former, columns, reader), reader.text(row, "value")];
    if (column === "") reader.note("value-missing", row, "column");
    if (value === "") reader.note("value-missing", row, "value");
    return { row, column, value, order: reader.number(row, "order") };
  });
  const scaled = [...new Set([...scales.map(({ column }) => column), ...read.map(({ column }) => column)])];
  return scaled.flatMap((column) => {
    const own = read.filter((each) => each.column === column).sort((a, b) => a.order - b.order);
    own.forEach(({ row, value, order }, i) => {
      if (own.slice(0, i).some((other) => other.value === value)) reader.note("same-value", row, "value", value);
      if (i > 0 && own[i - 1]?.order === order) reader.note("same-order", row, "order", order);
    });
    if (own.length > longestScale) reader.note("too-many", null, "value", own.length);
    return own.length === 0 ? [] : [{ column, values: own.map(({ value }) => value) }];
  });
}

/** Brings the values of the columns whose scale was changed into its order; a value that it misses stays behind them. */
export function followScales(segmentation: Segmentation, before: Scales, now: Scales): Segmentation {
  const changed = now.filter(
    (scale) => JSON.stringify(scale.values) !== JSON.stringify(before.find((it) => it.column === scale.column)?.values),
  );
  const sorted = <Value extends { readonly value: string }>(column: string, values: Value[]): Value[] => {
    const order = changed.find((scale) => scale.column === column)?.values;
    return order ? sortedByScale(values, order, ({ value }) => value) : values;
  };
  return policyKind(segmentation).followScales?.(segmentation, sorted) ?? segmentation;
}
