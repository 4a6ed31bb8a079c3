import type { Plan } from "../../../plan/plan";
import type { SettingName } from "../../../policy/settings";
import type { CustomerColumns } from "./customerColumns";
import type { StandingRows } from "./findTable";
import { idRows, type IdRow } from "./idRows";
import type { PolicyField, PolicyTable, PolicyWords } from "./policyTable";
import { textOf, type TableReader } from "./tableReader";

/** A combination that the data has, and how many customers have it. */
export interface OpenCombination {
  readonly at: readonly string[];
  readonly customers: number;
}

/**
 * What the Policy sheet says of one method, both ways.
 *
 * @typeParam S - a segmentation by that method
 */
export interface PolicyKind<S> {
  /** Its tables; `occurring` are combinations that the data has, none where that is not known. */
  tables(
    segmentation: S,
    language: Plan["sheetLanguage"],
    occurring: readonly OpenCombination[],
  ): readonly PolicyTable[];
  /** The segmentation as its tables have it now; what cannot be used is noted in them. */
  read(segmentation: S, reading: SheetReading): ReadSegmentation<S>;
  /** What it goes by and none of its tables says. */
  facts(segmentation: S): readonly Stated[];
  /** What it must have been, made of facts and tables alone. Nothing is checked here: the plan's own door does. */
  fromSheet(id: string, settings: SettingsOf, tables: SheetTables): Draft;
  /** With the values of columns in the order of scales that people changed. */
  followScales?(segmentation: S, sorted: SortedByScale): S;
  /** The table of the items of a list of the plan, where that is not the one with the segmentation's id. */
  tableOf?(id: string, list: string, axis: number | null): string;
}

/** What segmentations are read by, beside their tables. */
export interface SheetReading {
  readonly language: Plan["sheetLanguage"];
  readonly words: PolicyWords;
  /** Those of the customers' table; null where they are not known. */
  readonly columns: CustomerColumns | null;
  /** A table by its id; all that people fill in are there. */
  readonly readerOf: (table: string) => TableReader;
}

/** A segmentation as the sheet has it, and by table the row in which each of its items stands. */
export interface ReadSegmentation<S> {
  readonly segmentation: S;
  readonly rows: ReadonlyMap<string, readonly (number | null)[]>;
}

export type SortedByScale = <Value extends { readonly value: string }>(column: string, values: Value[]) => Value[];

/** One thing that a plan goes by; `which` of several: a column, a measure, the number of an axis, the id of a segment. */
export interface Stated {
  readonly setting: SettingName;
  readonly which: string;
  readonly says: string | number;
}

/** A fact; none where there is nothing to say. */
export function fact(setting: SettingName, says: string | number | null | undefined, which = ""): readonly Stated[] {
  return says === null || says === undefined ? [] : [{ setting, which, says }];
}

/** Limits that are kept, and the date of the data in which they were found. */
export function keptFacts(
  kept: { readonly limits: readonly number[]; readonly dataDate: string | null } | undefined,
  which = "",
): readonly Stated[] {
  return kept ? [...fact("kept", kept.limits.join("; "), which), ...fact("keptDate", kept.dataDate, which)] : [];
}

/** What the sheet states of one segmentation beside its tables: a setting, and which of several. */
export interface SettingsOf {
  readonly text: (setting: string, which?: string) => string | undefined;
  readonly number: (setting: string, which?: string) => number | undefined;
  readonly all: (setting: string) => readonly (readonly [which: string, says: string])[];
}

/** Where the tables stand, and by which words their columns are known. */
export interface SheetTables {
  readonly standing: readonly StandingRows[];
  readonly words: PolicyWords;
}

/** A part of a plan of which nobody has looked yet whether it is one. */
export type Draft = Readonly<Record<string, unknown>>;

/** Limits that the sheet says are kept. */
export function keptOf({ text }: SettingsOf, which = ""): Draft {
  const limits = text("kept", which);
  return limits === undefined
    ? {}
    : { kept: { limits: limits.split(";").map(Number), dataDate: text("keptDate", which) ?? null } };
}

/** The rows of a table by their ids alone. */
export function rowsOf(
  table: string,
  fields: readonly PolicyField[],
  { standing, words }: SheetTables,
): readonly IdRow[] {
  return idRows(table, fields, standing, words);
}

/** A number as a cell holds it; an empty or other cell comes last. */
export function numberIn(row: IdRow, field: PolicyField): number {
  const content = row.content(field);
  return typeof content === "number" ? content : Infinity;
}

/** An item by its id and the name that its row says. */
export function named(row: IdRow): { readonly id: string; readonly name: string } {
  return { id: row.id, name: textOf(row.content("name")) };
}

/** Bands by their rows. */
export function bandsOf(
  id: string,
  direction: string | undefined,
  tables: SheetTables,
): { readonly tiers: readonly Draft[]; readonly cutoffs: readonly number[] } {
  const falls = direction === "high-first";
  const place = (row: IdRow): number => (falls ? -numberIn(row, "from") : numberIn(row, "below"));
  const last = (row: IdRow): boolean => !Number.isFinite(place(row));
  const rows = [...rowsOf(id, ["name", "from", "below"], tables)].sort(
    (a, b) => Number(last(a)) - Number(last(b)) || place(a) - place(b),
  );
  const cutoffs = rows.slice(0, -1).map((row) => numberIn(row, falls ? "from" : "below"));
  return { tiers: rows.map(named), cutoffs };
}

/** Values of a column by their rows. */
export function groupsOf(id: string, tables: SheetTables): readonly Draft[] {
  return [...rowsOf(id, ["name", "value", "order"], tables)]
    .sort((a, b) => numberIn(a, "order") - numberIn(b, "order"))
    .map((row) => ({ value: row.id, name: textOf(row.content("name")) }));
}
