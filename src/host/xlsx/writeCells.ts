import { areaAddress, cellAddress, intersection, parseArea } from "../model/address";
import type { Cell, Row, Sheet, Table } from "../model/book";
import { columnStyle } from "../model/cells";
import { escapeFormula, escapeText } from "./escape";
import { toFileFormula } from "./fileFormula";
import type { CellOrigin, DirtyRows, RowOrigin, SharedFormula } from "./openedBook";
import type { StringTable } from "./stringTable";
import type { StyleTable } from "./styleTable";
import { attributeOf, badXml, localName, newTag, nextTag, type XmlTag } from "./xmlTag";

/** What rewriting a sheet's rows needs. */
export interface RowWriting {
  readonly sheet: Sheet;
  /** Prefix of the sheet's elements, e.g. "x:". */
  readonly prefix: string;
  readonly dirty: DirtyRows;
  readonly shared: ReadonlyMap<string, SharedFormula>;
  readonly cells: WeakMap<Cell, CellOrigin>;
  readonly rows: WeakMap<Row, RowOrigin>;
  readonly strings: StringTable;
  readonly styles: StyleTable;
}

/**
 * The rows of a sheet as XML: rows that nobody changed are copied as text, the others are written from the model.
 *
 * @param text - the sheet's part as read; `from` and `to` are where its rows begin and end
 */
export function writeRows(text: string, from: number, to: number, writing: RowWriting): string {
  const numbers = [...writing.sheet.rows.keys()].sort((a, b) => a - b);
  const emitter = rowEmitter(writing);
  const isDirty = dirtyTest(writing, emitter.broken);
  const written: string[] = [];
  let next = 0; // index into numbers of the first row not yet written or copied
  let copied = from; // start of the stretch of the file to be copied
  let previous = -1;
  const emitUpTo = (limit: number): void => {
    for (; next < numbers.length && (numbers[next] as number) < limit; next++)
      written.push(emitter.row(numbers[next] as number));
  };
  for (const { number, start, end, tag } of fileRows(text, from, to)) {
    // Rows out of order are legal to no reader of ours; from the first such row on the model is written.
    if (number >= writing.dirty.from || number <= previous) {
      written.push(text.slice(copied, start));
      copied = to;
      break;
    }
    const row = writing.sheet.rows.get(number);
    const gap = next < numbers.length && (numbers[next] as number) < number;
    const changed = isDirty(number) || !row || !sameRow(row, tag);
    if (gap || changed) {
      written.push(text.slice(copied, start));
      copied = start;
      emitUpTo(number);
    }
    if (changed) {
      if (row) written.push(emitter.row(number));
      copied = end;
    }
    if (numbers[next] === number) next++;
    previous = number;
  }
  written.push(text.slice(copied, to));
  emitUpTo(Infinity);
  return written.join("");
}

/** The smallest area that holds all cells, as A1 text. */
export function dimensionOf(sheet: Sheet): string {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const [row, { cells }] of sheet.rows) {
    if (cells.size === 0) continue;
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    for (const column of cells.keys()) {
      if (column < left) left = column;
      if (column > right) right = column;
    }
  }
  return bottom < 0 ? "A1" : areaAddress({ row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 });
}

interface FileRow {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly tag: XmlTag;
}

function* fileRows(text: string, from: number, to: number): Generator<FileRow> {
  const tag = newTag();
  const inner = newTag();
  let at = from;
  let number = -1;
  while (nextTag(text, at, tag) && tag.start < to) {
    at = tag.end;
    if (tag.kind === "close" || localName(tag.name) !== "row") continue;
    const { start } = tag;
    const written = attributeOf(tag, "r");
    number = written === undefined ? number + 1 : Number(written) - 1;
    if (tag.kind === "open") at = rowEnd(text, at, tag.name, inner);
    yield { number, start, end: at, tag };
  }
}

/** Offset behind a row's closing tag; comments and CDATA in between could hold the same letters. */
function rowEnd(text: string, from: number, name: string, inner: XmlTag): number {
  const closing = text.indexOf(`</${name}>`, from);
  if (closing >= 0 && !text.slice(from, closing).includes("<!")) return closing + name.length + 3;
  for (let at = from; nextTag(text, at, inner); at = inner.end)
    if (inner.kind === "close" && inner.name === name) return inner.end;
  throw badXml("a row is not closed");
}

/** Whether height and visibility are as the file has them. */
function sameRow(row: Row, tag: XmlTag): boolean {
  const height = attributeOf(tag, "ht");
  const hidden = attributeOf(tag, "hidden");
  return (
    (height === undefined ? undefined : Number(height)) === row.height &&
    (hidden === "1" || hidden === "true") === (row.hidden === true || row.filtered === true)
  );
}

/** Tells dirty rows; asked in rising order. */
function dirtyTest({ dirty, cells, sheet }: RowWriting, broken: ReadonlySet<string>): (row: number) => boolean {
  const spans = [...dirty.spans].sort((a, b) => a[0] - b[0]);
  if (broken.size > 0) {
    for (const [number, row] of sheet.rows) {
      if ([...row.cells.values()].some((cell) => broken.has(cells.get(cell)?.shared ?? "")))
        spans.push([number, number]);
    }
    spans.sort((a, b) => a[0] - b[0]);
  }
  let next = 0;
  let reached = -1;
  return (row) => {
    for (; next < spans.length && (spans[next]?.[0] ?? Infinity) <= row; next++)
      reached = Math.max(reached, spans[next]?.[1] ?? -1);
    return row <= reached;
  };
}

/** Shared formulas whose first cell is gone or has another formula: their other cells must be written out. */
function brokenGroups({ dirty, shared, sheet, cells }: RowWriting): Set<string> {
  const broken = new Set<string>();
  for (const [number, { cell, row, column }] of shared) {
    const stands = sheet.rows.get(row)?.cells.get(column) === cell && cells.get(cell)?.formula === cell.formula;
    if (!stands || dirty.moved) broken.add(number);
  }
  return broken;
}

interface RowEmitter {
  readonly broken: ReadonlySet<string>;
  row(number: number): string;
}

function rowEmitter(writing: RowWriting): RowEmitter {
  const { sheet, prefix: x, rows, cells, strings, styles } = writing;
  const broken = brokenGroups(writing);
  const styledColumns = sheet.columns.some(({ style }) => style !== undefined);

  const formulaXml = (cell: Cell, origin: CellOrigin | undefined, row: number, column: number): string => {
    if (cell.formula === undefined) {
      // The inner cells of a data table carry no text of their own.
      return origin?.formulaXml !== undefined && origin.formula === undefined ? origin.formulaXml : "";
    }
    const same = origin?.formula === cell.formula;
    if (origin?.formulaXml !== undefined && same && !broken.has(origin.shared ?? "")) {
      return origin.shared === undefined ? placed(origin.formulaXml, row, column) : origin.formulaXml;
    }
    const before = origin?.formulaXml ?? cells.get(writing.shared.get(origin?.shared ?? "")?.cell ?? cell)?.formulaXml;
    const table = tableAround(sheet, row, column)?.name ?? null;
    const formula = escapeFormula(toFileFormula(cell.formula, table, before));
    if (cell.array !== true) return `<${x}f>${formula}</${x}f>`;
    // An array formula whose references moved stays one, over the cells that it had.
    const opening =
      origin?.formulaXml === undefined ? null : /^<[^>]*[^/]>/.exec(placed(origin.formulaXml, row, column));
    return `${opening?.[0] ?? `<${x}f t="array" ref="${cellAddress(row, column)}">`}${formula}</${x}f>`;
  };

  const cellXml = (cell: Cell, row: number, column: number, rowStyle: number | undefined): string => {
    const origin = cells.get(cell);
    const format = styles.formatOf(cell.style);
    const formula = formulaXml(cell, origin, row, column);
    const plain = cell.value === null && formula === "" && !origin;
    if (plain && format === 0 && rowStyle === undefined && !(styledColumns && columnStyle(sheet, column) !== 0))
      return "";
    // Metadata belong to a value, whatever moved the formula's references; those of a spilling formula to the formula.
    const kept =
      origin?.attributes !== undefined &&
      sameValue(origin.value ?? null, cell.value) &&
      (origin.formula === cell.formula || (cell.array === true && origin.formula !== undefined))
        ? origin.attributes
        : "";
    const { type, content } = valueXml(cell, formula !== "", origin, x, strings);
    const head = `<${x}c r="${cellAddress(row, column)}"${format === 0 ? "" : ` s="${format}"`}${type}${kept}`;
    const inner = formula + content + (origin?.extension ?? "");
    return inner === "" ? `${head}/>` : `${head}>${inner}</${x}c>`;
  };

  return {
    broken,
    row(number) {
      const row = sheet.rows.get(number);
      if (!row) return "";
      const columns = [...row.cells.keys()];
      if (columns.some((column, i) => i > 0 && column < (columns[i - 1] as number))) columns.sort((a, b) => a - b);
      const inner = columns.map((column) => cellXml(row.cells.get(column) as Cell, number, column, row.style)).join("");
      const attributes = rowAttributes(row, rows.get(row));
      if (inner === "" && attributes === "") return "";
      return inner === ""
        ? `<${x}row r="${number + 1}"${attributes}/>`
        : `<${x}row r="${number + 1}"${attributes}>${inner}</${x}row>`;
    },
  };
}

function rowAttributes(row: Row, origin: RowOrigin | undefined): string {
  let attributes = origin?.attributes ?? "";
  // A row that is fitted again has no height of somebody's choice.
  if (row.height === undefined) attributes = attributes.replace(/ customHeight="[^"]*"/, "");
  if (row.height !== undefined) {
    attributes = ` ht="${row.height}"${attributes}`;
    // A height that was set by hand stays; one that Excel fitted is fitted again.
    if (row.height !== origin?.height && !attributes.includes("customHeight")) attributes += ' customHeight="1"';
  }
  return row.hidden === true || row.filtered === true ? `${attributes} hidden="1"` : attributes;
}

function valueXml(
  cell: Cell,
  isFormula: boolean,
  origin: CellOrigin | undefined,
  x: string,
  strings: StringTable,
): { type: string; content: string } {
  const { value } = cell;
  if (value === null) return { type: "", content: "" };
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return { type: ' t="e"', content: `<${x}v>#NUM!</${x}v>` };
    return { type: "", content: `<${x}v>${value}</${x}v>` };
  }
  if (typeof value === "boolean") return { type: ' t="b"', content: `<${x}v>${value ? 1 : 0}</${x}v>` };
  if (typeof value !== "string") return { type: ' t="e"', content: `<${x}v>${escapeText(value.error)}</${x}v>` };
  if (isFormula) return { type: ' t="str"', content: `<${x}v>${escapeText(value)}</${x}v>` };
  if (origin?.text === value && origin.inlineXml !== undefined)
    return { type: ' t="inlineStr"', content: origin.inlineXml };
  const number =
    origin?.text === value && origin.textNumber !== undefined ? origin.textNumber : strings.numberOf(value);
  return { type: ' t="s"', content: `<${x}v>${number}</${x}v>` };
}

function sameValue(a: Cell["value"], b: Cell["value"]): boolean {
  return a === b || (a !== null && b !== null && typeof a === "object" && typeof b === "object" && a.error === b.error);
}

/** An array formula's element with its area moved to where its first cell stands now. */
function placed(formulaXml: string, row: number, column: number): string {
  return formulaXml.replace(/(\sref=")([^"]*)"/, (whole, start: string, reference: string) => {
    const area = parseArea(reference);
    if (!area || (area.row === row && area.column === column)) return whole;
    return `${start}${areaAddress({ ...area, row, column })}"`;
  });
}

function tableAround(sheet: Sheet, row: number, column: number): Table | undefined {
  return sheet.tables.find(({ area }) => intersection(area, { row, column, rows: 1, columns: 1 }) !== null);
}
