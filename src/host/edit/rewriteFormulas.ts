import type { Area } from "../model/address";
import type { ConditionalFormat, DataValidation, Sheet } from "../model/book";
import type { Session } from "../session";
import { changed } from "../session";

/** A formula rewritten for where it stands; the same text leaves it alone. `own` is the table around the cell. */
type Rewrite = (
  formula: string,
  onSheet: string,
  place: { readonly row: number; readonly column: number } | null,
) => string;

/**
 * Rewrites every formula of the workbook: cells, names, charts, rules. The calculator and the file hear of what changed;
 * office.js does not, as moving a reference is no change of data. [K] P42
 */
export function rewriteFormulas(session: Session, rewrite: Rewrite): void {
  session.quiet += 1;
  for (const sheet of session.book.sheets) {
    rewriteCells(session, sheet, rewrite);
    rewriteCharts(session, sheet, rewrite);
    rewriteRules(session, sheet, rewrite);
  }
  rewriteNames(session, rewrite);
  session.quiet -= 1;
}

function rewriteCells(session: Session, sheet: Sheet, rewrite: Rewrite): void {
  let area: Area | null = null;
  for (const [row, { cells }] of sheet.rows) {
    for (const [column, cell] of cells) {
      if (cell.formula === undefined) continue;
      const formula = rewrite(cell.formula, sheet.name, { row, column });
      if (formula === cell.formula) continue;
      cell.formula = formula;
      area = area === null ? { row, column, rows: 1, columns: 1 } : grown(area, row, column);
    }
  }
  if (area) changed(session, { kind: "cells", sheet, area, what: "content" });
  for (const table of sheet.tables) {
    for (const column of table.columns)
      if (column.formula !== undefined) column.formula = rewrite(column.formula, sheet.name, null);
  }
}

function grown(area: Area, row: number, column: number): Area {
  const top = Math.min(area.row, row);
  const left = Math.min(area.column, column);
  return {
    row: top,
    column: left,
    rows: Math.max(area.row + area.rows, row + 1) - top,
    columns: Math.max(area.column + area.columns, column + 1) - left,
  };
}

/** Chart references are formulas without "=". */
function rewriteCharts(session: Session, sheet: Sheet, rewrite: Rewrite): void {
  const moved = (reference: string) => rewrite(`=${reference}`, sheet.name, null).slice(1);
  for (const chart of sheet.charts) {
    let touched = false;
    for (const series of chart.series) {
      const before = [series.values, series.categories, series.nameReference].join();
      series.values = moved(series.values);
      if (series.categories !== null) series.categories = moved(series.categories);
      if (series.nameReference !== undefined) series.nameReference = moved(series.nameReference);
      touched ||= before !== [series.values, series.categories, series.nameReference].join();
    }
    if (touched) changed(session, { kind: "chart", sheet, chart, what: "changed" });
  }
}

function rewriteRules(session: Session, sheet: Sheet, rewrite: Rewrite): void {
  const rewritten = (value: unknown): unknown => {
    if (typeof value === "string") return value.startsWith("=") ? rewrite(value, sheet.name, null) : value;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rewritten(item)]));
  };
  const each = <T extends ConditionalFormat | DataValidation>(list: T[], what: string): void => {
    for (const [i, item] of list.entries()) {
      const rule = rewritten(item.rule) as T["rule"];
      if (JSON.stringify(rule) === JSON.stringify(item.rule)) continue;
      list[i] = { ...item, rule };
      changed(session, { kind: "layout", sheet, what });
    }
  };
  each(sheet.conditionalFormats, "conditionalFormats");
  each(sheet.validations, "validations");
}

function rewriteNames(session: Session, rewrite: Rewrite): void {
  let touched = false;
  for (const name of [...session.book.names, ...session.book.keptNames]) {
    const sheet = session.book.sheets.find(({ id }) => id === name.sheetId) ?? session.book.sheets[0];
    const formula = rewrite(name.formula, sheet?.name ?? "", null);
    touched ||= formula !== name.formula;
    name.formula = formula;
  }
  if (touched) changed(session, { kind: "book", what: "names" });
}
