import { columnNames } from "../../../src/table/raw/columnNames";
import { findLayout } from "../../../src/table/raw/findLayout";
import { atOnce } from "./atOnce";
import { ledgerOf, type Ledger } from "./ledgers";
import { rawTable } from "./rawTable";

interface Found {
  readonly columns: readonly string[];
  readonly clients: readonly string[];
}

function found({ rows, merges }: Ledger): Found {
  const table = rawTable(rows, merges);
  const layout = atOnce(findLayout(table))!;
  const columns = columnNames(table, layout, (letters) => letters).names;
  const { blankRows, totalRows, endingTotals, sectionRows, repeatedRows } = layout;
  const without = new Set([...blankRows, ...totalRows, ...endingTotals, ...sectionRows, ...repeatedRows]);
  const id = layout.columns[columns.findIndex((name) => /客户编号|Client ID/u.test(name))]!;
  const list = rows.slice(0, layout.lastRow + 1).map((cells) => String(cells[id]));
  return { columns, clients: list.filter((_, row) => row >= layout.firstRow && !without.has(row)) };
}

const seeds = Array.from({ length: 20 }, (_, i) => 2026 + i);

describe.each(["zh", "en"] as const)("ledgers as people keep them (%s)", (language) => {
  test.each(seeds)("seed %i: columns and rows are found", (seed) => {
    const ledger = ledgerOf(seed, language);
    const { columns, clients } = ledger.expected;
    expect(found(ledger)).toEqual({ columns, clients });
  });
});
