import type { DocBlock, SheetDoc } from "../../src/reports/sheetDoc";
import { seeded } from "../bench/seeded";
import { captureSheet, restoreSheet } from "../../src/workbook/capture";
import { inExcel } from "../../src/workbook/inExcel";
import { renderSheet } from "../../src/workbook/renderSheet";
import { openTestOffice } from "../host/openTestOffice";

type TableBlock = Extract<DocBlock, { kind: "table" }>;

const table = (name: string, row: number, column: number, rows: number, columns: number): TableBlock => ({
  kind: "table",
  id: name,
  name: `T_${name}`,
  row,
  column,
  columns: Array.from({ length: columns }, (_, i) => ({ header: `${name} ${i}`, format: "text", width: 10 })),
  rows: Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => `${name} ${r} ${c}`)),
});

const report = (blocks: readonly DocBlock[]): SheetDoc => {
  return { id: "runs", name: "Sheet1", blocks, widths: {}, frozenRows: 0 };
};

/** Every cell and table of the sheet. */
async function sheetNow(): Promise<unknown> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const used = sheet.getUsedRange(true).load("address,values");
    const tables = sheet.tables.load("items/name");
    await context.sync();
    const ranges = tables.items.map((one) => one.getRange().load("address"));
    await context.sync();
    const places = tables.items.map(({ name }, i) => `${name} ${ranges[i]?.address}`).sort();
    return { used: used.address, values: used.values as unknown, places };
  });
}

/** Up to four stacks of tables side by side, at most one row apart; each of six tables may be there or not. */
function randomReport(random: () => number): SheetDoc {
  const whole = (most: number): number => Math.floor(random() * (most + 1));
  const names = ["A", "B", "C", "D", "E", "F"].filter(() => random() < 0.8);
  if (random() < 0.3) names.reverse();
  const blocks: TableBlock[] = [];
  let [row, column, wide] = [0, 0, 0];
  for (const name of names) {
    if (random() < 0.25) [row, column, wide] = [whole(3), column + wide, 0];
    const one = table(name, row, column, 1 + whole(random() < 0.2 ? 40 : 5), 1 + whole(3));
    blocks.push(one);
    row += 1 + one.rows.length + whole(1);
    wide = Math.max(wide, one.columns.length);
  }
  return report([{ kind: "text", id: "end", row: 60, column: 30, style: "note", cell: "Below" }, ...blocks]);
}

test.each([1, 2, 3, 4, 5, 6])("tables of ours come from any places to any others and back: seed %d", async (seed) => {
  const random = seeded(seed);
  const { host } = await openTestOffice();
  let standing: SheetDoc | null = null;
  for (let i = 0; i < 12; i++) {
    const next = randomReport(random);
    const before = standing === null ? null : await sheetNow();
    const captured = await inExcel("Sheet1", (session) => captureSheet(session, "Sheet1", standing));
    await inExcel("Sheet1", (session) => renderSheet(session, "Sheet1", next, standing));
    const after = await sheetNow();
    if (standing !== null) {
      const docs = { previous: standing, next };
      await inExcel("Sheet1", (session) => restoreSheet(session, "Sheet1", captured, docs, null));
      expect(await sheetNow()).toEqual(before);
      await inExcel("Sheet1", (session) => renderSheet(session, "Sheet1", next, standing));
    }
    expect(await sheetNow()).toEqual(after);
    const names = next.blocks.flatMap((block) => (block.kind === "table" ? [block.name] : []));
    expect((after as { places: readonly string[] }).places.map((place) => place.split(" ")[0])).toEqual(names.sort());
    standing = next;
  }
  expect(host.missing).toEqual([]);
});
