import type { Area } from "../model/address";
import { intersection } from "../model/address";
import type { Sheet } from "../model/book";
import type { Reference } from "./value";

/** Finds who reads a cell: single cells by place, areas by the columns they cross. */
export interface Dependents<T> {
  add(precedent: Reference, dependent: T): void;
  remove(precedent: Reference, dependent: T): void;
  /** Calls `visit` for everyone who reads a cell of the area; possibly more than once. */
  of(sheet: Sheet, area: Area, visit: (dependent: T) => void): void;
}

interface Watched<T> {
  readonly area: Area;
  readonly by: Set<T>;
}

interface SheetWatch<T> {
  /** Most cells have a single reader, who needs no set. */
  readonly cells: Map<number, T | Set<T>>;
  readonly byColumn: Map<number, Map<string, Watched<T>>>;
  readonly wide: Map<string, Watched<T>>;
}

/** An area over more columns than this is looked at for every change of its sheet. */
const manyColumns = 32;
const columnBits = 16_384;

/** An index with nobody in it. */
export function dependentsIndex<T extends object>(): Dependents<T> {
  const sheets = new Map<Sheet, SheetWatch<T>>();
  const watchOf = (sheet: Sheet): SheetWatch<T> => {
    let watch = sheets.get(sheet);
    if (!watch) sheets.set(sheet, (watch = { cells: new Map(), byColumn: new Map(), wide: new Map() }));
    return watch;
  };
  const mapsFor = (watch: SheetWatch<T>, { column, columns }: Area): Map<string, Watched<T>>[] => {
    if (columns > manyColumns) return [watch.wide];
    return Array.from({ length: columns }, (_, i) => {
      let map = watch.byColumn.get(column + i);
      if (!map) watch.byColumn.set(column + i, (map = new Map<string, Watched<T>>()));
      return map;
    });
  };
  const keyOf = ({ row, column, rows, columns }: Area): string => `${row},${column},${rows},${columns}`;

  return {
    add({ sheet, area }, dependent) {
      const watch = watchOf(sheet);
      if (area.rows === 1 && area.columns === 1) {
        const place = area.row * columnBits + area.column;
        const readers = watch.cells.get(place);
        if (readers instanceof Set) readers.add(dependent);
        else watch.cells.set(place, readers === undefined ? dependent : new Set([readers, dependent]));
        return;
      }
      const key = keyOf(area);
      for (const map of mapsFor(watch, area)) {
        const watched = map.get(key);
        if (watched) watched.by.add(dependent);
        else map.set(key, { area, by: new Set([dependent]) });
      }
    },
    remove({ sheet, area }, dependent) {
      const watch = watchOf(sheet);
      if (area.rows === 1 && area.columns === 1) {
        const place = area.row * columnBits + area.column;
        const readers = watch.cells.get(place);
        if (readers instanceof Set) readers.delete(dependent);
        if (readers === dependent || (readers instanceof Set && readers.size === 0)) watch.cells.delete(place);
        return;
      }
      const key = keyOf(area);
      for (const map of mapsFor(watch, area)) {
        map.get(key)?.by.delete(dependent);
        if (map.get(key)?.by.size === 0) map.delete(key);
      }
    },
    of(sheet, area, visit) {
      const watch = sheets.get(sheet);
      if (!watch) return;
      if (area.rows * area.columns <= watch.cells.size) {
        for (let row = area.row; row < area.row + area.rows; row++) {
          for (let column = area.column; column < area.column + area.columns; column++) {
            visitReaders(watch.cells.get(row * columnBits + column), visit);
          }
        }
      } else {
        for (const [place, readers] of watch.cells) {
          const row = Math.floor(place / columnBits);
          const column = place % columnBits;
          const inside =
            row >= area.row &&
            row < area.row + area.rows &&
            column >= area.column &&
            column < area.column + area.columns;
          if (inside) visitReaders(readers, visit);
        }
      }
      visitAreas(watch.wide, area, visit);
      if (area.columns > watch.byColumn.size) {
        for (const [column, map] of watch.byColumn) {
          if (column >= area.column && column < area.column + area.columns) visitAreas(map, area, visit);
        }
      } else {
        for (let column = area.column; column < area.column + area.columns; column++)
          visitAreas(watch.byColumn.get(column), area, visit);
      }
    },
  };
}

function visitReaders<T extends object>(readers: T | Set<T> | undefined, visit: (dependent: T) => void): void {
  if (readers instanceof Set) readers.forEach(visit);
  else if (readers !== undefined) visit(readers);
}

function visitAreas<T>(map: Map<string, Watched<T>> | undefined, area: Area, visit: (dependent: T) => void): void {
  if (!map) return;
  for (const watched of map.values()) if (intersection(watched.area, area)) watched.by.forEach(visit);
}
