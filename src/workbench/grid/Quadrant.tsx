import { memo, type CSSProperties, type ReactElement } from "react";
import { cellAddress, intersection, type Area } from "../../host/model/address";
import { defaultStyle } from "../../host/model/style";
import type { SheetView } from "../hostProtocol";
import { GridCell } from "./GridCell";
import { rectangleOf, type Geometry } from "./geometry";
import { tableLook } from "./tableLook";
import type { Tiles } from "./tiles";

export interface QuadrantProps {
  readonly sheet: SheetView;
  readonly geometry: Geometry;
  readonly tiles: Tiles;
  /** The cells in sight. */
  readonly area: Area;
  /** Where the quadrant stands in the window, and which place of the sheet stands in its corner. */
  readonly frame: CSSProperties;
  readonly left: number;
  readonly top: number;
  readonly activeId: string;
}

/** One of the four parts that frozen panes divide a sheet into. Draws only the cells in sight. */
export function Quadrant({ sheet, geometry, tiles, area, frame, left, top, activeId }: QuadrantProps): ReactElement {
  const rows: ReactElement[] = [];
  // Rows keep their place relative to a row that rarely changes, so that scrolling draws only the new ones.
  const base = geometry.rows.offsetOf(area.row - (area.row % baseRows));
  for (let row = area.row; row < area.row + area.rows; row++) {
    if (geometry.rows.sizeOf(row) === 0) continue;
    rows.push(
      <GridRow
        key={row}
        row={row}
        first={area.column}
        last={area.column + area.columns - 1}
        top={geometry.rows.offsetOf(row) - base}
        stamp={tiles.stamp(sheet.id, row, area.column, area.column + area.columns - 1)}
        sheet={sheet}
        geometry={geometry}
        tiles={tiles}
        activeColumn={activeColumn(activeId, row)}
      />,
    );
  }
  const moved = { transform: `translate(${-left}px, ${base - top}px)` };
  return (
    <div className="quadrant" style={frame} role="presentation">
      <div className="quadrant-content" style={moved} role="presentation">
        {sheet.showGridlines && <ColumnLines geometry={geometry} area={area} base={base} />}
        {rows}
        <MergedCells sheet={sheet} geometry={geometry} tiles={tiles} area={area} base={base} activeId={activeId} />
      </div>
    </div>
  );
}

const baseRows = 512;

/** The id of a cell's element: the grid names its active cell by it. */
export function cellId(row: number, column: number): string {
  return `cell-${row}-${column}`;
}

function activeColumn(activeId: string, row: number): number {
  const [, activeRow, column] = activeId.split("-");
  return Number(activeRow) === row ? Number(column) : -1;
}

interface GridRowProps extends Pick<QuadrantProps, "sheet" | "geometry" | "tiles"> {
  readonly row: number;
  readonly first: number;
  readonly last: number;
  readonly top: number;
  readonly stamp: string;
  readonly activeColumn: number;
}

const GridRow = memo(function GridRow({
  row,
  first,
  last,
  top,
  sheet,
  geometry,
  tiles,
  activeColumn: active,
}: GridRowProps) {
  const { columns, rows } = geometry;
  const merges = sheet.merges.filter((merge) => row >= merge.row && row < merge.row + merge.rows);
  const cells: ReactElement[] = [];
  for (let column = first; column <= last; column++) {
    const width = columns.sizeOf(column);
    if (width === 0) continue;
    if (merges.some((merge) => column >= merge.column && column < merge.column + merge.columns)) continue;
    const cell = tiles.cellAt(sheet.id, row, column);
    const look = tableLook(sheet.tables, row, column);
    if (!cell && !look && column !== active) continue;
    cells.push(
      <GridCell
        key={column}
        id={cellId(row, column)}
        address={cellAddress(row, column)}
        column={column}
        cell={cell}
        style={tiles.styles()[cell?.style ?? 0] ?? defaultStyle}
        look={look}
        filterMark={filterMark(sheet, row, column)}
        left={columns.offsetOf(column)}
        width={width}
        room={roomFor(column)}
        isActive={column === active}
      />,
    );
  }
  return (
    <div
      className="grid-row"
      role="row"
      aria-rowindex={row + 1}
      style={{ top, height: rows.sizeOf(row) }}
      data-lines={sheet.showGridlines}
    >
      {cells}
    </div>
  );

  /** Text runs on over the empty cells to its right, as far as they are in sight. */
  function roomFor(column: number): number {
    let end = column + 1;
    while (end <= last && !tiles.cellAt(sheet.id, row, end)?.text) end += 1;
    return columns.offsetOf(end) - columns.offsetOf(column);
  }
});

/** Undefined: no mark; true: the filter of this column hides rows. */
function filterMark(sheet: SheetView, row: number, column: number): boolean | undefined {
  for (const { area, filterMarks } of sheet.tables) {
    if (row !== area.row) continue;
    const mark = filterMarks.find(([at]) => area.column + at === column);
    if (mark) return mark[1];
  }
  return undefined;
}

interface Part extends Pick<QuadrantProps, "geometry" | "area"> {
  readonly base: number;
}

function ColumnLines({ geometry: { rows, columns }, area, base }: Part): ReactElement {
  const top = rows.offsetOf(area.row) - base;
  const height = rows.offsetOf(area.row + area.rows) - rows.offsetOf(area.row);
  const lines: ReactElement[] = [];
  for (let column = area.column; column < area.column + area.columns; column++) {
    if (columns.sizeOf(column) > 0) {
      lines.push(
        <div key={column} className="column-line" style={{ left: columns.offsetOf(column + 1) - 1, top, height }} />,
      );
    }
  }
  return <>{lines}</>;
}

function MergedCells({
  sheet,
  geometry,
  tiles,
  area,
  base,
  activeId,
}: Part & Pick<QuadrantProps, "sheet" | "tiles" | "activeId">): ReactElement {
  const seen = sheet.merges.filter((merge) => intersection(merge, area));
  return (
    <>
      {seen.map((merge) => {
        const { left, top, width, height } = rectangleOf(geometry, merge);
        const cell = tiles.cellAt(sheet.id, merge.row, merge.column);
        const id = cellId(merge.row, merge.column);
        return (
          <div
            key={id}
            className="grid-row merged"
            role="row"
            aria-rowindex={merge.row + 1}
            style={{ top: top - base, height }}
          >
            <GridCell
              id={id}
              address={cellAddress(merge.row, merge.column)}
              column={merge.column}
              cell={cell}
              style={tiles.styles()[cell?.style ?? 0] ?? defaultStyle}
              look={tableLook(sheet.tables, merge.row, merge.column)}
              filterMark={undefined}
              left={left}
              width={width}
              room={width}
              isActive={id === activeId}
            />
          </div>
        );
      })}
    </>
  );
}
