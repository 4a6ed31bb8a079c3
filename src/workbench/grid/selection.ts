import type { Area } from "../../host/model/address";
import { between } from "../../host/model/address";
import type { SheetView } from "../hostProtocol";
import type { Axis } from "./axis";
import type { Geometry } from "./geometry";

export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** Selected cells: `active` takes what is typed, `head` is the corner that moves with Shift. */
export interface Selection {
  readonly active: CellPosition;
  readonly head: CellPosition;
}

export const firstCell: Selection = { active: { row: 0, column: 0 }, head: { row: 0, column: 0 } };

/** The selected area; a merged cell counts as a whole. */
export function selectedArea({ active, head }: Selection, merges: readonly Area[]): Area {
  let area = between(active.row, active.column, head.row, head.column) ?? { ...active, rows: 1, columns: 1 };
  for (const merge of merges) {
    if (area.rows === 1 && area.columns === 1 && holds(merge, area)) area = merge;
  }
  return area;
}

export function selectionOf(area: Area): Selection {
  return {
    active: { row: area.row, column: area.column },
    head: { row: area.row + area.rows - 1, column: area.column + area.columns - 1 },
  };
}

/** A key that moves the selection, with what the keyboard says beside it. */
export interface MoveKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
}

/**
 * The selection after a key, or null if the key does not move it. As in Excel: arrows skip hidden rows and columns,
 * Ctrl jumps to the edge of what is used, Shift extends.
 *
 * @param page - rows that fit the window
 */
export function moved(
  selection: Selection,
  key: MoveKey,
  sheet: SheetView,
  geometry: Geometry,
  page: number,
): Selection | null {
  const from = key.shiftKey && !["Enter", "Tab"].includes(key.key) ? selection.head : selection.active;
  const to = target(from, key, sheet, geometry, page);
  if (!to) return null;
  if (key.key === "Enter" || key.key === "Tab") return { active: to, head: to };
  return key.shiftKey ? { active: selection.active, head: to } : { active: to, head: to };
}

function target(
  from: CellPosition,
  { key, shiftKey, ctrlKey }: MoveKey,
  sheet: SheetView,
  { rows, columns }: Geometry,
  page: number,
): CellPosition | null {
  const { row, column } = from;
  const lastRow = Math.max(0, sheet.usedRows - 1);
  const lastColumn = Math.max(0, sheet.usedColumns - 1);
  switch (key) {
    case "ArrowDown":
      return { row: ctrlKey ? (row < lastRow ? lastRow : row) : stepped(rows, row, 1), column };
    case "ArrowUp":
      return { row: ctrlKey ? 0 : stepped(rows, row, -1), column };
    case "ArrowRight":
      return { row, column: ctrlKey ? (column < lastColumn ? lastColumn : column) : stepped(columns, column, 1) };
    case "ArrowLeft":
      return { row, column: ctrlKey ? 0 : stepped(columns, column, -1) };
    case "Enter":
      return { row: stepped(rows, row, shiftKey ? -1 : 1), column };
    case "Tab":
      return { row, column: stepped(columns, column, shiftKey ? -1 : 1) };
    case "PageDown":
      return { row: Math.min(rows.count - 1, row + page), column };
    case "PageUp":
      return { row: Math.max(0, row - page), column };
    case "Home":
      return { row: ctrlKey ? 0 : row, column: 0 };
    case "End":
      return ctrlKey ? { row: lastRow, column: lastColumn } : { row, column: lastColumn };
    default:
      return null;
  }
}

function stepped(axis: Axis, index: number, step: 1 | -1): number {
  let next = index + step;
  while (next > 0 && next < axis.count - 1 && axis.sizeOf(next) === 0) next += step;
  return next < 0 || next >= axis.count || axis.sizeOf(next) === 0 ? index : next;
}

function holds(area: Area, cell: CellPosition): boolean {
  return (
    cell.row >= area.row &&
    cell.row < area.row + area.rows &&
    cell.column >= area.column &&
    cell.column < area.column + area.columns
  );
}
