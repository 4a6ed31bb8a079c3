import { changeWords } from "../text/changeWords";
import { figures } from "../text/figures";
import { languages, type Language } from "../text/language";
import { distinctHeaders } from "./distinctHeaders";
import { moneyFormat } from "./moneyFormat";
import type { DocBlock, DocColumn, SheetDoc } from "./sheetDoc";
import { widthFor } from "./textWidth";

/** A customer who changed segment, as the sheet lists it. */
export interface ChangedLine {
  readonly segmentation: string;
  readonly key: string;
  readonly name: string;
  /** Names of the segments, or the words for not classified and entered. */
  readonly from: string;
  readonly to: string;
  /** Of now; null where the cell holds no number. */
  readonly value: number | null;
  /** "" where there is no such column, or its cell is blank. */
  readonly manager: string;
  readonly branch: string;
  /** Why it is in its segment, from the cells of now. */
  readonly why: string;
}

export interface ChangesContext {
  readonly name: string;
  readonly language: Language;
  /** The run that the list is of, and when it was written. */
  readonly runAt: Date;
  readonly writtenAt: Date;
  readonly dataDate: string | null;
  /** The columns of the customer table that were read; null for one that there is not. */
  readonly columns: { readonly name: string | null; readonly manager: string | null; readonly branch: string | null };
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
  const table = listTable(context);
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

type TableBlock = Extract<DocBlock, { kind: "table" }>;

function listTable({ language, columns, lines, standing }: ChangesContext): TableBlock {
  const { headers } = changeWords[language].sheet;
  const money = moneyFormat(lines.map(({ value }) => value ?? 0));
  const made: readonly Made[] = [
    { header: headers.segmentation, width: 22, cell: ({ segmentation }) => segmentation },
    { header: headers.key, width: 14, cell: ({ key }) => key },
    ...(columns.name === null ? [] : [{ header: columns.name, width: 40, cell: ({ name }: ChangedLine) => name }]),
    { header: headers.from, width: 16, cell: ({ from }) => from },
    { header: headers.to, width: 16, cell: ({ to }) => to },
    { header: headers.value, width: 16, format: money, cell: ({ value }) => value },
    ...(columns.manager === null
      ? []
      : [{ header: columns.manager, width: 20, cell: ({ manager }: ChangedLine) => manager }]),
    ...(columns.branch === null
      ? []
      : [{ header: columns.branch, width: 20, cell: ({ branch }: ChangedLine) => branch }]),
    { header: headers.why, width: 80, cell: ({ why }) => why },
  ];
  const titles = distinctHeaders(made.map(({ header }) => header));
  return {
    kind: "table",
    id: "changes",
    row: standing?.row ?? tableRow,
    column: standing?.column ?? 0,
    name: standing?.name ?? changesTable,
    filters: true,
    columns: made.map(({ width, format, cell }, i): DocColumn => {
      const header = titles[i] ?? "";
      if (format !== undefined) return { header, format, width };
      const shown = lines.slice(0, 200).map((line) => String(cell(line) ?? ""));
      return { header, format: "text", width: widthFor([header, ...shown], 12, width) };
    }),
    rows:
      lines.length > 0
        ? lines.map((line) => made.map(({ cell }) => cell(line)))
        : [["–", ...made.slice(1).map(() => null)]],
  };
}

interface Made {
  readonly header: string;
  readonly width: number;
  readonly format?: "money" | "smallMoney";
  readonly cell: (line: ChangedLine) => string | number | null;
}
