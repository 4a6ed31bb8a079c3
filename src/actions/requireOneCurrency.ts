import { Failure } from "../failure";
import type { Plan } from "../plan/plan";
import { currencyOfFormat, currencyOfText, isCurrencyHeader, namesCurrency } from "../table/currencies";
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
 * @throws {Failure} `mixed-currencies` with the first cell of the second currency
 */
export async function requireOneCurrency(
  session: Session,
  facts: TableFacts,
  plan: Plan,
  amounts: readonly string[],
): Promise<void> {
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
  for (const name of added) requireOne(facts, name, name, await formatsOf(session, facts, name));
}

/** The column that says the currency; where a plan says nothing of any column, the one that is called so. */
function currencyColumn({ roles }: Plan, { columns }: TableFacts): string | null {
  const named = columns.find(({ name }) => isCurrencyHeader(name))?.name ?? null;
  if (Object.keys(roles).length === 0) return named;
  return columns.find(({ name }) => name === roles.currency)?.name ?? null;
}

function requireOne(facts: TableFacts, column: string, amount: string, firstRows: ReadonlyMap<string, number>): void {
  if (firstRows.size < 2) return;
  const at = sheetColumnOf(facts, column);
  const cells = [...firstRows.values()].slice(0, 10).map((row) => cellName(facts.sheet, facts.firstRow + row, at));
  throw new Failure("mixed-currencies", `column ${column} holds ${firstRows.size} currencies`, {
    subject: cells[1] ?? facts.name,
    detail: { column, amount, currencies: [...firstRows.keys()].slice(0, 10), cells },
  });
}

/** The currencies that a column's number formats show, each with its first row; cells without one count for none. */
async function formatsOf(session: Session, facts: TableFacts, name: string): Promise<ReadonlyMap<string, number>> {
  const column = sheetColumnOf(facts, name);
  const sheet = session.workbook.worksheets.getItem(facts.sheet);
  const currencies = new Map<string, string | null>();
  const firstRows = new Map<string, number>();
  await inSlices(facts.rows, bytesPerSlice / 16, async (start, count) => {
    const range = sheet.getRangeByIndexes(facts.firstRow + start, column, count, 1).load("numberFormat");
    await session.sync();
    let bytes = 0;
    const formats = range.numberFormat as readonly (readonly unknown[])[] | null;
    if (formats === null) throw tooMuchAsked();
    formats.forEach(([cell], i) => {
      const format = String(cell);
      bytes += cellBytes(format) + rowBytes;
      const known = currencies.get(format);
      const currency = known === undefined ? currencyOfFormat(format) : known;
      if (known === undefined) currencies.set(format, currency);
      if (currency !== null && !firstRows.has(currency)) firstRows.set(currency, start + i);
    });
    range.untrack();
    return bytes;
  });
  return firstRows;
}
