import {
  useRef,
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
  type MouseEvent,
  type RefObject,
} from "react";
import { headerHeight } from "./geometry";
import type { GridProps } from "./Grid";
import { moved, selectedArea, type CellPosition } from "./selection";
import type { Tiles } from "./tiles";
import type { Scrolling } from "./useScrolling";

interface GridInputProps extends GridProps {
  readonly tiles: Tiles;
  readonly scrolling: Scrolling;
  readonly gridElement: RefObject<HTMLDivElement | null>;
}

/** What mouse and keyboard do in the grid, as in Excel. */
export function useGridInput(props: GridInputProps) {
  const { client, sheet, geometry, selection, editing, tiles, scrolling, gridElement } = props;
  const dragging = useRef<"cells" | "rows" | "columns" | null>(null);
  const area = selectedArea(selection, sheet.merges);

  /** The cell under the mouse; null in place of an index over a header. */
  function under(event: PointerEvent | MouseEvent): { row: number | null; column: number | null } {
    const box = event.currentTarget.getBoundingClientRect();
    const x = event.clientX - box.left - geometry.headerWidth;
    const y = event.clientY - box.top - headerHeight;
    const sheetX = x < geometry.frozenWidth ? x : x + scrolling.left;
    const sheetY = y < geometry.frozenHeight ? y : y + scrolling.top;
    return {
      row: y < 0 ? null : geometry.rows.indexAt(sheetY),
      column: x < 0 ? null : geometry.columns.indexAt(sheetX),
    };
  }

  function selectTo(head: CellPosition, extend: boolean): void {
    props.onSelect({ active: extend ? selection.active : head, head });
  }

  const pointer = {
    onPointerDown(event: PointerEvent): void {
      if (event.button !== 0) return;
      event.preventDefault(); // keeps the focus in the grid
      gridElement.current?.focus({ preventScroll: true });
      const { row, column } = under(event);
      const lastRow = geometry.rows.count - 1;
      const lastColumn = geometry.columns.count - 1;
      dragging.current = row === null ? "columns" : column === null ? "rows" : "cells";
      if (row === null && column === null) {
        props.onSelect({ active: { row: 0, column: 0 }, head: { row: lastRow, column: lastColumn } });
      } else if (row === null) {
        props.onSelect({ active: { row: 0, column: column ?? 0 }, head: { row: lastRow, column: column ?? 0 } });
      } else if (column === null) {
        props.onSelect({ active: { row, column: 0 }, head: { row, column: lastColumn } });
      } else {
        selectTo({ row, column }, event.shiftKey);
        event.currentTarget.setPointerCapture(event.pointerId);
      }
    },
    onPointerMove(event: PointerEvent): void {
      if (dragging.current !== "cells" || event.buttons !== 1) return;
      const { row, column } = under(event);
      const head = {
        row: row ?? scrolledTo(geometry.rows, scrolling.top),
        column: column ?? scrolledTo(geometry.columns, scrolling.left),
      };
      if (head.row !== selection.head.row || head.column !== selection.head.column) selectTo(head, true);
    },
    onPointerUp(event: PointerEvent): void {
      dragging.current = null;
      const { row, column } = under(event);
      const isClick =
        row === selection.active.row && column === selection.active.column && area.rows * area.columns === 1;
      const place = isClick ? tiles.cellAt(sheet.id, row, column)?.link?.place : undefined;
      if (place !== undefined && (event.target as HTMLElement).closest("[data-link]")) props.onFollow(place);
    },
    onDoubleClick(event: MouseEvent): void {
      const { row, column } = under(event);
      if (row !== null && column !== null) props.onEdit(null);
    },
  };

  const keyboard = {
    onKeyDown(event: KeyboardEvent): void {
      if (editing || event.nativeEvent.isComposing) return;
      const command = event.ctrlKey || event.metaKey;
      const key = { key: event.key, shiftKey: event.shiftKey, ctrlKey: command };
      const page = Math.max(
        1,
        geometry.rows.indexAt(scrolling.top + scrolling.view.height) - geometry.rows.indexAt(scrolling.top) - 3,
      );
      const next = moved(selection, key, sheet, geometry, page);
      if (next) {
        event.preventDefault();
        props.onSelect(next);
      } else if (event.key === "F2") {
        event.preventDefault();
        props.onEdit(null);
      } else if (event.key === "Delete" || event.key === "Backspace") {
        event.preventDefault();
        props.onClear(area);
      } else if (event.key.length === 1 && !command && !event.altKey) {
        event.preventDefault();
        props.onEdit(event.key);
      }
    },
    onCopy(event: ClipboardEvent): void {
      event.preventDefault();
      void client.ask("copy", { sheetId: sheet.id, area }).then((text) => navigator.clipboard.writeText(text));
    },
    onPaste(event: ClipboardEvent): void {
      if (editing) return;
      event.preventDefault();
      const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
      if (text !== "") props.onPaste(text.split(/\r?\n/).map((line) => line.split("\t")));
    },
  };
  return { pointer, keyboard };
}

function scrolledTo(axis: { indexAt(offset: number): number }, offset: number): number {
  return axis.indexAt(offset);
}
