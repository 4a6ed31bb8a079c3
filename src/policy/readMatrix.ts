import type { Plan } from "../plan/plan";
import type { SegmentationBy } from "../segmentations/plans";
import type { MatrixAxis } from "../segmentations/matrix/plan";
import { matrixIds, positionNames } from "./matrixTables";
import { readBands } from "./readBands";
import { namesIn, readCells, type Names } from "./readCells";
import { readGroups } from "./readGroups";
import type { TableReader } from "./tableReader";

type Matrix = SegmentationBy<"matrix">;

/** A policy matrix as the sheet has it, and by table the row of each of its items. */
export interface ReadMatrix {
  readonly matrix: Matrix;
  readonly rows: ReadonlyMap<string, readonly (number | null)[]>;
}

/**
 * Reads the tables of a policy matrix. A cell that says what the run before wrote still means what it meant then, also
 * where the name has become another's.
 *
 * @param readerOf - a table by its id; all of them are there
 */
export function readMatrix(
  matrix: Matrix,
  language: Plan["sheetLanguage"],
  readerOf: (table: string) => TableReader,
): ReadMatrix {
  const { id } = matrix;
  const rows = new Map<string, readonly (number | null)[]>();
  const axes = matrix.axes.map((axis, k) => {
    const table = matrixIds.axis(id, k);
    const read = readAxis(axis, language, readerOf(table));
    rows.set(table, read.rows);
    return read;
  });
  const classReader = readerOf(matrixIds.classes(id));
  for (const row of classReader.added) classReader.note("new-row", row, "name", classReader.content(row, "name"));
  const classes = matrix.classes.map((each) => {
    const row = classReader.rowOf(each.id);
    return row === null ? each : { id: each.id, name: classReader.text(row, "name") };
  });
  rows.set(
    matrixIds.classes(id),
    classes.map((each) => classReader.rowOf(each.id)),
  );
  const cellReader = readerOf(matrixIds.cells(id));
  const cells = readCells(
    matrix,
    axes.map(({ names }) => names),
    namesIn(
      classes.map((each) => [each.id, each.name]),
      matrix.classes.map((each) => [each.id, each.name]),
    ),
    cellReader,
  );
  if (cells.length === 0) cellReader.note("no-cell", null, "class");
  return { matrix: { ...matrix, axes: axes.map(({ axis }) => axis), classes, cells: [...cells] }, rows };
}

interface ReadAxis {
  readonly axis: MatrixAxis;
  readonly rows: readonly (number | null)[];
  readonly names: Names;
}

function readAxis(axis: MatrixAxis, language: Plan["sheetLanguage"], reader: TableReader): ReadAxis {
  const former = [...positionNames(axis, language)];
  if (axis.kind === "bands") {
    const { tiers, cutoffs } = readBands({ ...axis, tiers: axis.bands }, reader);
    const read: MatrixAxis = { ...axis, bands: tiers, cutoffs };
    const rows = axis.bands.map((band) => reader.rowOf(band.id));
    return { axis: read, rows, names: namesIn([...positionNames(read, language)], former) };
  }
  const { groups, rows, now } = readGroups(axis.values, reader);
  const read: MatrixAxis = { ...axis, values: groups };
  const present = [...positionNames(read, language)];
  const byEntry = present.map(([value]): [string, string] => [value, value]);
  const formerly = former.map(([value, name]): [string, string] => [now.get(value) ?? value, name]);
  return { axis: read, rows, names: { ...namesIn(present, [...byEntry, ...formerly]), now } };
}
