import { figures } from "../text/figures";
import { historyWords } from "../text/historyWords";
import { languages, type Language } from "../text/language";
import { mostHistoryRows, mostHistoryRuns, type HistoryRow } from "./historyRows";
import { moneyFormat } from "./moneyFormat";
import type { DocBlock, DocCell, SheetDoc } from "./sheetDoc";

export interface HistoryContext {
  readonly name: string;
  readonly language: Language;
  /** The rows of the run that is added: they come below those that stand. */
  readonly rows: readonly HistoryRow[];
  /** How many runs stay, as stated on the sheet. */
  readonly runsKept: number;
  /** The run that was added last, its rows, and its customers that could not be listed. */
  readonly added: { readonly at: Date; readonly rows: number; readonly gone: number };
  /** Runs that went to make room. */
  readonly dropped: number;
  /** Where the table stands; null on a new sheet. */
  readonly standing: StandingHistory | null;
}

/** The table as it stands. Rows and columns count from zero. */
export interface StandingHistory {
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly headers: readonly string[];
  readonly rows: number;
}

const tableRow = 6;

/** The cell that says how many runs stay. */
export const runsKeptCell = { row: 3, column: 1 } as const;

/** The fields of the table, as its columns stand on a new sheet. */
export const historyFields = ["key", "segmentation", "label", "value", "dataDate", "runDate", "run"] as const;

/** Whether a table begins where a new one does: only then the texts above it are ours as well. */
export function inPlace({ row, column }: Pick<StandingHistory, "row" | "column">): boolean {
  return row === tableRow && column === 0;
}

/** The field that a header names in any language; null for a header of people's own. */
export function historyField(header: string): keyof HistoryRow | null {
  return (
    historyFields.find((field) => languages.some((one) => historyWords(one).sheet.headers[field] === header)) ?? null
  );
}

/** The sheet that keeps what customers were in earlier runs: visible, keyed, and added to on demand. */
export function historySheet(context: HistoryContext): SheetDoc {
  const { name, standing } = context;
  const table = historyTable(context);
  const whole = standing === null || inPlace(standing);
  return {
    id: "history",
    name,
    frozenRows: whole ? tableRow + 1 : 0,
    widths: {},
    blocks: whole ? [...texts(context), table] : [table],
  };
}

/** What stands on the sheet now as a report, so that the next one knows what it replaces. */
export function standingHistorySheet(standing: StandingHistory, name: string): SheetDoc {
  const { row, column, headers, rows } = standing;
  const asIs = { asIs: true } as const;
  const block: DocBlock = {
    kind: "table",
    id: "history",
    row,
    column,
    name: standing.name,
    filters: true,
    columns: headers.map((header) => ({ header, format: "general", width: 12 })),
    standing: rows,
    rows: [],
  };
  const above = textPlaces.map(({ id, row, column, style }): DocBlock => {
    return { kind: "text", id, row, column, style, cell: asIs };
  });
  return { id: "history", name, frozenRows: 0, widths: {}, blocks: inPlace(standing) ? [...above, block] : [block] };
}

function historyTable({ language, rows, standing }: HistoryContext): DocBlock {
  const { headers } = historyWords(language).sheet;
  const fields = standing ? standing.headers.flatMap((header) => historyField(header) ?? []) : historyFields;
  const money = moneyFormat(rows.map(({ value }) => value ?? 0));
  return {
    kind: "table",
    id: "history",
    row: standing?.row ?? tableRow,
    column: standing?.column ?? 0,
    name: standing?.name ?? "Tierbook_History",
    filters: true,
    columns: fields.map((field) => ({
      header: headers[field],
      format: field === "value" ? money : "text",
      width: widths[field],
    })),
    ...(standing ? { standing: standing.rows } : {}),
    rows: rows.map((row) => fields.map((field): DocCell => row[field])),
  };
}

const widths: Readonly<Record<keyof HistoryRow, number>> = {
  key: 18,
  segmentation: 22,
  label: 18,
  value: 16,
  dataDate: 14,
  runDate: 18,
  run: 20,
};

const textPlaces = [
  { id: "title", row: 0, column: 0, style: "title" },
  { id: "means", row: 1, column: 0, style: "note" },
  { id: "retention", row: 2, column: 0, style: "note" },
  { id: "runs-kept", row: runsKeptCell.row, column: 0, style: "label" },
  { id: "runs-kept-number", ...runsKeptCell, style: "body" },
  { id: "added", row: 4, column: 0, style: "note" },
] as const;

function texts({ language, runsKept, added, dropped }: HistoryContext): readonly DocBlock[] {
  const words = historyWords(language).sheet;
  const notes = [
    words.added(figures(language).moment(added.at), added.rows),
    ...(added.gone > 0 ? [words.gone(added.gone)] : []),
    ...(dropped > 0 ? [words.dropped(dropped)] : []),
  ];
  const cells: Readonly<Record<(typeof textPlaces)[number]["id"], DocCell>> = {
    title: words.title,
    means: words.means,
    retention: words.retention(mostHistoryRuns, mostHistoryRows),
    "runs-kept": words.runsKept,
    "runs-kept-number": runsKept,
    added: notes.join(" "),
  };
  return textPlaces.map(({ id, row, column, style }): DocBlock => {
    const text = { kind: "text", id, row, column, style, cell: cells[id] } as const;
    return id === "runs-kept-number" ? { ...text, format: "count" } : text;
  });
}
