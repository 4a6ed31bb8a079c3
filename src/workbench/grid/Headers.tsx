import type { CSSProperties, ReactElement } from "react";
import { columnLetters, type Area } from "../../host/model/address";
import { headerHeight, type Geometry } from "./geometry";

export interface HeadersProps {
  readonly geometry: Geometry;
  /** First and last index in sight. */
  readonly first: number;
  readonly last: number;
  readonly frame: CSSProperties;
  /** The place of the sheet that stands at the frame's start. */
  readonly offset: number;
  readonly selected: Area;
}

export function ColumnHeaders({ geometry, first, last, frame, offset, selected }: HeadersProps): ReactElement {
  const headers: ReactElement[] = [];
  for (let column = first; column <= last; column++) {
    const width = geometry.columns.sizeOf(column);
    if (width === 0) continue;
    const isSelected = column >= selected.column && column < selected.column + selected.columns;
    headers.push(
      <div
        key={column}
        className="header"
        role="columnheader"
        aria-colindex={column + 1}
        data-selected={isSelected}
        style={{ left: geometry.columns.offsetOf(column) - offset, width, height: headerHeight }}
      >
        {columnLetters(column)}
      </div>,
    );
  }
  return (
    <div className="headers" role="row" style={frame}>
      {headers}
    </div>
  );
}

export function RowHeaders({ geometry, first, last, frame, offset, selected }: HeadersProps): ReactElement {
  const headers: ReactElement[] = [];
  for (let row = first; row <= last; row++) {
    const height = geometry.rows.sizeOf(row);
    if (height === 0) continue;
    const isSelected = row >= selected.row && row < selected.row + selected.rows;
    headers.push(
      <div
        key={row}
        role="row"
        aria-rowindex={row + 1}
        className="row-header"
        style={{ top: geometry.rows.offsetOf(row) - offset, height }}
      >
        <div
          className="header"
          role="rowheader"
          data-selected={isSelected}
          style={{ width: geometry.headerWidth, height }}
        >
          {row + 1}
        </div>
      </div>,
    );
  }
  return (
    <div className="headers" role="presentation" style={frame}>
      {headers}
    </div>
  );
}
