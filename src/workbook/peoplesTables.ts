import { Failure } from "../failure";
import type { DocBlock, SheetDoc } from "../reports/sheetDoc";
import { overlap, type Place } from "./address";
import { placeOf } from "./blockPlaces";
import { asSent, type Captured } from "./capture";
import { sentCell } from "./cellFormats";
import type { Session } from "./inExcel";
import { changeTable, queueRead, shownTable } from "./changeTable";
import { sameContent, type Content, type Grid, type MergedTable } from "./mergeTable";

type TableBlock = Extract<DocBlock, { kind: "table" }>;

/** The column of ids by which the rows of a table are known; -1 for a table that only Tierbook writes. */
export function keyColumnOf({ columns }: TableBlock): number {
  return columns.findIndex(({ hidden }) => hidden === true);
}

/** A table of a report that stays where it stands, with the columns that it has. */
interface TableInPlace {
  readonly block: TableBlock;
  readonly former: TableBlock;
  /** What stood there before the writing. */
  readonly captured: Captured["places"][number];
}

/**
 * The tables that people fill in and that a writing leaves where they are. One that would grow into cells of another block
 * of ours, on the way there or back, is none of them: the others have to make room first.
 */
function tablesInPlace(
  doc: SheetDoc,
  previous: SheetDoc | null,
  captured: Captured | undefined,
): readonly TableInPlace[] {
  return doc.blocks.flatMap((block): readonly TableInPlace[] => {
    if (block.kind !== "table" || keyColumnOf(block) < 0 || block.standing !== undefined) return [];
    const former = previous?.blocks.find((one): one is TableBlock => one.kind === "table" && one.name === block.name);
    const part = captured?.places.find(
      ({ place }) => place.row === block.row && place.column === block.column && place.columns === block.columns.length,
    );
    const same = former?.row === block.row && former.column === block.column;
    if (!former || !part || !same || reachesOthers(block, former, [previous, doc])) return [];
    return [{ block, former, captured: part }];
  });
}

function reachesOthers(block: TableBlock, former: TableBlock, docs: readonly (SheetDoc | null)[]): boolean {
  const [now, then] = [placeOf(block), placeOf(former)];
  if (!now || !then) return false;
  const reach = { ...now, rows: Math.max(now.rows, then.rows) };
  return docs.some((doc) =>
    doc?.blocks.some((one) => {
      const place = one === block || one === former ? null : placeOf(one);
      return place !== null && overlap(place, reach);
    }),
  );
}

/** What stood in a table before a writing, and what the writing leaves there. */
function gridsOf({ block, captured }: TableInPlace): { readonly before: Grid; readonly after: Grid } {
  const { row, column } = block;
  const [headers = [], ...rows] = captured.formulas;
  const after = block.rows.map((cells, i) =>
    cells.map((cell, j): Content => {
      const { content } = sentCell(cell, block.columns[j]?.format ?? "general");
      return content ?? rows[i]?.[j] ?? "";
    }),
  );
  const named = block.columns.map((one, j): Content => (one.asIs ? (headers[j] ?? "") : one.header));
  return { before: { row, column, headers, rows }, after: { row, column, headers: named, rows: after } };
}

/**
 * Brings the tables that people fill in to what a report says, and leaves all that they did to them since it was made.
 *
 * @returns the report and the one before it as the tables stand now, and the blocks whose cells need no more writing
 * @throws {Failure} `table-changed` where a table or its ids are gone, or stand in the way of one that moves;
 *   `cells-in-the-way`, `table-filtered` and `totals-row` where its rows cannot be written
 */
export async function writePeoplesTables(
  session: Session,
  sheetName: string,
  doc: SheetDoc,
  previous: SheetDoc,
  captured: Captured | undefined,
): Promise<{ readonly doc: SheetDoc; readonly previous: SheetDoc; readonly written: ReadonlySet<string> }> {
  let [next, former] = [doc, previous];
  const written = new Set<string>();
  const inPlace = tablesInPlace(doc, previous, captured);
  await requireUntouched(session, sheetName, movedTables(doc, previous, inPlace), captured);
  for (const table of inPlace) {
    const { before, after } = gridsOf(table);
    const { block } = table;
    const formats = (row: number, j: number): string | null => {
      const format = block.columns[j]?.format ?? "general";
      if (row < 0) return sentCell(block.columns[j]?.header ?? "", "text").numberFormat;
      return sentCell(block.rows[row]?.[j] ?? null, format).numberFormat;
    };
    const change = { from: before, to: after, key: keyColumnOf(block), formats };
    const made = await changeTable(session, sheetName, block.name, change, "refuse");
    if (!made) {
      const message = `table ${block.name} or its column of ids is gone`;
      throw new Failure("table-changed", message, { subject: sheetName });
    }
    written.add(block.id);
    next = withBlock(next, block, standing(block, made.place, made.merged));
    former = withBlock(former, table.former, standing(table.former, made.found, null));
  }
  return { doc: next, previous: former, written };
}

/** The tables that people fill in and that a writing takes to another place, or gives other columns. */
function movedTables(doc: SheetDoc, previous: SheetDoc, inPlace: readonly TableInPlace[]): readonly TableBlock[] {
  return previous.blocks.filter((former): former is TableBlock => {
    if (former.kind !== "table" || inPlace.some((table) => table.former === former)) return false;
    const next = doc.blocks.find((one): one is TableBlock => one.kind === "table" && one.name === former.name);
    return next !== undefined && keyColumnOf(next) >= 0 && next.standing === undefined;
  });
}

/**
 * What people do to a table while a writing is on its way cannot follow it to another place.
 *
 * @throws {Failure} `policy-changed` where a table that still stands where it stood holds something else
 */
async function requireUntouched(
  session: Session,
  sheetName: string,
  tables: readonly TableBlock[],
  captured: Captured | undefined,
): Promise<void> {
  if (tables.length === 0) return;
  const sheet = session.workbook.worksheets.getItem(sheetName);
  const found = tables.map((table) => ({ table, now: queueRead(sheet, table.name) }));
  await session.sync();
  for (const { table, now } of found) {
    const shown = shownTable(now);
    const part = captured?.places.find(({ place }) => place.row === table.row && place.column === table.column);
    if (!shown || !part || shown.place.row !== table.row || shown.place.column !== table.column) continue;
    const stands = [shown.grid.headers, ...shown.grid.rows];
    const isSame = (cells: readonly Content[], row: number): boolean =>
      cells.length === stands[row]?.length && cells.every((cell, k) => sameContent(cell, stands[row]?.[k] ?? ""));
    if (part.formulas.length === stands.length && part.formulas.every(isSame)) continue;
    throw new Failure("policy-changed", `table ${table.name} changed since it was read`, { subject: sheetName });
  }
}

interface Former {
  readonly captured: Captured;
  readonly docs: { readonly previous: SheetDoc | null; readonly next: SheetDoc };
}

/**
 * Gives the tables that people fill in back what they held before a writing. What they changed since stays.
 *
 * @returns what is left to put back on the sheet, and the places of those tables that stand as they did, whose looks may
 *   be put back by place
 */
export async function restorePeoplesTables(
  session: Session,
  sheetName: string,
  { captured, docs }: Former,
): Promise<Former & { readonly looks: readonly Place[] }> {
  const tables = tablesInPlace(docs.next, docs.previous, captured);
  const looks: Place[] = [];
  for (const table of tables) {
    const isAsBefore = await restorePeoplesTable(session, sheetName, table);
    if (isAsBefore) looks.push(...[table.block, table.former].flatMap((block) => placeOf(block) ?? []));
  }
  const names = new Set(tables.map(({ block }) => block.name));
  const others = (doc: SheetDoc): SheetDoc => ({
    ...doc,
    blocks: doc.blocks.filter((block) => block.kind !== "table" || !names.has(block.name)),
  });
  return {
    looks,
    captured: {
      ...captured,
      places: captured.places.filter((part) => tables.every((table) => table.captured !== part)),
      tables: captured.tables.filter(({ name }) => !names.has(name)),
    },
    docs: { previous: docs.previous && others(docs.previous), next: others(docs.next) },
  };
}

/** @returns true if all rows and columns stand where they stood */
async function restorePeoplesTable(session: Session, sheetName: string, table: TableInPlace): Promise<boolean> {
  const { before, after } = gridsOf(table);
  const { formulas, numberFormats } = table.captured;
  const formats = (row: number, j: number): string | null => numberFormats[row + 1]?.[j] ?? null;
  const [headers = [], ...rows] = formulas.map((cells, row) =>
    cells.map((cell, j) => asSent(cell, numberFormats[row]?.[j])),
  );
  const key = keyColumnOf(table.block);
  const change = { from: after, to: { ...before, headers, rows }, key, formats };
  const made = await changeTable(session, sheetName, table.block.name, change, "leave");
  if (!made || JSON.stringify(made.place) !== JSON.stringify(table.captured.place)) return false;
  const ids = made.merged.rows.map((cells) => cells[key]?.content ?? "");
  return (
    made.merged.columns.every((j, i) => j === i) && ids.every((id, row) => sameContent(id, rows[row]?.[key] ?? ""))
  );
}

function withBlock(doc: SheetDoc, block: TableBlock, now: TableBlock): SheetDoc {
  return { ...doc, blocks: doc.blocks.map((one) => (one === block ? now : one)) };
}

/** A table of a report where it stands now: rows and columns that a run did not make are people's. */
function standing(block: TableBlock, { row, column, rows, columns }: Place, merged: MergedTable | null): TableBlock {
  const asIs = { asIs: true } as const;
  const theirs = (j: number | null, i: number): TableBlock["columns"][number] =>
    (j === null ? undefined : block.columns[j]) ?? {
      header: String(merged?.headers[i]?.content ?? ""),
      format: "general",
      width: 12,
      asIs: true,
    };
  const ours = Array.from({ length: columns }, (_, i) => (merged ? (merged.columns[i] ?? null) : i));
  return {
    ...block,
    row,
    column,
    columns: ours.map(theirs),
    rows: Array.from({ length: rows - 1 }, (_, i) => {
      const cells = block.rows[merged?.added[i] ?? -1];
      return ours.map((j) => (j === null ? asIs : (cells?.[j] ?? asIs)));
    }),
  };
}
