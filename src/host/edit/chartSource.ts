import type { Area } from "../model/address";
import type { Sheet } from "../model/book";
import { valueAt } from "../model/cells";

/** One series that a chart makes of its source. */
export interface SourceSeries {
  readonly name: string;
  readonly nameArea: Area | null;
  readonly categories: Area | null;
  readonly values: Area;
}

/**
 * The series of a range as Excel guesses them: a first line without numbers names the series, a first line the other way
 * without numbers holds the categories; "Auto" takes the longer side for the points. [K] P10
 */
export function chartSource(sheet: Sheet, area: Area, by: "Auto" | "Columns" | "Rows"): readonly SourceSeries[] {
  const inColumns = by === "Columns" || (by === "Auto" && area.rows >= area.columns);
  const top = area.rows > 1 && withoutNumbers(sheet, { ...area, rows: 1 });
  const side =
    area.columns > 1 &&
    withoutNumbers(sheet, { ...area, row: area.row + (top ? 1 : 0), rows: area.rows - (top ? 1 : 0), columns: 1 });
  const body: Area = {
    row: area.row + (top ? 1 : 0),
    rows: area.rows - (top ? 1 : 0),
    column: area.column + (side ? 1 : 0),
    columns: area.columns - (side ? 1 : 0),
  };
  const [named, labelled] = inColumns ? [top, side] : [side, top];
  const count = inColumns ? body.columns : body.rows;
  return Array.from({ length: count }, (_, i) => {
    const values = inColumns
      ? { ...body, column: body.column + i, columns: 1 }
      : { ...body, row: body.row + i, rows: 1 };
    const nameArea = !named
      ? null
      : inColumns
        ? { ...values, row: area.row, rows: 1 }
        : { ...values, column: area.column, columns: 1 };
    const categories = !labelled ? null : inColumns ? { ...values, column: area.column } : { ...values, row: area.row };
    const shown = nameArea && valueAt(sheet, nameArea.row, nameArea.column);
    return {
      name: typeof shown === "string" || typeof shown === "number" ? String(shown) : `Series${i + 1}`,
      nameArea,
      categories,
      values,
    };
  });
}

function withoutNumbers(sheet: Sheet, area: Area): boolean {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++)
      if (typeof valueAt(sheet, row, column) === "number") return false;
  }
  return true;
}
