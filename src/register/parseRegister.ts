import { dayOf } from "./dayOf";
import {
  dateFields,
  peopleFields,
  statuses,
  type PeopleField,
  type RegisterEntry,
  type RegisterField,
  type RegisterProblem,
  type RegisterWords,
  type Status,
} from "./register";

export interface RegisterTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** A row of the register as it stands. */
export interface StandingEntry extends RegisterEntry {
  /** Counts from zero below the header. */
  readonly row: number;
  /** What the KPI measures now, and how far that is from the baseline to the target, as a fraction; null if unknown. */
  readonly actual: number | null;
  readonly progress: number | null;
}

/** The register as read from a table that people may have changed in every way. */
export interface ReadRegister {
  /** Where each field stands, by index into the headers; a field without its column is not in it. */
  readonly columns: ReadonlyMap<RegisterField, number>;
  /** One per id: the first of its rows. */
  readonly entries: readonly StandingEntry[];
  readonly problems: readonly RegisterProblem[];
}

/** Reads the register, in whatever order its rows and columns stand. Rows without an id are people's own. */
export function parseRegister({ headers, rows }: RegisterTable, words: RegisterWords): ReadRegister {
  const columns = columnsOf(headers, words);
  const problems: RegisterProblem[] = peopleFields
    .filter((field) => !columns.has(field))
    .map((field) => ({ kind: "missing-column", row: null, field, content: words.headers[field][0] ?? field }));
  const entries = new Map<string, StandingEntry>();
  rows.forEach((cells, row) => {
    const text = (field: RegisterField): string => textOf(cells[columns.get(field) ?? -1]);
    const id = text("id");
    if (id === "") return;
    if (entries.has(id)) {
      problems.push({ kind: "same-id", row, field: "segment", content: shortened(text("segment")) });
      return;
    }
    const values: Partial<Record<PeopleField, string | number>> = {};
    for (const field of peopleFields) {
      const content = cells[columns.get(field) ?? -1];
      const value = dateFields.includes(field) ? dayOf(content) : valueOf(content);
      if (value === null) problems.push({ kind: "date-as-text", row, field, content: shortened(textOf(content)) });
      if (value !== "") values[field] = value ?? textOf(content);
    }
    const status = statusOf(text("status"), words);
    if (status === null && text("status") !== "") {
      problems.push({ kind: "unknown-status", row, field: "status", content: shortened(text("status")) });
    }
    const number = (field: RegisterField): number | null => {
      const content = cells[columns.get(field) ?? -1];
      return typeof content === "number" ? content : null;
    };
    const inPlan = !words.notInPlan.some((word) => same(word, text("inPlan")));
    entries.set(id, {
      id,
      row,
      segmentation: text("segmentation"),
      segment: text("segment"),
      inPlan,
      values,
      status,
      actual: number("actual"),
      progress: number("progress"),
    });
  });
  return { columns, entries: [...entries.values()], problems };
}

/** Today's headers first: a column of people's own may be called what ours was called before. */
function columnsOf(headers: readonly string[], words: RegisterWords): ReadonlyMap<RegisterField, number> {
  const columns = new Map<RegisterField, number>();
  for (const known of [words.headers, words.formerHeaders]) {
    for (const [field, names] of Object.entries(known) as [RegisterField, readonly string[]][]) {
      const index = headers.findIndex((header) => names.some((name) => name !== "" && same(name, header)));
      if (index >= 0 && !columns.has(field) && ![...columns.values()].includes(index)) columns.set(field, index);
    }
  }
  return columns;
}

/** The status that a word in a cell means, in whatever language it was chosen. */
export function statusOf(text: string, words: RegisterWords): Status | null {
  return statuses.find((status) => words.statuses[status].some((word) => same(word, text))) ?? null;
}

function same(a: string, b: string): boolean {
  return folded(a) === folded(b);
}

function folded(text: string): string {
  return text.normalize("NFKC").trim().replace(/\s+/gu, " ").toLowerCase();
}

function textOf(content: unknown): string {
  const isPlain = typeof content === "string" || typeof content === "number" || typeof content === "boolean";
  return isPlain ? String(content).trim() : "";
}

function valueOf(content: unknown): string | number {
  return typeof content === "number" ? content : textOf(content);
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
