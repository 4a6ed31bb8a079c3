import { Failure } from "../../failure";
import { cellName } from "../../workbook/address";
import type { MadeTable } from "./tableWanted";

/** Cells of a copy as cells of the list that it was made of: nobody has seen a copy that was not kept. */
export interface OriginalCells {
  /** The cell of the original; what is no cell of the copy stays as it is. */
  readonly cell: (name: string) => string;
  /** A failure that names cells of the original. */
  readonly failure: (error: unknown) => unknown;
}

export function onOriginal({ sheet, sources }: MadeTable): OriginalCells {
  const cell = (name: string): string => {
    const end = name.lastIndexOf("!");
    const of = name
      .slice(0, Math.max(0, end))
      .replace(/^'(.*)'$/, "$1")
      .replaceAll("''", "'");
    const found = /^([A-Z]{1,3})(\d+)$/.exec(name.slice(end + 1));
    if (sources === null || of !== sheet || !found) return name;
    const row = sources.rows[Number(found[2]) - 1 - sources.firstRow];
    const column = sources.columns[columnOf(found[1] ?? "")];
    return row === undefined || column === undefined ? name : cellName(sources.sheet, row, column);
  };
  const named = (value: unknown): unknown => {
    if (typeof value === "string") return cell(value);
    return Array.isArray(value) ? value.map(named) : value;
  };
  return {
    cell,
    failure(error) {
      if (!(error instanceof Failure) || sources === null) return error;
      const detail =
        error.detail && Object.fromEntries(Object.entries(error.detail).map(([key, value]) => [key, named(value)]));
      return new Failure(error.code, error.message, {
        ...(error.subject === undefined ? {} : { subject: cell(error.subject) }),
        ...(detail === undefined ? {} : { detail: detail as NonNullable<Failure["detail"]> }),
        cause: error,
      });
    },
  };
}

/** The column of its letters, counted from zero. */
function columnOf(letters: string): number {
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
