import type { Plan } from "../../plan/plan";
import type { SegmentationBy } from "../plans";
import type { MatrixAxis } from "./plan";
import { matrixIds, matrixTables, positionNames } from "./matrixTables";
import {
  bandsOf,
  type Draft,
  fact,
  groupsOf,
  named,
  type PolicyKind,
  type ReadSegmentation,
  rowsOf,
  type SettingsOf,
  type SheetReading,
  type SheetTables,
} from "../shared/policy/policyKind";
import { readBands } from "../shared/policy/readBands";
import { namesIn, type Names } from "../shared/policy/namesIn";
import { readCells } from "./readCells";
import { readGroups } from "../shared/policy/readGroups";
import { textOf, type TableReader } from "../shared/policy/tableReader";

type Matrix = SegmentationBy<"matrix">;

/**
 * Reads the tables of a policy matrix. A cell that says what the run before wrote still means what it meant then, also
 * where the name has become another's.
 */
function readMatrix(matrix: Matrix, { language, readerOf }: SheetReading): ReadSegmentation<Matrix> {
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
  return { segmentation: { ...matrix, axes: axes.map(({ axis }) => axis), classes, cells: [...cells] }, rows };
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

/** The matrix by facts and the ids of its rows. */
function matrixOf(id: string, settings: SettingsOf, tables: SheetTables): Draft {
  const classes = rowsOf(matrixIds.classes(id), ["name"], tables).map(named);
  const classOf = new Map(classes.map((each) => [each.name, each.id]));
  const kinds = [...settings.all("axisKind")].sort(([a], [b]) => Number(a) - Number(b));
  const axes = kinds.map(([which, kind]) => {
    const table = matrixIds.axis(id, Number(which) - 1);
    const shared = { kind, column: settings.text("axisColumn", which) };
    if (kind !== "bands") return { ...shared, values: groupsOf(table, tables) };
    const direction = settings.text("axisDirection", which);
    const { tiers, cutoffs } = bandsOf(table, direction, tables);
    return { ...shared, direction, cutoffs, bands: tiers };
  });
  const cells = rowsOf(matrixIds.cells(id), ["class", "text"], tables).flatMap((row) => {
    const of = classOf.get(textOf(row.content("class")));
    const text = textOf(row.content("text"));
    return of === undefined ? [] : [{ at: combinationIn(row.id), class: of, ...(text === "" ? {} : { text }) }];
  });
  return { axes, classes, cells };
}

/** The positions that the id of a row names; none where it is no such id. */
function combinationIn(id: string): unknown {
  try {
    return JSON.parse(id) as unknown;
  } catch {
    return [];
  }
}

export const matrix: PolicyKind<Matrix> = {
  tables: matrixTables,
  read: readMatrix,
  facts: ({ axes }) =>
    axes.flatMap((axis, k) => [
      ...fact("axisKind", axis.kind, String(k + 1)),
      ...fact("axisColumn", axis.column, String(k + 1)),
      ...fact("axisDirection", axis.kind === "bands" ? axis.direction : null, String(k + 1)),
    ]),
  fromSheet: matrixOf,
  followScales: (segmentation, sorted) => ({
    ...segmentation,
    axes: segmentation.axes.map((axis) =>
      axis.kind === "values" ? { ...axis, values: sorted(axis.column, axis.values) } : axis,
    ),
  }),
  tableOf: (id, list, axis) => {
    if (axis !== null) return matrixIds.axis(id, axis);
    return list === "classes" ? matrixIds.classes(id) : id;
  },
};
