import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from "react";
import { boxLength, boxOffset, contentOffset, headerHeight, type Geometry } from "./geometry";

export interface Scrolling {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
  /** The window's size without scroll bars. */
  readonly view: { readonly width: number; readonly height: number };
  /** How far the content is scrolled. */
  readonly left: number;
  readonly top: number;
  readonly boxWidth: number;
  readonly boxHeight: number;
  /** Scrolls as little as needed to bring a cell into sight. */
  readonly reveal: (row: number, column: number) => void;
}

/** Follows the scroll bars and the size of the grid's window. */
export function useScrolling(geometry: Geometry, sheetId: string): Scrolling {
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ width: 0, height: 0 });
  const [scrolled, setScrolled] = useState({ left: 0, top: 0 });
  const height = headerHeight + geometry.rows.length;
  const width = geometry.headerWidth + geometry.columns.length;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = (): void => setView({ width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);

  // Another sheet begins at its corner.
  useLayoutEffect(() => {
    scroller.current?.scrollTo(0, 0);
  }, [sheetId]);

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (element) setScrolled({ left: element.scrollLeft, top: element.scrollTop });
  }, []);

  const left = contentOffset(scrolled.left, width, view.width);
  const top = contentOffset(scrolled.top, height, view.height);
  return {
    scroller,
    onScroll,
    view,
    left,
    top,
    boxWidth: boxLength(width),
    boxHeight: boxLength(height),
    reveal(row, column) {
      const element = scroller.current;
      if (!element || view.height === 0) return;
      if (row >= geometry.frozenRows) {
        const start = geometry.rows.offsetOf(row);
        const target = revealed(
          start,
          start + geometry.rows.sizeOf(row),
          top,
          geometry.frozenHeight,
          view.height - headerHeight,
        );
        if (target !== top) element.scrollTop = boxOffset(target, height, view.height);
      }
      if (column >= geometry.frozenColumns) {
        const start = geometry.columns.offsetOf(column);
        const end = start + geometry.columns.sizeOf(column);
        const target = revealed(start, end, left, geometry.frozenWidth, view.width - geometry.headerWidth);
        if (target !== left) element.scrollLeft = boxOffset(target, width, view.width);
      }
    },
  };
}

function revealed(start: number, end: number, scrolled: number, frozen: number, window: number): number {
  if (start < scrolled + frozen) return Math.max(0, start - frozen);
  return end > scrolled + window ? end - window : scrolled;
}
