import type { StandingTable } from "../../workbook/standingTable";
import { isDateFormat } from "../../table/isDateFormat";
import { policyWords } from "../../reports/policyWords";
import { rangeAt } from "../../workbook/address";
import { countsFrom1904 } from "../../workbook/countsFrom1904";
import type { Session } from "../../workbook/inExcel";
import { serialDay } from "./serialDay";

/** A limit of a table of rules: its table, and its place there and on the sheet, from zero. */
interface LimitCell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly at: { readonly row: number; readonly column: number };
}

/** The tables of the Policy sheet in which limits that are shown as dates are days, YYYY-MM-DD. */
export async function withDays(
  session: Session,
  sheetName: string,
  standing: readonly StandingTable[],
): Promise<readonly StandingTable[]> {
  const limits = standing.flatMap(limitCells);
  if (limits.length === 0) return standing;
  const sheet = session.workbook.worksheets.getItem(sheetName);
  const ranges = limits.map(({ at }) => rangeAt(sheet, { ...at, rows: 1, columns: 1 }).load("numberFormat"));
  await session.sync();
  const days = limits.filter((_, i) => isDateFormat(String(ranges[i]?.numberFormat[0]?.[0])));
  if (days.length === 0) return standing;
  const from1904 = await countsFrom1904(
    session,
    sheetName,
    days.map(({ at }) => at),
  );
  return standing.map((table, index) => {
    const own = days.filter((cell) => cell.table === index);
    const rows = table.rows.map((cells, row) =>
      cells.map((content, column) =>
        typeof content === "number" && own.some((cell) => cell.row === row && cell.column === column)
          ? (serialDay(content, from1904) ?? content)
          : content,
      ),
    );
    return { ...table, rows };
  });
}

/** The numbers under From and Below in a table of rules. */
function limitCells({ headers, rows, place }: StandingTable, table: number): readonly LimitCell[] {
  const at = (words: readonly string[]): number => headers.findIndex((header) => words.includes(header));
  if (at(policyWords.test) < 0) return [];
  const columns = [at(policyWords.from), at(policyWords.below)].filter((column) => column >= 0);
  return rows.flatMap((cells, row) =>
    columns.flatMap((column): LimitCell[] =>
      typeof cells[column] === "number"
        ? [{ table, row, column, at: { row: place.row + 1 + row, column: place.column + column } }]
        : [],
    ),
  );
}
