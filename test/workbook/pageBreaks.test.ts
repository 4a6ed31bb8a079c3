import type { DocBlock, SheetDoc } from "../../src/reports/sheetDoc";
import { pageBreaks } from "../../src/workbook/pageBreaks";

const heading = (row: number, column = 0): DocBlock => {
  return { kind: "text", id: `heading ${row}`, row, column, style: "heading", cell: "A part" };
};
const table = (row: number, rows: number): DocBlock => {
  const columns = [{ header: "Segment", format: "text", width: 20 }] as const;
  return { kind: "table", id: `table ${row}`, row, column: 0, name: "T", columns, rows: Array(rows).fill([null]) };
};
const sheet = (...blocks: readonly DocBlock[]): SheetDoc => {
  return { id: "runs", name: "Runs", blocks, widths: {}, frozenRows: 1 };
};
/** At 74 per cent: 39 rows a page below the title. */
const width = 1000;

test("parts that fit a page together share it, and one that would be cut begins the next", () => {
  const parts = [heading(3), table(4, 10), heading(20), table(21, 10), heading(40), table(41, 10)];
  expect(pageBreaks(sheet(...parts), width)).toEqual([40]);
});

test("what stands beside a part belongs to it, so that text below a chart is not left behind", () => {
  const beside: readonly DocBlock[] = [heading(3), table(4, 5), heading(38, 9)];
  const parts = [heading(40), table(41, 5)];
  expect(pageBreaks(sheet(...beside, ...parts), width)).toEqual([40]);
});

test("a part longer than a page goes on, and what follows shares its last page if it fits", () => {
  expect(pageBreaks(sheet(heading(3), table(4, 50), heading(60), table(61, 5)), width)).toEqual([]);
  expect(pageBreaks(sheet(heading(3), table(4, 50), heading(60), table(61, 35)), width)).toEqual([60]);
});

test("a wide sheet is made smaller, so more rows fit its pages", () => {
  const parts = [heading(3), table(4, 10), heading(20), table(21, 20)];
  expect(pageBreaks(sheet(...parts), 300)).toEqual([20]);
  expect(pageBreaks(sheet(...parts), 1500)).toEqual([]);
});
