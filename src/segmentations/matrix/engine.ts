import { matrixPositions, mostCells } from "./matrixPositions";
import type { Plan } from "../../plan/plan";
import type { SegmentationBy } from "../plans";
import { noPolicyId, noPolicyName } from "../shared/reservedNames";
import { columnNamed } from "../../table/columnNamed";
import type { CustomerTable } from "../../table/customerTable";
import { axisCodes, offAxis, type AxisCodes } from "./axisCodes";
import type { Combination, ListedRow } from "../../engine/outcome";
import { rowLister } from "../shared/rowLister";
import { summedGroups } from "../shared/summedGroups";
import type { Classified } from "../../engine/withShares";
import { contentAt, type Asked, type EngineKind } from "../shared/engineKind";
import type { Why } from "../../engine/why";

/** Parameters as used, for RESULT.json and the run log. */
export type MatrixUsed = Pick<SegmentationBy<"matrix">, "valueColumn" | "axes" | "classes" | "cells">;

/**
 * One group per policy class, and one for the combinations that no cell maps. A row without a place on an axis is
 * listed with the first axis where it has none.
 */
function classifyMatrix(
  segmentation: SegmentationBy<"matrix">,
  { keyColumn, sheetLanguage: language }: Plan,
  table: CustomerTable,
): Classified {
  const { id, name, method, valueColumn, axes, classes, cells } = segmentation;
  const keys = columnNamed(table, keyColumn);
  const amounts = columnNamed(table, valueColumn);
  const named = [
    ...classes.map((each) => ({ id: `${id}/${each.id}`, name: each.name })),
    { id: `${id}/${noPolicyId}`, name: noPolicyName[language] },
  ];
  const columns = axes.map(({ column }) => columnNamed(table, column));
  const places = axes.map((axis, k) => axisCodes(axis, columns[k]!, table.rows));
  const grid = gridOf(segmentation);
  const spots = spotsOf(places, grid, table.rows);

  const labels = new Uint16Array(table.rows);
  const customers = new Uint32Array(grid.groupAt.length);
  const notClassified: ListedRow[] = [];
  for (let row = 0; row < table.rows; row++) {
    const spot = spots[row]!;
    if (spot >= 0) {
      labels[row] = grid.groupAt[spot]!;
      customers[spot]!++;
    } else {
      labels[row] = named.length;
      const k = places.findIndex(({ codes }) => codes[row] === offAxis);
      notClassified.push(rowLister(columns[k]!, keys)(row, places[k]!.reasonOf(row)));
    }
  }
  return {
    id,
    name,
    method,
    used: { valueColumn, axes, classes, cells },
    labels,
    notClassified,
    combinations: combinationsOf(customers, grid),
    ...summedGroups(named, labels, amounts, rowLister(amounts, keys)),
  };
}

/** All combinations of positions in a row, the last axis running fastest. */
interface Grid {
  readonly positions: readonly (readonly string[])[];
  /** How far apart neighbours on an axis stand. */
  readonly strides: readonly number[];
  /** Per combination the index of its group. */
  readonly groupAt: Uint16Array;
}

function gridOf({ axes, classes, cells }: SegmentationBy<"matrix">): Grid {
  const positions = axes.map(matrixPositions);
  const strides = positions.map((_, k) => positions.slice(k + 1).reduce((product, { length }) => product * length, 1));
  const groupAt = new Uint16Array(positions.reduce((product, { length }) => product * length, 1)).fill(classes.length);
  const codes = positions.map((ids) => new Map(ids.map((position, code) => [position, code])));
  for (const cell of cells) {
    const spot = cell.at.reduce((sum, position, k) => sum + codes[k]!.get(position)! * strides[k]!, 0);
    groupAt[spot] = classes.findIndex(({ id }) => id === cell.class);
  }
  return { positions, strides, groupAt };
}

/** Per row its combination, or -1 for a row without a place on some axis. */
function spotsOf(places: readonly AxisCodes[], { strides }: Grid, rows: number): Int32Array {
  const spots = new Int32Array(rows);
  places.forEach(({ codes }, k) => {
    const stride = strides[k]!;
    for (let row = 0; row < rows; row++) {
      if (codes[row] === offAxis) spots[row] = -1;
      else if (spots[row]! >= 0) spots[row]! += codes[row]! * stride;
    }
  });
  return spots;
}

/** The combinations that occur, the most frequent first; among equals in the order of the axes. */
function combinationsOf(customers: Uint32Array, { positions, strides, groupAt }: Grid): readonly Combination[] {
  const spots: number[] = [];
  customers.forEach((count, spot) => count > 0 && spots.push(spot));
  return spots
    .sort((a, b) => customers[b]! - customers[a]! || a - b)
    .slice(0, mostCells)
    .map((spot) => ({
      at: positions.map((ids, k) => ids[Math.floor(spot / strides[k]!) % ids.length]!),
      customers: customers[spot]!,
      group: groupAt[spot]!,
    }));
}

/** By what the cells on the axes hold. */
function whyCells({ axes }: SegmentationBy<"matrix">, asked: Asked): Why {
  const columns = [...new Set(axes.map(({ column }) => column))];
  return { kind: "contents", cells: columns.map((column) => ({ column, content: contentAt(asked, column) })) };
}

export const matrix: EngineKind<SegmentationBy<"matrix">> = { classify: classifyMatrix, why: whyCells };
