import { guessRoles } from "../../../src/plan/guessRoles";
import { cleanTable } from "../../../src/table/raw/cleanTable";
import { columnNames } from "../../../src/table/raw/columnNames";
import { findLayout } from "../../../src/table/raw/findLayout";
import { titleFacts } from "../../../src/table/raw/titleFacts";
import { atOnce } from "./atOnce";
import { ledgerOf, type Ledger } from "./ledgers";
import { rawTable } from "./rawTable";

/** What is read of a ledger the first time, with nothing declared but that merged names hold for their rows. */
function found({ rows, merges, expected }: Ledger): Omit<Ledger["expected"], "unit"> {
  const table = rawTable(rows, merges);
  const layout = atOnce(findLayout(table))!;
  const names = columnNames(table, layout, (letters) => letters);
  const title = titleFacts(table, layout);
  const reading = { numbers: null, dates: { order: null, from1904: false }, fillMerged: true, unit: title.unit };
  const { columns, undeclared, mergedAmounts } = atOnce(cleanTable(table, layout, names, reading));
  expect([undeclared, mergedAmounts]).toEqual([[], []]);
  const cellsOf = (name: string | undefined): readonly unknown[] => columns.find((each) => each.name === name)!.cells;
  const key = names.names.find((name) => /客户编号|Client ID/u.test(name))!;
  const candidates = columns.map(({ name, kind, cells }) => {
    const values = [...new Set(cells.flatMap((cell) => (typeof cell === "string" ? [cell] : [])))];
    return { name, numeric: kind === "numbers", values };
  });
  const roles = Object.entries(guessRoles(candidates, key)).map(([role, { column }]) => [role, column] as const);
  return {
    columns: names.names,
    clients: cellsOf(key).map(String),
    balances: cellsOf(expected.roles["outstanding"]) as readonly number[],
    roles: Object.fromEntries(roles.filter(([role]) => role in expected.roles)),
    date: title.date,
  };
}

const seeds = Array.from({ length: 20 }, (_, i) => 2026 + i);

describe.each(["zh", "en"] as const)("ledgers as people keep them (%s)", (language) => {
  test.each(seeds)("seed %i: columns, rows, amounts, roles and the date are right", (seed) => {
    const ledger = ledgerOf(seed, language);
    const { unit: _, ...expected } = ledger.expected;
    expect(found(ledger)).toEqual(expected);
  });

  test.each(seeds)("seed %i: the unit is the one that the title states", (seed) => {
    const { rows, merges, expected } = ledgerOf(seed, language);
    const table = rawTable(rows, merges);
    const stated = titleFacts(table, atOnce(findLayout(table))!).unit;
    expect(expected.unit === null || stated === expected.unit).toBe(true);
  });
});
