import { Failure } from "../failure";
import type { Plan } from "../plan/plan";
import {
  currencyOfFormat,
  currencyOfHeader,
  currencyOfText,
  distinctCurrencies,
  isCurrencyHeader,
  namesCurrency,
} from "../table/currencies";
import type { Column } from "../table/customerTable";
import { isDateFormat } from "../table/isDateFormat";
import { groupText } from "../table/groupText";
import { cellName } from "../workbook/address";
import type { Session } from "../workbook/inExcel";
import { bytesPerSlice, cellBytes, inSlices, rowBytes } from "../workbook/inSlices";
import { inTurns } from "../workbook/inTurns";
import { tooMuchAsked } from "../workbook/cellSlices";
import { readColumns } from "../workbook/readColumns";
import { sheetColumnOf, type TableFacts } from "../workbook/tableFacts";

/**
 * Refuses amounts of several currencies, which have no sum: where a column of currencies says more than one, and where
 * the number formats of a column of amounts show more than one. A column whose own name says a currency, or that its
 * amounts were converted, is taken at its word.
 *
 * @param amounts - the columns that are added up
 * @returns per column of amounts the rows whose cells show a day, which is no amount, where most do not
 * @throws {Failure} `mixed-currencies` with the first cell of the second currency
 */
export async function requireOneCurrency(
  session: Session,
  facts: TableFacts,
  plan: Plan,
  amounts: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { orders, daysPastDue } = plan.roles;
  const counted = new Set([orders, daysPastDue]);
  const added = [...new Set(amounts)].filter(
    (name) => !counted.has(name) && facts.columns.some((column) => column.name === name),
  );
  const open = added.filter((name) => !namesCurrency(name));
  const column = currencyColumn(plan, facts);
  if (column !== null && open.length > 0) {
    const [currencies] = await readColumns(session, facts, [column]);
    const firstRows = new Map<string, number>();
    if (currencies) {
      await inTurns(facts.rows, (row) => {
        const text = groupText(currencies, row) ?? "";
        const currency = currencyOfText(text) ?? text;
        if (currency !== "" && !firstRows.has(currency)) firstRows.set(currency, row);
      });
    }
    requireOne(facts, column, open[0] ?? "", firstRows);
  }
  const days = new Map<string, Uint8Array>();
  for (const name of added) {
    const { currencies, dated } = await formatsOf(session, facts, name);
    const named = currencyOfHeader(name);
    // What the name says counts beside the formats, but stands in no row.
    requireOne(facts, name, name, currencies, named === null || currencies.has(named) ? null : named);
    const count = dated.reduce((sum, flag) => sum + flag, 0);
    if (count > 0 && count * 2 < facts.rows) days.set(name, dated);
  }
  return days;
}

/** Columns of amounts with the days among them told apart. */
export function withoutDays(columns: readonly Column[], days: ReadonlyMap<string, Uint8Array>): readonly Column[] {
  return columns.map((column) => ({ ...column, ...(days.has(column.name) && { days: days.get(column.name) }) }));
}

/** The column that says the currency; where a plan says nothing of any column, the one that is called so. */
function currencyColumn({ roles }: Plan, { columns }: TableFacts): string | null {
  const named = columns.find(({ name }) => isCurrencyHeader(name))?.name ?? null;
  if (Object.keys(roles).length === 0) return named;
  return columns.find(({ name }) => name === roles.currency)?.name ?? null;
}

function requireOne(
  facts: TableFacts,
  column: string,
  amount: string,
  found: ReadonlyMap<string, number>,
  named: string | null = null,
): void {
  const all = new Map<string, number | null>([...(named === null ? [] : [[named, null] as const]), ...found]);
  const firstRows = distinctCurrencies(all);
  if (firstRows.size < 2) return;
  const at = sheetColumnOf(facts, column);
  const cells = [...firstRows.values()]
    .filter((row) => row !== null)
    .slice(0, 10)
    .map((row) => cellName(facts.sheet, facts.firstRow + row, at));
  throw new Failure("mixed-currencies", `column ${column} holds ${firstRows.size} currencies`, {
    subject: cells[1] ?? cells[0] ?? facts.name,
    detail: { column, amount, currencies: [...firstRows.keys()].slice(0, 10), cells },
  });
}

/** What a column's number formats show: each currency with its first row, and per row whether a day is shown. */
async function formatsOf(
  session: Session,
  facts: TableFacts,
  name: string,
): Promise<{ readonly currencies: ReadonlyMap<string, number>; readonly dated: Uint8Array }> {
  const column = sheetColumnOf(facts, name);
  const sheet = session.workbook.worksheets.getItem(facts.sheet);
  const known = new Map<string, { readonly currency: string | null; readonly isDay: boolean }>();
  const currencies = new Map<string, number>();
  const dated = new Uint8Array(facts.rows);
  await inSlices(facts.rows, bytesPerSlice / 16, async (start, count) => {
    const range = sheet.getRangeByIndexes(facts.firstRow + start, column, count, 1).load("numberFormat");
    await session.sync();
    let bytes = 0;
    const formats = range.numberFormat as readonly (readonly unknown[])[] | null;
    if (formats === null) throw tooMuchAsked();
    formats.forEach(([cell], i) => {
      const format = String(cell);
      bytes += cellBytes(format) + rowBytes;
      const shows = known.get(format) ?? { currency: currencyOfFormat(format), isDay: isDateFormat(format) };
      known.set(format, shows);
      if (shows.isDay) dated[start + i] = 1;
      if (shows.currency !== null && !currencies.has(shows.currency)) currencies.set(shows.currency, start + i);
    });
    range.untrack();
    return bytes;
  });
  return { currencies, dated };
}
