import { changeWords } from "../text/changeWords";
import { figures } from "../text/figures";
import { languages, type Language } from "../text/language";
import { changedLinesTable, type ChangedLine, type ListColumns } from "./changedLinesTable";
import type { DocBlock, SheetDoc } from "./sheetDoc";

export interface ChangesContext {
  readonly name: string;
  readonly language: Language;
  /** The run that the list is of, and when it was written. */
  readonly runAt: Date;
  readonly writtenAt: Date;
  readonly dataDate: string | null;
  readonly columns: ListColumns;
  readonly lines: readonly ChangedLine[];
  /** All changes, those that are not listed included. */
  readonly all: number;
  /** Who left the table, by segmentation. */
  readonly left: readonly {
    readonly segmentation: string;
    readonly from: readonly { readonly from: string; readonly customers: number }[];
  }[];
  /** Where the table of an earlier list stands; null on a new sheet. */
  readonly standing: StandingChanges | null;
}

/** The table of an earlier list as it stands. Rows and columns count from zero. */
export interface StandingChanges {
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly headers: readonly string[];
  readonly rows: number;
}

const changesTable = "Tierbook_Changes";
const tableRow = 5;
/** The most lines that the sheet takes. */
export const mostLines = 5000;

/** The sheet that lists who changed segment: written on demand, dated, and nobody's to update. */
export function changesSheet(context: ChangesContext): SheetDoc {
  const table = changedLinesTable({
    ...context,
    id: "changes",
    name: context.standing?.name ?? changesTable,
    row: context.standing?.row ?? tableRow,
    column: context.standing?.column ?? 0,
  });
  const inPlace = table.row === tableRow && table.column === 0;
  return {
    id: "changes",
    name: context.name,
    frozenRows: inPlace ? tableRow + 1 : 0,
    widths: {},
    blocks: inPlace ? [...texts(context), table] : [table],
  };
}

/** What stands on the sheet now as a report, so that the next list knows what it replaces. */
export function standingChangesSheet(standing: StandingChanges, name: string): SheetDoc {
  const { row, column, headers, rows } = standing;
  const asIs = { asIs: true } as const;
  // Their number alone is needed, and thousands of cells would be kept for nothing.
  const block: DocBlock = {
    kind: "table",
    id: "changes",
    row,
    column,
    name: standing.name,
    filters: true,
    columns: headers.map((header) => ({ header, format: "general", width: 12, asIs: true })),
    rows: Array.from({ length: rows }, () => []),
  };
  const inPlace = row === tableRow && column === 0;
  const text = (id: string, at: number, style: "title" | "note"): DocBlock => {
    return { kind: "text", id, row: at, column: 0, style, cell: asIs };
  };
  const above = [
    text("title", 0, "title"),
    text("run", 1, "note"),
    text("written", 2, "note"),
    text("rest", 3, "note"),
  ];
  return { id: "changes", name, frozenRows: 0, widths: {}, blocks: inPlace ? [...above, block] : [block] };
}

/** The headers that a list may have beside those of the customer table; a table with others is people's own by now. */
export const changesHeaders: readonly string[] = languages.flatMap((language) =>
  Object.values(changeWords[language].sheet.headers),
);

function texts({ language, runAt, writtenAt, dataDate, lines, all, left }: ChangesContext): readonly DocBlock[] {
  const words = changeWords[language];
  const { moment, day } = figures(language);
  const text = (id: string, row: number, style: "title" | "note", cell: string): DocBlock => {
    return { kind: "text", id, row, column: 0, style, cell };
  };
  const rest = [
    ...(all === 0 ? [words.sheet.nobody] : []),
    ...(all > lines.length ? [words.sheet.firstOf(lines.length, all)] : []),
    ...left.map(({ segmentation, from }) =>
      words.sheet.left(
        segmentation,
        from.map((way) => words.pane.leftFrom(way.from, way.customers)).join(words.listComma),
      ),
    ),
  ];
  return [
    text("title", 0, "title", words.sheet.title),
    text("run", 1, "note", words.sheet.run(moment(runAt), dataDate === null ? null : day(dataDate))),
    text("written", 2, "note", words.sheet.written(moment(writtenAt))),
    text("rest", 3, "note", rest.join(" ")),
  ];
}
