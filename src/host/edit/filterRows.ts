import type { CellValue, FilterCriteria, FilterState, Sheet, Table } from "../model/book";
import { defaultStyle } from "../model/style";
import { rowAt } from "../model/cells";
import { changed, type Session } from "../session";

/** Hides the rows that a filter's criteria leave out and shows the others. */
export function applyFilter(session: Session, sheet: Sheet, filter: FilterState, table: Table | null): void {
  session.settle();
  const { area, criteria } = filter;
  const last = area.row + area.rows - (table?.showTotals === true ? 1 : 0);
  const tests = [...criteria].map(([column, one]) => ({ column: area.column + column, passes: test(one) }));
  for (let row = area.row + 1; row < last; row++) {
    const cells = sheet.rows.get(row)?.cells;
    const shown = tests.every(({ column, passes }) => {
      const cell = cells?.get(column);
      const format = (session.book.styles[cell?.style ?? 0] ?? defaultStyle).numberFormat;
      return passes(cell?.value ?? null, () => (cell ? session.format(cell.value, format, session.book.date1904) : ""));
    });
    if (!shown) rowAt(sheet, row).filtered = true;
    else delete sheet.rows.get(row)?.filtered;
  }
  if (table) changed(session, { kind: "table", sheet, table, what: "changed" });
  changed(session, { kind: "layout", sheet, what: "rows" });
}

/** Takes all criteria away: every row shows again. Without criteria there is nothing to calculate and to show. */
export function clearFilter(session: Session, sheet: Sheet, filter: FilterState, table: Table | null): void {
  if (filter.criteria.size === 0) return;
  filter.criteria.clear();
  applyFilter(session, sheet, filter, table);
}

type Test = (value: CellValue, text: () => string) => boolean;

function test({ filterOn, values, criterion1, criterion2, operator }: FilterCriteria): Test {
  if (filterOn === "Values") {
    const wanted = new Set((values ?? []).map((value) => value.toLowerCase()));
    return (_, text) => wanted.has(text().toLowerCase());
  }
  if (filterOn !== "Custom") return () => true;
  const first = condition(criterion1 ?? "");
  if (criterion2 === undefined) return first;
  const second = condition(criterion2);
  return operator === "Or"
    ? (value, text) => first(value, text) || second(value, text)
    : (value, text) => first(value, text) && second(value, text);
}

/** One criterion such as ">100", "<>" or "=A*". [D] Excel.FilterCriteria.criterion1 */
function condition(criterion: string): Test {
  const [, sign = "=", operand = ""] = /^(<>|>=|<=|>|<|=)?(.*)$/s.exec(criterion) ?? [];
  const limit = operand.trim() === "" ? NaN : Number(operand);
  if (sign === "=" || sign === "<>") {
    const pattern = new RegExp(
      `^${operand
        .replace(/[.+^${}()|[\]\\]/g, "\\$&")
        .replaceAll("*", ".*")
        .replaceAll("?", ".")}$`,
      "is",
    );
    const equal: Test = (value, text) =>
      operand === ""
        ? value === null || value === ""
        : (typeof value === "number" && value === limit) || pattern.test(text());
    return sign === "=" ? equal : (value, text) => !equal(value, text);
  }
  const ordered = (order: number): boolean =>
    sign === ">" ? order > 0 : sign === "<" ? order < 0 : sign === ">=" ? order >= 0 : order <= 0;
  return (value, text) => {
    if (Number.isFinite(limit)) return typeof value === "number" && ordered(value - limit);
    return typeof value === "string" && ordered(text().localeCompare(operand, "en"));
  };
}
