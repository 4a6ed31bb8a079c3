import type { DateReading } from "../../table/readDate";
import type { Plan } from "../../plan/plan";

/** How a plan's dates are read in a workbook: as declared for all columns, and for some by themselves. */
export function dateReading({ dates, columns }: Plan["reading"], from1904: boolean): DateReading {
  const own = (columns ?? []).flatMap(({ column, dates: order }) =>
    order === undefined ? [] : [[column, order] as const],
  );
  return { order: dates, from1904, ...(own.length > 0 && { columns: Object.fromEntries(own) }) };
}
