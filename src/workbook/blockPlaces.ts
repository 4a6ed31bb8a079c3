import type { DocBlock, SheetDoc } from "../reports/sheetDoc";
import { overlap, type Place } from "./address";

/** The cells of a block; null for a chart, which stands above the cells. */
export function placeOf(block: DocBlock): Place | null {
  const { row, column } = block;
  switch (block.kind) {
    case "text":
      return { row, column, rows: 1, columns: 1 };
    case "pairs":
      return { row, column, rows: block.pairs.length, columns: 2 };
    case "table":
      // A native table has at least one row below its header.
      return {
        row,
        column,
        rows: 1 + Math.max(1, standingIn(block) + block.rows.length),
        columns: block.columns.length,
      };
    case "chart":
      return null;
    default:
      return block satisfies never;
  }
}

/** The cells of a block that are written; null where none are: rows that stand already are neither read nor sent. */
export function sentPlaceOf(block: DocBlock): Place | null {
  const place = placeOf(block);
  const standing = standingIn(block);
  if (!place || standing === 0) return place;
  const rows = place.rows - 1 - standing;
  return rows > 0 ? { ...place, row: place.row + 1 + standing, rows } : null;
}

/** The cells that writing a report may change. */
export function sentPlacesOf(doc: SheetDoc | null): readonly Place[] {
  return (doc?.blocks ?? []).flatMap((block) => {
    const place = sentPlaceOf(block);
    return place && place.rows > 0 ? [place] : [];
  });
}

function standingIn(block: DocBlock): number {
  return block.kind === "table" ? (block.standing ?? 0) : 0;
}

/** The cells that a report takes on its sheet. */
export function placesOf(doc: SheetDoc | null): readonly Place[] {
  return (doc?.blocks ?? []).flatMap((block) => {
    const place = placeOf(block);
    return place && place.rows > 0 ? [place] : [];
  });
}

/** What is left of places once others are cut out of them. */
export function without(places: readonly Place[], holes: readonly Place[]): readonly Place[] {
  return holes.reduce<readonly Place[]>((left, hole) => left.flatMap((place) => cut(place, hole)), places);
}

function cut(place: Place, hole: Place): readonly Place[] {
  if (!overlap(place, hole)) return [place];
  const bottom = place.row + place.rows;
  const right = place.column + place.columns;
  const top = Math.max(place.row, hole.row);
  const low = Math.min(bottom, hole.row + hole.rows);
  const left = Math.max(place.column, hole.column);
  const far = Math.min(right, hole.column + hole.columns);
  return [
    { ...place, rows: top - place.row },
    { ...place, row: low, rows: bottom - low },
    { row: top, rows: low - top, column: place.column, columns: left - place.column },
    { row: top, rows: low - top, column: far, columns: right - far },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0);
}
