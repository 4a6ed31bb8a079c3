import { useLayoutEffect, useMemo, useReducer, useRef, type ReactElement } from "react";
import { columnLetters, type Area } from "../../host/model/address";
import type { HostClient } from "../hostClient";
import type { SheetView } from "../hostProtocol";
import { CellEditor, type EditEnd, type Editing } from "./CellEditor";
import { ChartLayer } from "./ChartLayer";
import { ColumnHeaders, RowHeaders } from "./Headers";
import { Quadrant, cellId } from "./Quadrant";
import { SelectionLayer } from "./SelectionLayer";
import { headerHeight, rectangleOf, type Geometry } from "./geometry";
import { selectedArea, type Selection } from "./selection";
import { fetchTiles } from "./tiles";
import { useGridInput } from "./useGridInput";
import { useScrolling } from "./useScrolling";

export interface GridProps {
  readonly client: HostClient;
  readonly sheet: SheetView;
  readonly geometry: Geometry;
  /** Version of the picture; cells of an older one are fetched again. */
  readonly version: number;
  readonly label: string;
  readonly editorLabel: string;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly editing: Editing | null;
  /** Begins an entry: with the cell's own content, or with what was typed over it. */
  readonly onEdit: (typed: string | null) => void;
  readonly onEditText: (text: string) => void;
  readonly onEditEnd: (end: EditEnd, shiftKey: boolean) => void;
  readonly onClear: (area: Area) => void;
  readonly onPaste: (texts: readonly (readonly string[])[]) => void;
  /** A cell that links into the workbook was clicked. */
  readonly onFollow: (place: string) => void;
}

/** A sheet as Excel shows it: only what is in sight is in the page. */
export function Grid(props: GridProps): ReactElement {
  const { client, sheet, geometry, version, selection, editing } = props;
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const tiles = useMemo(() => fetchTiles(client, redraw), [client]);
  const scrolling = useScrolling(geometry, sheet.id);
  const { view, left, top } = scrolling;
  const selected = selectedArea(selection, sheet.merges);
  const activeId = cellId(selected.row, selected.column);
  const gridElement = useRef<HTMLDivElement>(null);
  const input = useGridInput({ ...props, tiles, scrolling, gridElement });

  const seen = partsInSight(geometry, { left, top, ...view });
  useLayoutEffect(() => {
    for (const { area } of seen) tiles.want(sheet.id, area, version);
    for (const merge of sheet.merges) tiles.want(sheet.id, { ...merge, rows: 1, columns: 1 }, version);
  });
  useLayoutEffect(
    () => scrolling.reveal(selection.head.row, selection.head.column),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- when the selection moves, not when someone scrolls
    [selection.head.row, selection.head.column, sheet.id],
  );

  const { headerWidth, frozenWidth, frozenHeight } = geometry;
  const toWindow = (area: Area) => {
    const place = rectangleOf(geometry, area);
    const x = area.column < geometry.frozenColumns ? 0 : left;
    const y = area.row < geometry.frozenRows ? 0 : top;
    return { ...place, left: place.left - x + headerWidth, top: place.top - y + headerHeight };
  };
  return (
    <div className="grid-scroller" ref={scrolling.scroller} onScroll={scrolling.onScroll} data-testid="grid-scroller">
      <div style={{ width: scrolling.boxWidth, height: scrolling.boxHeight }} />
      <div className="grid-window" style={{ width: view.width, height: view.height }} {...input.pointer}>
        <div
          ref={gridElement}
          className="grid"
          role="grid"
          tabIndex={0}
          aria-label={props.label}
          aria-rowcount={sheet.usedRows}
          aria-colcount={sheet.usedColumns}
          aria-activedescendant={activeId}
          {...input.keyboard}
        >
          {seen.map(({ key, area, frame, x, y }) => (
            <Quadrant
              key={key}
              sheet={sheet}
              geometry={geometry}
              tiles={tiles}
              area={area}
              frame={frame}
              left={x}
              top={y}
              activeId={activeId}
            />
          ))}
          {headerParts(seen, geometry, selected)}
        </div>
        <div className="corner" style={{ width: headerWidth, height: headerHeight }} />
        <SelectionLayer
          selected={selected}
          active={selection.active}
          geometry={geometry}
          toWindow={toWindow}
          view={view}
        />
        <ChartLayer charts={sheet.charts} geometry={geometry} left={left} top={top} view={view} />
        {geometry.frozenRows > 0 && (
          <div
            className="freeze-line"
            style={{ left: 0, top: headerHeight + frozenHeight - 1, width: view.width, height: 1 }}
          />
        )}
        {geometry.frozenColumns > 0 && (
          <div
            className="freeze-line"
            style={{ left: headerWidth + frozenWidth - 1, top: 0, width: 1, height: view.height }}
          />
        )}
        {editing && (
          <CellEditor
            key={`${editing.row} ${editing.column}`}
            editing={editing}
            place={toWindow({ row: editing.row, column: editing.column, rows: 1, columns: 1 })}
            label={`${props.editorLabel} ${columnLetters(editing.column)}${editing.row + 1}`}
            onText={props.onEditText}
            onEnd={props.onEditEnd}
          />
        )}
      </div>
    </div>
  );
}

interface Sight {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Part {
  readonly key: string;
  readonly area: Area;
  readonly frame: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  /** The place of the sheet in the part's corner. */
  readonly x: number;
  readonly y: number;
}

/** The up to four parts of a sheet with frozen panes, each with the cells of it that are in sight. */
function partsInSight(geometry: Geometry, { left, top, width, height }: Sight): Part[] {
  const { rows, columns, frozenRows, frozenColumns, frozenWidth, frozenHeight, headerWidth } = geometry;
  const bodyWidth = Math.max(0, width - headerWidth - frozenWidth);
  const bodyHeight = Math.max(0, height - headerHeight - frozenHeight);
  const across = [
    ...(frozenColumns > 0 ? [{ first: 0, last: frozenColumns - 1, x: 0, start: headerWidth, size: frozenWidth }] : []),
    {
      ...inSight(columns, left + frozenWidth, bodyWidth),
      x: left + frozenWidth,
      start: headerWidth + frozenWidth,
      size: bodyWidth,
    },
  ];
  const down = [
    ...(frozenRows > 0 ? [{ first: 0, last: frozenRows - 1, y: 0, start: headerHeight, size: frozenHeight }] : []),
    {
      ...inSight(rows, top + frozenHeight, bodyHeight),
      y: top + frozenHeight,
      start: headerHeight + frozenHeight,
      size: bodyHeight,
    },
  ];
  return down.flatMap((vertical) =>
    across.map((horizontal) => ({
      key: `${vertical.y === 0 && frozenRows > 0 ? "top" : "body"}-${horizontal.x === 0 && frozenColumns > 0 ? "left" : "body"}`,
      area: {
        row: vertical.first,
        column: horizontal.first,
        rows: vertical.last - vertical.first + 1,
        columns: horizontal.last - horizontal.first + 1,
      },
      frame: { left: horizontal.start, top: vertical.start, width: horizontal.size, height: vertical.size },
      x: horizontal.x,
      y: vertical.y,
    })),
  );
}

function inSight(axis: Geometry["rows"], offset: number, size: number): { first: number; last: number } {
  return { first: axis.indexAt(offset), last: axis.indexAt(offset + size) };
}

function headerParts(parts: readonly Part[], geometry: Geometry, selected: Area): ReactElement[] {
  const { headerWidth } = geometry;
  const columns = parts.slice(0, geometry.frozenColumns > 0 ? 2 : 1);
  const rows = parts.filter((_, index) => index % (geometry.frozenColumns > 0 ? 2 : 1) === 0);
  return [
    ...columns.map(({ key, area, frame, x }) => (
      <ColumnHeaders
        key={`columns-${key}`}
        geometry={geometry}
        first={area.column}
        last={area.column + area.columns - 1}
        frame={{ left: frame.left, top: 0, width: frame.width, height: headerHeight }}
        offset={x}
        selected={selected}
      />
    )),
    ...rows.map(({ key, area, frame, y }) => (
      <RowHeaders
        key={`rows-${key}`}
        geometry={geometry}
        first={area.row}
        last={area.row + area.rows - 1}
        frame={{ left: 0, top: frame.top, width: headerWidth, height: frame.height }}
        offset={y}
        selected={selected}
      />
    )),
  ];
}
