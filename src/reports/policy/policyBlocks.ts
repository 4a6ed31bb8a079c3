import type { FoundTable } from "../../segmentations/shared/policy/findTable";
import { type PolicyField, type PolicyTable, rowId } from "../../segmentations/shared/policy/policyTable";
import { textOf } from "../../segmentations/shared/policy/tableReader";
import type { SheetWords } from "../../text/sheet/en";
import type { DocBlock, DocCell } from "../sheetDoc";
import { lettersAt } from "../lettersAt";
import { tableName } from "../tableName";
import { isWord, itemText } from "./itemText";
import { type ClassNames, columnOf, headerOf, peoplesColumn } from "./policyColumns";
import { policyFormula } from "./policyFormulas";
import { sourceRows } from "./sourceRows";

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

/** A class is written with the list of classes, which may have become another. */
const alwaysWritten: readonly PolicyField[] = ["customers", "class", "segment", "about", "setting", "says"];

/** Name of the block of a table, as the run before remembers it. */
export function tableBlockId(table: string): string {
  return `${table}/table`;
}

/**
 * A table of the policy. Where it stands already, the columns that people added stay, and so does every cell that says
 * what the plan says: its format, and a formula that somebody put there, with it.
 *
 * @param at - where it is to stand; the standing table stays where it is if this is its place
 * @param classes - what its classes or segments may be, where it has any
 * @param customers - name of the customers' table, where it is known to be there
 */
export function policyTable(
  table: PolicyTable,
  at: { readonly row: number; readonly column: number },
  standing: StandingPolicyTable | null,
  words: SheetWords,
  { classes, customers }: { readonly classes: ClassNames | null; readonly customers: string | null },
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
  const place = { first, last: first + table.items.length - 1, letters, customers };
  const { headers, check } = words.policy;
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
        const wanted = itemText(item, field, words);
        if (alwaysWritten.includes(field) || isWord(field)) return wanted;
        if (!table.inputs.includes(field)) return policyFormula(table, i, field, first + i, place, check, classes);
        return inPlace && source !== null && found === (wanted ?? "") ? asIs : limitCell(field, wanted);
      });
    }),
  };
}

/**
 * A standing table as a report, so that the next one knows what it replaces, and how wide it was made.
 *
 * @param stored - the blocks that the run before wrote
 */
export function standingTableBlock(
  table: string,
  { name, row, column, headers, rows }: StandingPolicyTable,
  stored: readonly DocBlock[],
): TableBlock {
  const id = tableBlockId(table);
  const written = stored.find((block) => block.id === id);
  const columns = written?.kind === "table" ? written.columns : [];
  const widthOf = (header: string): number => columns.find((one) => one.header === header)?.width ?? 12;
  return {
    kind: "table",
    id,
    row,
    column,
    name,
    columns: headers.map((header) => ({ header, format: "general", width: widthOf(header), asIs: true })),
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

/** The limits of a column of dates are days. */
function limitCell(field: PolicyField, wanted: string | number | null): DocCell {
  const isDay = (field === "from" || field === "below") && typeof wanted === "string";
  return isDay ? { day: wanted } : wanted;
}

function contentOf(found: unknown): DocCell {
  if (typeof found === "number") return found;
  return typeof found === "string" && found !== "" ? found : typeof found === "boolean" ? textOf(found) : null;
}
