import type { ReactElement } from "react";
import type { Style } from "../../host/model/style";
import type { CellView } from "../hostProtocol";
import { cellCss } from "./cellCss";
import { fittedNumber } from "./fittedText";
import type { TableLook } from "./tableLook";

export interface GridCellProps {
  readonly id: string;
  readonly address: string;
  readonly column: number;
  readonly cell: CellView | undefined;
  readonly style: Style;
  readonly look: TableLook | null;
  /** Undefined: no filter button; true: its filter hides rows. */
  readonly filterMark: boolean | undefined;
  readonly left: number;
  readonly width: number;
  /** Pixels that text may use: the cell's own width and that of empty cells after it. */
  readonly room: number;
  readonly isActive: boolean;
}

/** Left and right of a cell's text, together. */
const padding = 6;
const filterButton = 18;

export function GridCell({
  id,
  address,
  column,
  cell,
  style,
  look,
  filterMark,
  left,
  width,
  room,
  isActive,
}: GridCellProps): ReactElement {
  const kind = cell?.kind ?? "empty";
  const css = cellCss(style, look, kind, cell);
  const isNumber = kind === "number" && !css.wraps;
  const font = `${style.bold || look?.bold ? "bold " : ""}${css.text.fontSize}px ${css.text.fontFamily}`;
  const text = cell?.text ?? "";
  const shown = isNumber ? fittedNumber(text, width - padding, font, style.numberFormat === "General") : text;
  const space = css.align === "left" && kind === "text" && !css.wraps ? room : width;
  return (
    <div
      id={id}
      className="grid-cell"
      role="gridcell"
      aria-colindex={column + 1}
      aria-selected={isActive}
      data-cell={address}
      style={{ left, width, ...css.box }}
    >
      <span
        className="cell-text"
        data-link={cell?.link !== undefined || undefined}
        title={cell?.link?.address}
        style={{
          ...css.text,
          maxWidth: space - padding - (filterMark === undefined ? 0 : filterButton),
          textAlign: css.align,
        }}
      >
        {shown}
      </span>
      {filterMark !== undefined && <FilterButton isActive={filterMark} />}
    </div>
  );
}

/** Shows that the table can be filtered, and whether it is; filtering itself is Excel's. */
function FilterButton({ isActive }: { readonly isActive: boolean }): ReactElement {
  return (
    <svg className="filter-mark" data-active={isActive} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={isActive ? "M3 4h10L9.5 8.5V13l-3-1.5v-3z" : "M4.5 6.5h7L8 10.5z"} />
    </svg>
  );
}
