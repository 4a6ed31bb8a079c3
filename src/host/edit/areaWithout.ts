import { intersection, type Area } from "../model/address";

/** What is left of an area after a part is cut out: up to four areas, the whole where they do not meet. */
export function areaWithout(area: Area, cut: Area): readonly Area[] {
  const shared = intersection(area, cut);
  if (!shared) return [area];
  const parts: Area[] = [
    { ...area, rows: shared.row - area.row },
    { ...area, row: shared.row + shared.rows, rows: area.row + area.rows - shared.row - shared.rows },
    { ...shared, column: area.column, columns: shared.column - area.column },
    {
      ...shared,
      column: shared.column + shared.columns,
      columns: area.column + area.columns - shared.column - shared.columns,
    },
  ];
  return parts.filter(({ rows, columns }) => rows > 0 && columns > 0);
}
