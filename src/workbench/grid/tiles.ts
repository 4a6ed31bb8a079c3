import { intersection, type Area } from "../../host/model/address";
import type { Style } from "../../host/model/style";
import type { HostClient } from "../hostClient";
import type { CellView } from "../hostProtocol";

/** Cells near the eye, fetched in tiles; what was drawn stays until its successor has come. */
export interface Tiles {
  /** Asks for the tiles that an area touches unless they are at hand in this version. */
  want(sheetId: string, area: Area, version: number): void;
  cellAt(sheetId: string, row: number, column: number): CellView | undefined;
  /** Differs as soon as any cell of the row within these columns may differ. */
  stamp(sheetId: string, row: number, first: number, last: number): string;
  styles(): readonly Style[];
}

const tileRows = 50;
const tileColumns = 20;
/** Several screens around the eye; the ones least recently wanted go first. */
const tilesKept = 80;

interface Tile {
  cells: ReadonlyMap<number, CellView>;
  /** Version of the picture that the cells belong to; what is on its way counts. */
  asked: number;
  revision: number;
}

/** @param onArrival - told when cells have come */
export function fetchTiles(client: HostClient, onArrival: () => void): Tiles {
  const tiles = new Map<string, Tile>();
  let styles: readonly Style[] = [];

  const fetch = async (sheetId: string, key: string, area: Area, tile: Tile, version: number): Promise<void> => {
    const fetched = await client.ask("cells", { sheetId, area }).catch(() => null);
    // An answer overtaken by a newer question, or about a sheet that is gone, is of no use.
    if (!fetched || tile.asked !== version || tiles.get(key) !== tile) return;
    styles = fetched.styles;
    tile.cells = new Map(fetched.cells.map((cell) => [cell.row * tileColumns + (cell.column % tileColumns), cell]));
    tile.revision += 1;
    onArrival();
  };

  return {
    want(sheetId, area, version) {
      for (const part of tileAreas(area)) {
        const key = keyOf(sheetId, part.row, part.column);
        const tile = tiles.get(key) ?? { cells: new Map(), asked: -1, revision: 0 };
        tiles.delete(key);
        tiles.set(key, tile); // moves it to the end: wanted most recently
        if (tile.asked === version) continue;
        tile.asked = version;
        void fetch(sheetId, key, part, tile, version);
      }
      for (const key of tiles.keys()) {
        if (tiles.size <= tilesKept) break;
        tiles.delete(key);
      }
    },
    cellAt: (sheetId, row, column) =>
      tiles.get(keyOf(sheetId, row, column))?.cells.get(row * tileColumns + (column % tileColumns)),
    stamp(sheetId, row, first, last) {
      let stamp = "";
      for (let column = first - (first % tileColumns); column <= last; column += tileColumns) {
        stamp += `${tiles.get(keyOf(sheetId, row, column))?.revision ?? 0} `;
      }
      return stamp;
    },
    styles: () => styles,
  };
}

function keyOf(sheetId: string, row: number, column: number): string {
  return `${sheetId} ${Math.floor(row / tileRows)} ${Math.floor(column / tileColumns)}`;
}

function tileAreas(area: Area): Area[] {
  const parts: Area[] = [];
  const firstRow = area.row - (area.row % tileRows);
  const firstColumn = area.column - (area.column % tileColumns);
  for (let row = firstRow; row < area.row + area.rows; row += tileRows) {
    for (let column = firstColumn; column < area.column + area.columns; column += tileColumns) {
      const tile = { row, column, rows: tileRows, columns: tileColumns };
      if (intersection(tile, area)) parts.push(tile);
    }
  }
  return parts;
}
