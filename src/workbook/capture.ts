import { Failure } from "../failure";
import type { SheetDoc } from "../reports/sheetDoc";
import { cellName, overlap, rangeAt, type Place } from "./address";
import { placesOf, sentPlaceOf, sentPlacesOf, without } from "./blockPlaces";
import type { Session } from "./inExcel";
import { queueConstants } from "./formulaCells";
import { layOutFormer } from "./layOutSheet";
import { queueFormerLinks } from "./links";
import { setLooks } from "./looks";
import { literalText, looksLikeFormula } from "./safeText";
import { queueChart, queueSeries } from "./paretoChart";
import { isFormula, sameContent, type Content } from "./mergeTable";
import { cellsOf, oursAmong, queueTable, readStanding, type Standing } from "./renderSheet";
import { queueTablePlaces } from "./tablePlaces";

/** Our blocks on a sheet as they were before a run, people's edits in them included. */
export interface Captured {
  readonly places: readonly {
    readonly place: Place;
    readonly formulas: readonly (readonly (string | number | boolean)[])[];
    readonly numberFormats: readonly (readonly string[])[];
  }[];
  readonly tables: readonly { readonly name: string; readonly place: Place }[];
  readonly charts: readonly string[];
}

/** Formats of the sheets' cells are kept on the staging sheet, right of the labels. */
const firstFormatColumn = 200;
const columnsPerSheet = 100;

const shifted = (place: Place, sheetIndex: number): Place => ({
  ...place,
  column: firstFormatColumn + sheetIndex * columnsPerSheet + place.column,
});

/** Refuses if cells that a report will newly take hold something of the user's. What it wrote there already is ours. */
export async function requireFree(
  session: Session,
  sheetName: string,
  next: SheetDoc,
  previous: SheetDoc | null,
): Promise<void> {
  const sheet = session.workbook.worksheets.getItem(sheetName);
  const used = without(placesOf(next), placesOf(previous)).map((place) =>
    rangeAt(sheet, place).getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,formulas,values,numberFormat"),
  );
  if (used.length === 0) return;
  await session.sync();
  const written = writtenBy(next);
  for (const range of used) {
    if (range.isNullObject) continue;
    contentsOf(range).forEach((cells, i) => {
      cells.forEach((found, k) => {
        const [row, column] = [range.rowIndex + i, range.columnIndex + k];
        if (found === "" || isOurs(found, [written(row, column) ?? ""])) return;
        const subject = cellName(sheetName, row, column);
        const message = `sheet ${sheetName} holds cells where its report will stand`;
        throw new Failure("cells-in-the-way", message, { subject });
      });
    });
  }
}

/** What a report sends to a cell: null for one that it leaves as it is, undefined for one that is none of its. */
export function writtenBy(doc: SheetDoc): (row: number, column: number) => Content | null | undefined {
  const sent = doc.blocks.flatMap((block) => {
    const place = sentPlaceOf(block);
    return place ? [{ place, cells: cellsOf(block) }] : [];
  });
  return (row, column) => {
    const at = sent.find(({ place }) => overlap(place, { row, column, rows: 1, columns: 1 }));
    return at?.cells[row - at.place.row]?.[column - at.place.column]?.sent.content;
  };
}

/** Excel may give a formula back in other words than it was sent. */
function isOurs(found: Content, ours: readonly Content[]): boolean {
  return ours.some((one) => sameContent(found, one) || (isFormula(found) && isFormula(one)));
}

/** Reads what our blocks on a sheet hold now, but for rows that stay as they stand. */
export async function captureSheet(session: Session, sheetName: string, previous: SheetDoc | null): Promise<Captured> {
  const sheet = session.workbook.worksheets.getItem(sheetName);
  const places = sentPlacesOf(previous);
  const ranges = places.map((place) => rangeAt(sheet, place).load("formulas,numberFormat,values"));
  const standing = await readStanding(session, sheetName);
  return {
    places: places.map((place, i) => ({
      place,
      formulas: contentsOf(ranges[i]),
      numberFormats: ranges[i]?.numberFormat ?? [],
    })),
    tables: [...standing.tables].map(([name, place]) => ({ name, place })),
    charts: [...standing.charts],
  };
}

/** True for text that Excel, if it is sent again as it is, takes for a formula, a number, a day or a truth. */
function isTakenOtherwise(text: string): boolean {
  return looksLikeFormula(text) || /^(?:true|false|[\d\s.,:%/()$€£¥eE+-]*\d[\d\s.,:%/()$€£¥eE+-]*)$/i.test(text);
}

/** What cells hold, so that it can be sent again: text that Excel would take for something else comes with its text prefix. */
export function contentsOf(range: Excel.Range | undefined): Captured["places"][number]["formulas"] {
  const formulas = (range?.formulas ?? []) as (string | number | boolean)[][];
  return formulas.map((cells, row) =>
    cells.map((cell, i) => {
      const isText = typeof cell === "string" && cell === (range?.values[row]?.[i] as unknown);
      return isText && isTakenOtherwise(cell) && range?.numberFormat[row]?.[i] !== "@" ? literalText(cell) : cell;
    }),
  );
}

/** Copies the formats of all cells that a report has or will have to the staging sheet. */
export function queueKeepFormats(
  session: Session,
  stagingSheet: string,
  sheetName: string,
  sheetIndex: number,
  docs: readonly (SheetDoc | null)[],
): void {
  const sheet = session.workbook.worksheets.getItem(sheetName);
  const kept = session.workbook.worksheets.getItem(stagingSheet);
  for (const place of docs.flatMap(sentPlacesOf)) {
    rangeAt(kept, shifted(place, sheetIndex)).copyFrom(rangeAt(sheet, place), "Formats");
  }
}

interface KeptFormats {
  readonly stagingSheet: string;
  readonly sheetIndex: number;
}

function queueKeptFormats(
  session: Session,
  sheet: Excel.Worksheet,
  { stagingSheet, sheetIndex }: KeptFormats,
  places: readonly Place[],
): void {
  const kept = session.workbook.worksheets.getItem(stagingSheet);
  for (const place of places) {
    rangeAt(sheet, place).copyFrom(rangeAt(kept, shifted(place, sheetIndex)), "Formats");
  }
}

/**
 * Gives a sheet of ours back what it held before a run. May be repeated.
 *
 * @param formats - where the looks of its cells are kept; null where they are not any more
 * @param looks - places whose contents are put back already, and whose looks are not
 */
export async function restoreSheet(
  session: Session,
  sheetName: string,
  captured: Captured,
  docs: { readonly previous: SheetDoc | null; readonly next: SheetDoc },
  formats: KeptFormats | null,
  looks: readonly Place[] = [],
): Promise<void> {
  const sheet = session.workbook.worksheets.getItem(sheetName);
  const fresh = without(placesOf(docs.next), placesOf(docs.previous)).map((place) => queueNow(sheet, place));
  const now = captured.places.map(({ place }) => queueNow(sheet, place));
  const standing = await readStanding(session, sheetName);
  const both = [docs.previous, docs.next];
  const before = oursAmong(new Map(captured.tables.map(({ name, place }) => [name, place])), both);
  const kept = queueTablePlaces(sheet, oursAmong(standing.tables, both), before);
  const offersChoices = docs.next.blocks.some(
    (block) => block.kind === "table" && block.columns.some((c) => c.choices ?? c.choicesFrom ?? c.dates),
  );
  const written = writtenBy(docs.next);
  for (const { place, range } of fresh) {
    queueClear(sheet, place, range, written);
    if (offersChoices) rangeAt(sheet, place).dataValidation.clear();
  }
  queueFormerLinks(sheet, docs);
  if (formats) queueKeptFormats(session, sheet, formats, [...looks, ...both.flatMap(sentPlacesOf)]);
  captured.places.forEach((part, i) => {
    const found = now[i] ? contentsOf(now[i].range) : [];
    const stays = part.formulas.map((cells, row) => staysIn(part, row, cells, found[row] ?? [], written));
    const range = rangeAt(sheet, part.place);
    range.numberFormat = part.numberFormats.map((formats, row) =>
      formats.map((format, k) => (stays[row]?.[k] ? null : format)),
    );
    queueConstants(
      range,
      part.formulas.map((cells, row) => cells.map((cell, k) => !stays[row]?.[k] && isFormula(cell))),
    );
    range.formulas = part.formulas.map((cells, row) =>
      cells.map((cell, k) => (stays[row]?.[k] ? null : asSent(cell, part.numberFormats[row]?.[k]))),
    );
  });
  for (const [name, place] of before) {
    if (!kept.has(name)) queueTable(sheet, name, place, offersFilters(docs.previous, name));
  }
  await session.sync();
  let charts = standing;
  // Heights first: a chart takes its place in points.
  await setLooks(session, [
    ...(docs.previous ? layOutFormer(sheet, sheetName, docs.previous, docs.next) : []),
    {
      kind: "chart",
      where: sheetName,
      queue: () => queueFormerCharts(sheet, charts, captured, docs),
      again: async () => {
        charts = await readStanding(session, sheetName);
      },
    },
  ]);
}

interface Now {
  readonly place: Place;
  readonly range: Excel.Range;
}

function queueNow(sheet: Excel.Worksheet, place: Place): Now {
  return { place, range: rangeAt(sheet, place).load("formulas,values,numberFormat") };
}

type Written = ReturnType<typeof writtenBy>;

/** Takes away what a run wrote; what somebody wrote over it since stays. */
function queueClear(sheet: Excel.Worksheet, place: Place, range: Excel.Range, written: Written): void {
  const theirs = contentsOf(range).map((cells, row) =>
    cells.map((cell, k) => cell !== "" && !isOurs(cell, [written(place.row + row, place.column + k) ?? ""])),
  );
  if (!theirs.some((cells) => cells.includes(true))) rangeAt(sheet, place).clear("Contents");
  else rangeAt(sheet, place).formulas = theirs.map((cells) => cells.map((stays) => (stays ? null : "")));
}

/**
 * Which cells of a row people wrote since: those that hold neither what stood there before the run nor what the run
 * wrote. Where the first cell is none of ours, the row is another one by now, and nobody can tell.
 */
function staysIn(
  { place }: Captured["places"][number],
  row: number,
  before: readonly Content[],
  found: readonly Content[],
  written: Written,
): readonly boolean[] {
  const theirs = before.map((cell, k) => {
    const sent = written(place.row + row, place.column + k);
    return sent !== null && !isOurs(found[k] ?? "", [cell, sent ?? ""]);
  });
  return place.columns > 1 && theirs[0] ? before.map(() => false) : theirs;
}

function offersFilters(doc: SheetDoc | null, table: string): boolean {
  return (doc?.blocks ?? []).some((block) => block.kind === "table" && block.name === table && block.filters);
}

/** Text in a cell of text format may look like a formula; a formula in any other format is one. */
export function asSent(cell: string | number | boolean, numberFormat: string | undefined): string | number | boolean {
  if (typeof cell !== "string" || numberFormat === "@" || /^[=']/.test(cell)) return cell;
  return literalText(cell);
}

function queueFormerCharts(
  sheet: Excel.Worksheet,
  { charts, brokenCharts }: Standing,
  captured: Captured,
  { previous, next }: { readonly previous: SheetDoc | null; readonly next: SheetDoc },
): void {
  for (const block of next.blocks) {
    if (block.kind !== "chart" || !charts.has(block.name) || captured.charts.includes(block.name)) continue;
    sheet.charts.getItem(block.name).delete();
  }
  for (const block of previous?.blocks ?? []) {
    if (block.kind !== "chart" || brokenCharts.has(block.name) || !captured.charts.includes(block.name)) continue;
    const table = previous?.blocks.find(
      (candidate) => candidate.kind === "table" && candidate.id === block.chart.table,
    );
    if (table?.kind !== "table") continue;
    // A chart of a segmentation that the run left out is gone, and is made anew.
    if (!charts.has(block.name)) queueChart(sheet, block, table);
    else queueSeries(sheet, sheet.charts.getItem(block.name), block, table);
  }
}
