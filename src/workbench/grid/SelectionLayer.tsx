import type { ReactElement } from "react";
import type { Area } from "../../host/model/address";
import { headerHeight, type Geometry, type Rectangle } from "./geometry";
import type { CellPosition } from "./selection";

interface SelectionLayerProps {
  readonly selected: Area;
  readonly active: CellPosition;
  readonly geometry: Geometry;
  readonly toWindow: (area: Area) => Rectangle;
  readonly view: { readonly width: number; readonly height: number };
}

/** The frame around the selected cells, kept out of the headers. */
export function SelectionLayer({ selected, active, geometry, toWindow, view }: SelectionLayerProps): ReactElement {
  const { left, top, width, height } = toWindow(selected);
  const clip = { left: geometry.headerWidth, top: headerHeight };
  const isRange = selected.rows > 1 || selected.columns > 1;
  const hole = toWindow({ ...active, rows: 1, columns: 1 });
  return (
    <div
      className="selection-clip"
      style={{ ...clip, width: view.width - clip.left, height: view.height - clip.top }}
      aria-hidden="true"
    >
      <div
        className="selection"
        data-range={isRange}
        style={{ left: left - clip.left - 1, top: top - clip.top - 1, width: width + 1, height: height + 1 }}
      >
        {isRange && (
          <div
            className="selection-active"
            style={{ left: hole.left - left, top: hole.top - top, width: hole.width, height: hole.height }}
          />
        )}
      </div>
    </div>
  );
}
