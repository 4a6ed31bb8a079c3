import type { Book, Sheet } from "./book";
import { defaultStyle } from "./style";

/** A workbook with one empty sheet. */
export function newBook(sheetName = "Sheet1"): Book {
  const sheet = newSheet(sheetName);
  return {
    sheets: [sheet],
    activeSheetId: sheet.id,
    selection: { row: 0, column: 0, rows: 1, columns: 1 },
    names: [],
    keptNames: [],
    settings: new Map(),
    customXmlParts: [],
    styles: [defaultStyle],
    date1904: false,
    calculationMode: "Automatic",
    readOnly: false,
    structureProtected: false,
    listeners: new Set(),
  };
}

/** An empty sheet that belongs to no book yet. */
export function newSheet(name: string): Sheet {
  return {
    id: newId(),
    name,
    visibility: "Visible",
    tabColor: null,
    rows: new Map(),
    columns: [],
    defaultColumnWidth: 8.43,
    defaultRowHeight: 15,
    merges: [],
    tables: [],
    charts: [],
    hyperlinks: new Map(),
    conditionalFormats: [],
    validations: [],
    filter: null,
    freeze: { rows: 0, columns: 0 },
    showGridlines: true,
    protection: { isProtected: false, options: {} },
    pageLayout: {},
    customProperties: new Map(),
    pivots: [],
    carried: [],
  };
}

let issued = 0;

/** An id in Excel's form, unique within the process and the same in every run of it. */
export function newId(): string {
  issued += 1;
  return idStem + issued.toString(16).toUpperCase().padStart(12, "0") + "}";
}

/** Keeps an id that was read from a file from being given out again. */
export function keepId(id: string): void {
  if (id.startsWith(idStem)) issued = Math.max(issued, parseInt(id.slice(idStem.length), 16) || 0);
}

const idStem = "{00000000-0000-4000-8000-";
