import { HostError } from "../errors";
import { maxColumns, maxRows } from "../model/address";
import type { Cell, CellValue, Row, Sheet } from "../model/book";
import { unescapeText } from "./escape";
import { fromFileFormula } from "./fileFormula";
import type { CellOrigin, RowOrigin, SharedFormula } from "./openedBook";
import type { Budget } from "./readSheet";
import { shiftFormula } from "./sharedFormula";
import { content, detached, readRichText, textEnd, type SharedStrings } from "./sharedStrings";
import { attributeOf, badXml, localName, newTag, nextTag, type XmlTag } from "./xmlTag";

/** What reading cells needs and fills. */
export interface CellReading {
  readonly sheet: Sheet;
  readonly strings: SharedStrings;
  readonly date1904: boolean;
  readonly budget: Budget;
  readonly cells: WeakMap<Cell, CellOrigin>;
  readonly rows: WeakMap<Row, RowOrigin>;
  readonly shared: Map<string, SharedFormula>;
}

interface Place {
  row: number;
  column: number;
}

/** Reads the rows of a sheet between two offsets of its part's text (the content of `sheetData`). */
export function readCells(text: string, from: number, to: number, reading: CellReading): void {
  const tag = newTag();
  const known = new Map<string, string>();
  const masters = new Map<string, { formula: string; place: Place }>();
  const state = { reading, text, tag, known, masters };
  let rowNumber = -1;
  let at = from;
  while (nextTag(text, at, tag) && tag.start < to) {
    at = tag.end;
    if (tag.kind === "close" || localName(tag.name) !== "row") continue;
    const number = attributeOf(tag, "r");
    rowNumber = number === undefined ? rowNumber + 1 : Number(number) - 1;
    if (!Number.isInteger(rowNumber) || rowNumber < 0 || rowNumber >= maxRows)
      throw outside(reading.sheet, number ?? "?");
    if ((reading.budget.rows -= tag.kind === "empty" ? 2 : 1) < 0)
      throw new HostError("file-too-large", "readXlsx requires fewer rows");
    const row = readRow(tag, rowNumber, reading, known);
    if (tag.kind === "open") at = readRowCells(state, row, rowNumber, at);
  }
}

interface State {
  readonly reading: CellReading;
  readonly text: string;
  readonly tag: XmlTag;
  /** Formulas and texts by themselves: equal ones are kept once, and free of the part's text. */
  readonly known: Map<string, string>;
  readonly masters: Map<string, { formula: string; place: Place }>;
}

function readRow(tag: XmlTag, number: number, { sheet, rows }: CellReading, known: Map<string, string>): Row {
  let row = sheet.rows.get(number);
  if (!row) sheet.rows.set(number, (row = { cells: new Map() }));
  let rest = "";
  for (let i = 0; i < tag.attributes.length; i += 2) {
    const name = tag.attributes[i] as string;
    const value = tag.attributes[i + 1] as string;
    if (name === "r" || name === "spans") continue;
    if (name === "ht") row.height = Number(value);
    else if (name === "hidden") {
      if (value === "1" || value === "true") row.hidden = true;
    } else {
      if (name === "s") row.style = Number(value);
      rest += ` ${name}="${value.includes('"') ? value.replaceAll('"', "&quot;") : value}"`;
    }
  }
  if (rest || row.height !== undefined) rows.set(row, { attributes: once(known, rest), height: row.height });
  return row;
}

function readRowCells(state: State, row: Row, rowNumber: number, from: number): number {
  const { text, tag, reading } = state;
  let column = -1;
  let at = from;
  while (nextTag(text, at, tag)) {
    at = tag.end;
    const name = localName(tag.name);
    if (tag.kind === "close" && name === "row") return at;
    if (name !== "c" || tag.kind === "close") continue;
    if (--reading.budget.cells < 0) throw new HostError("file-too-large", "readXlsx requires fewer cells");
    const head = readHead(tag, rowNumber, column + 1, reading.sheet);
    column = head.column;
    if (tag.kind === "empty") {
      if (head.style !== undefined || head.attributes)
        keep(reading, row, column, { value: null, style: head.style ?? 0 }, attributesOnly(head));
      continue;
    }
    at = readCell(state, row, { row: rowNumber, column }, head, at);
  }
  throw badXml("a row is not closed");
}

interface Head {
  column: number;
  style: number | undefined;
  type: string;
  attributes: string;
}

function readHead(tag: XmlTag, row: number, next: number, sheet: Sheet): Head {
  const head: Head = { column: next, style: undefined, type: "n", attributes: "" };
  for (let i = 0; i < tag.attributes.length; i += 2) {
    const name = tag.attributes[i] as string;
    const value = tag.attributes[i + 1] as string;
    if (name === "r") head.column = columnOfAddress(value, row, sheet);
    else if (name === "s") head.style = Number(value);
    else if (name === "t") head.type = value;
    else head.attributes += ` ${name}="${value}"`;
  }
  if (head.column >= maxColumns) throw outside(sheet, String(head.column));
  return head;
}

function columnOfAddress(address: string, row: number, sheet: Sheet): number {
  let column = 0;
  let i = 0;
  for (; i < address.length; i++) {
    const code = address.charCodeAt(i) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  let number = 0;
  for (let digit = i; digit < address.length; digit++) number = number * 10 + address.charCodeAt(digit) - 48;
  if (i === 0 || i > 3 || number !== row + 1 || column > maxColumns) throw outside(sheet, address);
  return column - 1;
}

function readCell(state: State, row: Row, place: Place, head: Head, from: number): number {
  const { text, tag, reading, known } = state;
  const cell: Cell = { value: null, style: head.style ?? 0 };
  let origin: CellOrigin | undefined = attributesOnly(head);
  let at = from;
  while (nextTag(text, at, tag)) {
    at = tag.end;
    const name = localName(tag.name);
    if (tag.kind === "close") {
      if (name === "c") {
        keep(reading, row, place.column, cell, origin);
        return at;
      }
    } else if (name === "v") {
      if (tag.kind === "empty") {
        if (head.type === "str") cell.value = "";
        continue;
      }
      const end = textEnd(text, at);
      const read = readValue(text.slice(at, end), head.type, reading, known);
      cell.value = read.value;
      if (read.origin) origin = { ...origin, ...read.origin };
      at = end;
    } else if (name === "f") {
      const start = tag.start;
      const end = tag.kind === "empty" ? at : textEnd(text, at);
      const formula = readFormula(state, cell, place, text.slice(at, end), reading);
      if (tag.kind === "open") {
        if (!nextTag(text, end, tag)) throw badXml("a formula is not closed");
        at = tag.end;
      }
      if (formula) origin = { ...origin, ...formula, formulaXml: detached(text.slice(start, at)) };
    } else if (name === "is") {
      if (tag.kind === "empty") continue;
      const start = tag.start;
      const read = readRichText(text, at, "is");
      at = read.end;
      cell.value = once(known, read.text);
      if (read.rich) origin = { ...origin, inlineXml: detached(text.slice(start, at)), text: read.text };
    } else if (tag.kind === "open") {
      const start = tag.start;
      at = behind(text, tag);
      origin = { ...origin, extension: detached(text.slice(start, at)) };
    }
  }
  throw badXml("a cell is not closed");
}

function readValue(
  raw: string,
  type: string,
  { strings, date1904, sheet }: CellReading,
  known: Map<string, string>,
): { value: CellValue; origin?: CellOrigin } {
  if (type === "s") {
    const textNumber = Number(raw);
    const text = strings.texts[textNumber];
    if (text === undefined)
      throw new HostError(
        "not-a-workbook",
        `readXlsx requires a whole .xlsx file: ${sheet.name} refers to text ${raw}`,
      );
    return strings.rich.has(textNumber) ? { value: text, origin: { textNumber, text } } : { value: text };
  }
  if (type === "str" || type === "inlineStr") return { value: once(known, unescapeText(content(raw))) };
  const trimmed = content(raw).trim();
  if (type === "b") return { value: trimmed === "1" || trimmed === "true" };
  if (type === "e") return { value: { error: once(known, trimmed) } };
  if (type === "d") {
    const serial = dateSerial(trimmed, date1904);
    return { value: serial ?? once(known, trimmed) };
  }
  const number = Number(trimmed);
  return { value: trimmed === "" || Number.isNaN(number) ? null : number };
}

/** Reads an `f` element; tells what must be kept of it, if anything but its text. */
function readFormula(
  { tag, masters, known }: State,
  cell: Cell,
  place: Place,
  raw: string,
  reading: CellReading,
): CellOrigin | null {
  const type = attributeOf(tag, "t");
  const number = attributeOf(tag, "si");
  let formula = content(raw);
  if (type === "shared" && number !== undefined) {
    const master = masters.get(number);
    if (formula === "" && master && (reading.budget.shared -= master.formula.length) < 0)
      throw new HostError(
        "file-too-large",
        `readXlsx requires shorter formulas: ${reading.sheet.name} repeats one too often`,
      );
    if (formula === "" && master)
      formula = shiftFormula(master.formula, place.row - master.place.row, place.column - master.place.column);
    else if (formula !== "") {
      masters.set(number, { formula: detached(formula), place: { ...place } });
      reading.shared.set(number, { cell, ...place });
    }
  }
  if (formula !== "") cell.formula = once(known, `=${fromFileFormula(formula)}`);
  // An array formula or a data table is a value of the file's: no calculation of one cell may replace it.
  if (type === "array" || type === "dataTable") cell.cached = cell.array = true;
  if (tag.attributes.length === 0 && cell.formula === `=${formula}`) return null;
  return {
    ...(cell.formula === undefined ? {} : { formula: cell.formula }),
    ...(type === "shared" && number !== undefined ? { shared: number } : {}),
  };
}

/** Serial number of an ISO 8601 date or time, as the strict standard stores them. */
function dateSerial(iso: string, date1904: boolean): number | undefined {
  const parts = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(iso);
  if (!parts || iso === "") return undefined;
  const [, year, month, day, hours = "0", minutes = "0", seconds = "0"] = parts;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  if (year === undefined) return time;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000;
  const serial = days + 25_569;
  // Excel counts 29 February 1900, which never was, so days before March 1900 are one lower.
  return (date1904 ? serial - 1462 : serial < 61 ? serial - 1 : serial) + time;
}

function keep({ cells }: CellReading, row: Row, column: number, cell: Cell, origin: CellOrigin | undefined): void {
  row.cells.set(column, cell);
  if (!origin) return;
  const { value, formula } = cell;
  cells.set(
    cell,
    origin.attributes === undefined ? origin : { ...origin, value, ...(formula === undefined ? {} : { formula }) },
  );
}

function attributesOnly({ attributes }: Head): CellOrigin | undefined {
  return attributes ? { attributes } : undefined;
}

/** Offset behind the element whose opening tag was just read. */
function behind(text: string, tag: XmlTag): number {
  let depth = 1;
  let at = tag.end;
  while (depth > 0 && nextTag(text, at, tag)) {
    at = tag.end;
    depth += tag.kind === "open" ? 1 : tag.kind === "close" ? -1 : 0;
  }
  return at;
}

function once(known: Map<string, string>, text: string): string {
  let kept = known.get(text);
  if (kept === undefined) known.set((kept = detached(text)), kept);
  return kept;
}

function outside(sheet: Sheet, address: string): HostError {
  return new HostError("not-a-workbook", `readXlsx requires cells within the sheet: ${sheet.name} has ${address}`);
}
