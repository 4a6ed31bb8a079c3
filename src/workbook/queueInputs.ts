import type { CellRule, DocBlock, DocColumn } from "../reports/sheetDoc";
import { rangeAt } from "./address";
import { isAsIs } from "./dressTable";

type TableBlock = Extract<DocBlock, { kind: "table" }>;

const inputFill = "#FFF8E1";

/** Fill and font of a cell to which a rule applies; each pair has a contrast of more than 4.5 to 1. */
const looks: Readonly<Record<CellRule["look"], { readonly fill: string | null; readonly font: string }>> = {
  good: { fill: "#E2F0D9", font: "#1E4620" },
  warning: { fill: "#FFE699", font: "#5C3A00" },
  bad: { fill: "#F8CBAD", font: "#7A1000" },
  quiet: { fill: null, font: "#6B6B6B" },
};

/** Rows below a new table for which its rules hold already: rows that come later need none of their own. */
const rowsToCome = 200;

/** Marks the new cells that people fill in, and gives them their lists. Cells that stand there keep what they have. */
export function queueInputs(sheet: Excel.Worksheet, block: TableBlock): void {
  block.columns.forEach((column, i) => {
    const rows = column.inputRows ?? block.rows.length;
    const first = block.rows.findIndex((cells) => !isAsIs(cells[i] ?? null));
    if (!column.input || first < 0 || first >= rows) return;
    // New rows follow those that stand there, so their cells are one range.
    const place = { row: block.row + 1 + first, column: block.column + i, rows: rows - first, columns: 1 };
    const range = rangeAt(sheet, place);
    range.format.fill.color = inputFill;
    queueValidation(range, column);
  });
}

/** Puts the rules of a table on a new sheet into the batch. On a sheet that stands they are people's to keep. */
export function queueRules(sheet: Excel.Worksheet, block: TableBlock): void {
  block.columns.forEach(({ rules }, i) => {
    if (!rules) return;
    const row = block.row + 1;
    const rows = block.rows.length + rowsToCome;
    const range = rangeAt(sheet, { row, column: block.column + i, rows, columns: 1 });
    // What an interrupted run left of them.
    range.conditionalFormats.clearAll();
    // The newest comes first.
    for (const rule of [...rules].reverse()) queueRule(range, rule, row + 1);
  });
}

/** Puts the shades of a new table into the batch: from white to blue by size, in all its columns but the first. */
export function queueShades(sheet: Excel.Worksheet, { row, column, rows, columns, shaded }: TableBlock): void {
  if (!shaded) return;
  const place = { row: row + 1, column: column + 1, rows: rows.length, columns: columns.length - 1 };
  const range = rangeAt(sheet, place);
  // What an interrupted run left of them.
  range.conditionalFormats.clearAll();
  range.conditionalFormats.add("ColorScale").colorScale.criteria = {
    minimum: { type: "LowestValue", color: "#FFFFFF" },
    maximum: { type: "HighestValue", color: "#6BACE6" },
  };
}

function queueValidation(range: Excel.Range, { choices, choicesFrom, free, dates }: DocColumn): void {
  const validation = range.dataValidation;
  if (choicesFrom !== undefined) validation.rule = { list: { inCellDropDown: true, source: choicesFrom } };
  if (choices) {
    validation.rule = { list: { inCellDropDown: true, source: choices.join(",") } };
    if (free) validation.errorAlert = { showAlert: false, style: "Information", title: "", message: "" };
  }
  if (dates) {
    // The earliest day that workbooks count whose first is in 1904.
    validation.rule = { date: { operator: "GreaterThan", formula1: "1904-01-02" } };
    validation.errorAlert = { showAlert: true, style: "Stop", ...dates };
  }
}

function queueRule(range: Excel.Range, { when, look }: CellRule, row: number): void {
  const added = range.conditionalFormats.add("Custom");
  added.custom.rule.formula = when.replaceAll("{row}", String(row));
  added.custom.format.font.color = looks[look].font;
  const { fill } = looks[look];
  if (fill !== null) added.custom.format.fill.color = fill;
}
