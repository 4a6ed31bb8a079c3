import type { SheetDoc } from "../reports/sheetDoc";
import { cellName, type Place } from "./address";
import { askAll, type Asked, type AskedText } from "./askAll";
import { chartsOf, formatsOf, validationsOf } from "./askedRules";
import { writtenBy } from "./capture";
import { tooMuchAsked } from "./cellSlices";
import type { Session } from "./inExcel";
import { bytesPerSlice } from "./inSlices";
import { readsColumn } from "./readsColumn";
import { readTexts } from "./readTexts";
import { isStoreSheet } from "./store";
import type { TableFacts } from "./tableFacts";

/** Something of the user's that reads a column of a table, and would lose it. */
export interface ColumnReader {
  readonly kind: AskedText["kind"];
  /** As people name it: "Own!A1", a name, a chart with its sheet. */
  readonly where: string;
  /** True where Excel does not tell what it reads. */
  readonly unknown: boolean;
}

/** Sheets of ours by name, with what Tierbook wrote on each; null for one on which nothing is the user's. */
export type OwnSheetDocs = ReadonlyMap<string, SheetDoc | null>;

/** About what a cell's formula takes in an answer, in bytes. */
const bytesPerCell = 24;

/**
 * Per column of a table the first thing of the user's that reads it: formulas of cells, also of those that people keep on
 * sheets of ours, names, conditional formats, data validations and series of charts.
 *
 * All formulas are read: what Excel tells of dependent cells leaves out those that name the column, and those on other
 * sheets after rows were inserted (office-js#4609, #4649). What Excel does not tell counts as something that may read it.
 *
 * @param indexes - of the columns within the table
 * @returns null for a column that nothing reads
 */
export async function columnReaders(
  session: Session,
  facts: TableFacts,
  indexes: readonly number[],
  own: OwnSheetDocs,
): Promise<readonly (ColumnReader | null)[]> {
  if (indexes.length === 0) return [];
  const { worksheets } = session.workbook;
  const all = worksheets.load("items/name");
  const names = session.workbook.names.load("items/name,items/formula");
  await session.sync();
  const sheets = all.items.filter(({ name }) => own.get(name) !== null && !isStoreSheet(name));
  const large: { readonly sheet: string; readonly place: Place }[] = [];
  const texts: AskedText[] = names.items.map(({ name, formula }) => ({
    kind: "name",
    where: name,
    formula: String(formula),
    sheet: null,
  }));
  const asked = sheets.flatMap((sheet) => [
    formulasOf(sheet, (place) => large.push({ sheet: sheet.name, place })),
    namesOf(sheet),
    formatsOf(sheet),
    validationsOf(sheet),
    chartsOf(sheet, chartsIn(own.get(sheet.name) ?? null)),
  ]);
  texts.push(...(await askAll(session, asked)));
  for (const { sheet, place } of large) texts.push(...formulasIn(sheet, place, await readTexts(session, sheet, place)));
  const unknown = texts.find(({ formula }) => formula === null);
  return indexes.map((index) => {
    const reads = readsColumn(facts, index);
    const known = texts.find((text) => text.formula !== null && reads(text.formula, text) && !isOurs(text, own));
    const found = known ?? unknown;
    return found ? { kind: found.kind, where: found.where, unknown: found.formula === null } : null;
  });
}

/** Formulas of a sheet's cells; those of a large one are left to be read in slices. */
function formulasOf(sheet: Excel.Worksheet, leave: (place: Place) => void): Asked {
  const { name } = sheet;
  let used: Excel.Range;
  const read = (): readonly Asked[] => {
    if (used.isNullObject) return [];
    const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = used;
    const place: Place = { row, column, rows, columns };
    const bytes = rows * columns * bytesPerCell;
    if (bytes > bytesPerSlice / 4) {
      leave(place);
      return [];
    }
    let range: Excel.Range;
    return [
      {
        kind: "formula",
        where: name,
        bytes,
        queue: () => (range = sheet.getRangeByIndexes(row, column, rows, columns).load("formulas")),
        read: () => {
          const cells = range.formulas as unknown[][] | null;
          if (cells === null) throw tooMuchAsked();
          return { texts: formulasIn(name, place, transposed(cells)) };
        },
      },
    ];
  };
  return {
    kind: "formula",
    where: name,
    queue: () => (used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount")),
    read: () => ({ more: read() }),
  };
}

function transposed(rows: readonly (readonly unknown[])[]): readonly (readonly string[])[] {
  return (rows[0] ?? []).map((_, k) => rows.map((cells) => String(cells[k])));
}

/** @param columns - the contents of a place, column by column */
function formulasIn(sheet: string, place: Place, columns: readonly (readonly string[])[]): readonly AskedText[] {
  return columns.flatMap((texts, k) =>
    texts.flatMap((formula, i): AskedText[] => {
      if (!formula.startsWith("=")) return [];
      const [row, column] = [place.row + i, place.column + k];
      return [{ kind: "formula", where: cellName(sheet, row, column), formula, sheet, cell: { row, column } }];
    }),
  );
}

/** Names that belong to a sheet. */
function namesOf(sheet: Excel.Worksheet): Asked {
  let names: Excel.NamedItemCollection;
  return {
    kind: "name",
    where: sheet.name,
    queue: () => (names = sheet.names.load("items/name,items/formula")),
    read: () => ({
      texts: names.items.map(({ name, formula }) => ({
        kind: "name",
        where: `${sheet.name}!${name}`,
        formula: String(formula),
        sheet: sheet.name,
      })),
    }),
  };
}

function chartsIn(doc: SheetDoc | null): ReadonlySet<string> {
  return new Set((doc?.blocks ?? []).flatMap((block) => (block.kind === "chart" ? [block.name] : [])));
}

/** True for a cell that Tierbook writes: what stands there it writes anew. */
function isOurs({ sheet, cell }: AskedText, own: OwnSheetDocs): boolean {
  const doc = sheet === null ? null : (own.get(sheet) ?? null);
  return doc !== null && cell !== undefined && (writtenBy(doc)(cell.row, cell.column) ?? null) !== null;
}
