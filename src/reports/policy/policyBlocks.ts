import type { FoundTable } from "../../policy/findTable";
import type { PolicyField, PolicyTable } from "../../policy/policyTable";
import { rowId } from "../../policy/policyTable";
import type { TestToken } from "../../policy/rulesTable";
import { textOf } from "../../policy/tableReader";
import type { SheetWords } from "../../text/sheet/en";
import type { CellFormat, DocBlock, DocCell, DocColumn } from "../sheetDoc";
import { lettersAt } from "../lettersAt";
import { tableName } from "../tableName";
import { policyFormula } from "./policyFormulas";

/** A table of the Policy sheet as it stands now. Rows and columns count from zero. */
export interface StandingPolicyTable extends Pick<FoundTable, "columns" | "items"> {
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** What the cells above its second column say: heading, then sentence. */
  readonly above: readonly unknown[];
}

export type TableBlock = Extract<DocBlock, { kind: "table" }>;

const asIs = { asIs: true } as const;

const formats: Readonly<Record<PolicyField, CellFormat>> = {
  axis1: "text",
  axis2: "text",
  axis3: "text",
  axis4: "text",
  column: "text",
  class: "text",
  text: "text",
  customers: "count",
  id: "text",
  name: "text",
  above: "share",
  upTo: "share",
  from: "general",
  below: "general",
  value: "text",
  order: "general",
  alternative: "general",
  test: "text",
  values: "text",
  measure: "text",
  scoredBy: "text",
  limit1: "general",
  limit2: "general",
  limit3: "general",
  limit4: "general",
  segment: "text",
  recencyFrom: "general",
  recencyTo: "general",
  frequencyFrom: "general",
  frequencyTo: "general",
  monetaryFrom: "general",
  monetaryTo: "general",
  statement: "text",
  combinations: "count",
  check: "text",
};
const widths: Readonly<Record<PolicyField, number>> = {
  axis1: 30,
  axis2: 18,
  axis3: 18,
  axis4: 18,
  column: 30,
  class: 18,
  text: 44,
  customers: 14,
  id: 16,
  name: 30,
  above: 18,
  upTo: 18,
  from: 18,
  below: 18,
  value: 18,
  order: 18,
  alternative: 12,
  test: 20,
  values: 36,
  measure: 30,
  scoredBy: 26,
  limit1: 11,
  limit2: 11,
  limit3: 11,
  limit4: 11,
  segment: 26,
  recencyFrom: 11,
  recencyTo: 11,
  frequencyFrom: 11,
  frequencyTo: 11,
  monetaryFrom: 11,
  monetaryTo: 11,
  statement: 44,
  combinations: 16,
  check: 30,
};

/** Name of the block of a table, as the run before remembers it. */
export function tableBlockId(table: string): string {
  return `${table}/table`;
}

/**
 * A table of the policy. Where it stands already, the columns that people added stay, and so does every cell that says
 * what the plan says: its format, and a formula that somebody put there, with it.
 *
 * @param at - where it is to stand; the standing table stays where it is if this is its place
 */
export function policyTable(
  table: PolicyTable,
  at: { readonly row: number; readonly column: number },
  standing: StandingPolicyTable | null,
  words: SheetWords,
  classes: ClassNames | null = null,
): TableBlock {
  const layout = layoutOf(table, standing);
  const sources = sourceRows(table, standing);
  const inPlace =
    standing !== null &&
    at.row === standing.row &&
    at.column === standing.column &&
    layout.length === standing.headers.length &&
    sources.every((source, i) => source === i || (source === null && i >= standing.rows.length));
  const letters = new Map(
    layout.flatMap(({ field }, i) => (field === null ? [] : [[field, lettersAt(at.column + i)]])),
  );
  const first = at.row + 2;
  const place = { first, last: first + table.items.length - 1, letters };
  const { headers, check, tests } = words.policy;
  return {
    kind: "table",
    id: tableBlockId(table.id),
    row: at.row,
    column: at.column,
    name: standing?.name ?? tableName("Tierbook_Policy", table.id.replace("*", "_").replace("/", "__")),
    columns: layout.map(({ field, header }) =>
      field === null
        ? peoplesColumn(header, inPlace)
        : columnOf(table, field, headerOf(table, field, headers), classes, words.policy),
    ),
    rows: table.items.map((item, i) => {
      const source = sources[i] ?? null;
      return layout.map(({ field, from }): DocCell => {
        const found = source === null || from === null ? "" : (standing?.rows[source]?.[from] ?? "");
        if (field === null) return inPlace && source !== null ? asIs : contentOf(found);
        if (field === "id") return rowId(table.id, item.id);
        const says = item.cells[field] ?? null;
        const wanted = field === "test" && says !== null ? tests[says as TestToken] : says;
        // The class is always written, and with it the list of classes, which may have become another.
        if (field === "customers" || field === "class" || field === "segment") return wanted;
        if (isWord(field)) return wordOf(field, wanted, words);
        if (!table.inputs.includes(field)) return policyFormula(table, i, field, first + i, place, check, classes);
        return inPlace && source !== null && found === (wanted ?? "") ? asIs : wanted;
      });
    }),
  };
}

/** A standing table as a report, so that the next one knows what it replaces. */
export function standingTableBlock(
  table: string,
  { name, row, column, headers, rows }: StandingPolicyTable,
): TableBlock {
  return {
    kind: "table",
    id: tableBlockId(table),
    row,
    column,
    name,
    columns: headers.map((header) => ({ header, format: "general", width: 12, asIs: true })),
    rows: rows.map(() => headers.map(() => asIs)),
  };
}

interface LayoutColumn {
  /** Null for a column that people added. */
  readonly field: PolicyField | null;
  readonly header: string;
  /** Where it stands in the standing table; null where it does not. */
  readonly from: number | null;
}

/** The columns in the order in which people have them; all of ours first where one of them is gone. */
function layoutOf(table: PolicyTable, standing: StandingPolicyTable | null): readonly LayoutColumn[] {
  const from = (field: PolicyField): number | null => standing?.columns.get(field) ?? null;
  const ours = table.fields.map((field): LayoutColumn => ({ field, header: "", from: from(field) }));
  if (!standing) return ours;
  const fieldAt = new Map([...standing.columns].map(([field, index]) => [index, field]));
  const all = standing.headers.map((header, i): LayoutColumn => ({ field: fieldAt.get(i) ?? null, header, from: i }));
  return ours.every((column) => column.from !== null) ? all : [...ours, ...all.filter(({ field }) => field === null)];
}

/** Per item the row in which it stands; a group also by the entry that somebody typed. */
function sourceRows(table: PolicyTable, standing: StandingPolicyTable | null): readonly (number | null)[] {
  if (!standing) return table.items.map(() => null);
  const { items, rows, columns } = standing;
  if (table.kind === "lines") return lineRows(table, standing);
  const entries = table.kind === "groups" ? rows.map((cells) => textOf(cells[columns.get("value") ?? -1])) : [];
  return table.items.map(({ id }) => {
    const byEntry = entries.indexOf(id);
    const source = byEntry >= 0 ? byEntry : items.indexOf(id);
    return source >= 0 ? source : null;
  });
}

/** A line by what it says, because places change when lines come and go; else by its place, if nothing else is there. */
function lineRows(
  { items, inputs }: PolicyTable,
  { items: ids, rows, columns }: StandingPolicyTable,
): readonly (number | null)[] {
  const says = inputs.filter((field) => field !== "order");
  const standing = rows.map((cells) => says.map((field) => textOf(cells[columns.get(field) ?? -1])).join("|"));
  const wanted = items.map(({ cells }) => says.map((field) => textOf(cells[field] ?? "")).join("|"));
  const taken = new Set<number>();
  const bySaying = wanted.map((text) => {
    const row = standing.findIndex((each, i) => each === text && !taken.has(i));
    if (row >= 0) taken.add(row);
    return row;
  });
  return items.map(({ id }, i) => {
    const found = bySaying[i] ?? -1;
    if (found >= 0) return found;
    const byPlace = ids.indexOf(id);
    return byPlace >= 0 && !taken.has(byPlace) ? byPlace : null;
  });
}

/** The classes of a policy matrix, or the segments of RFM: where their names stand on the sheet. */
export interface ClassNames {
  readonly range: string;
  /** The lines that say which scores lead to which segment, as formulas name their columns; where they stand above. */
  readonly lines?: ReadonlyMap<PolicyField, string>;
}

/** Texts that belong to the sheet's language, of which a table holds only what they are about. */
type WordField = "measure" | "scoredBy" | "statement";

function isWord(field: PolicyField): field is WordField {
  return field === "measure" || field === "scoredBy" || field === "statement";
}

function wordOf(field: WordField, about: string | number | null, { rfm }: SheetWords): string {
  const said: Readonly<Record<string, string>> = rfm.policy[field];
  return said[String(about)] ?? "";
}

function headerOf(
  { headers: own, fields }: PolicyTable,
  field: PolicyField,
  words: SheetWords["policy"]["headers"],
): string {
  const fold = (text: string): string => text.normalize("NFKC").trim().toLowerCase();
  const fixed = fields.flatMap((other) => (own?.[other] === undefined ? fold(words[other as keyof typeof words]) : []));
  const before = fields.slice(0, fields.indexOf(field)).flatMap((other) => own?.[other]?.[0] ?? []);
  const taken = [...fixed, ...before.map(fold)];
  const wanted = own?.[field];
  if (wanted === undefined) return words[field as keyof typeof words];
  return wanted.find((name) => !taken.includes(fold(name))) ?? field;
}

function columnOf(
  table: PolicyTable,
  field: PolicyField,
  header: string,
  classes: ClassNames | null,
  { tests }: SheetWords["policy"],
): DocColumn {
  const isCut = field === "upTo" || field === "from" || field === "below";
  return {
    header,
    format: isCut && field !== "upTo" && areAmounts(table) ? "count" : formats[field],
    width: widths[field],
    ...(field === "id" ? { hidden: true } : {}),
    ...(table.inputs.includes(field) ? { input: true } : {}),
    ...(field === "test" ? { choices: Object.values(tests), free: true } : {}),
    ...((field === "class" || field === "segment") && classes ? { choicesFrom: `=${classes.range}` } : {}),
    // The last of them takes the rest.
    ...(table.inputs.includes(field) && isCut ? { inputRows: table.items.length - 1 } : {}),
  };
}

/** True if all cut-offs are whole and large, so that they are read with separators and without decimals. */
function areAmounts({ items }: PolicyTable): boolean {
  const cuts = items.flatMap(({ cells }) => cells.from ?? cells.below ?? []);
  return cuts.every((cut) => typeof cut === "number" && Number.isInteger(cut) && Math.abs(cut) >= 1000);
}

function peoplesColumn(header: string, inPlace: boolean): DocColumn {
  return { header, format: "general", width: 12, ...(inPlace ? { asIs: true } : {}) };
}

function contentOf(found: unknown): DocCell {
  if (typeof found === "number") return found;
  return typeof found === "string" && found !== "" ? found : typeof found === "boolean" ? textOf(found) : null;
}
