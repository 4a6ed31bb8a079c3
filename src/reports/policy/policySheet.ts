import type { Plan } from "../../plan/plan";
import type { OpenCombination } from "../../segmentations/shared/policy/policyKind";
import { policyTables } from "../../policy/policyTables";
import { factsId, type WrittenColumn } from "../../policy/planFacts";
import type { PolicyField, PolicyTable } from "../../segmentations/shared/policy/policyTable";
import { allScoreFields } from "../../segmentations/rfm/rfmTables";
import type { SheetWords } from "../../text/sheet/en";
import { factsWords } from "../../text/factsWords";
import { sheetWords } from "../../text/sheetWords";
import type { DocBlock, SheetDoc } from "../sheetDoc";
import { lettersAt } from "../lettersAt";
import { structuredReference } from "../structuredReference";
import { linesOf } from "../textWidth";
import { factsTable } from "./factsTable";
import type { ClassNames } from "./policyColumns";
import { policyHeadings, type PolicyHeading } from "./policyHeadings";
import { firstRow, gap, growingGap, headingRows, howWidth, textColumn, topIds } from "./policyPlaces";
import {
  policyTable,
  standingTableBlock,
  tableBlockId,
  type StandingPolicyTable,
  type TableBlock,
} from "./policyBlocks";

export interface PolicyContext {
  readonly name: string;
  /** The sheet as it stands; null where there is none yet, or none any more. */
  readonly former: SheetDoc | null;
  /** Its tables as they stand, by id. */
  readonly standing: ReadonlyMap<string, StandingPolicyTable>;
  /** By segmentation the combinations of a policy matrix that the data has; left out where that is not known. */
  readonly occurring?: ReadonlyMap<string, readonly OpenCombination[]>;
  /** The columns that the run writes beside the data; left out where that is not known. */
  readonly written?: readonly WrittenColumn[];
  /** Name of the customers' table; left out where it may be gone. */
  readonly customers?: string;
}

/**
 * The Policy sheet: per segmentation a table of what decides it, for people to change. Tables stay where they stand
 * unless one has grown into the place of another; columns that people added stay with their rows.
 */
export function policySheet(plan: Plan, context: PolicyContext): SheetDoc {
  const { name, former, standing, occurring, written = [] } = context;
  const words = sheetWords(plan.sheetLanguage);
  const tables = [...policyTables(plan, occurring), factsTable(plan, written)];
  const { heading, says } = factsWords(plan.sheetLanguage);
  const texts = new Map([...policyHeadings(plan, words), [factsId, { heading, says }]]);
  const known = new Set(tables.map(({ id }) => tableBlockId(id)));
  // What a segmentation that is gone leaves behind is closed up.
  const anew = (former?.blocks ?? []).some((block) => block.kind === "table" && !known.has(block.id));
  let next = firstRow;
  let classes: ClassNames | null = null;
  const blocks = tables.flatMap((table): DocBlock[] => {
    const found = standing.get(table.id) ?? null;
    const stays = !anew && found !== null && found.row - headingRows >= next;
    // Above it stands the last table that people may add rows to.
    const room = table.kind === "facts" ? growingGap - gap : 0;
    const at = stays ? found : { row: next + room + headingRows, column: 0 };
    next = at.row + 1 + table.items.length + (table.kind === "lines" ? growingGap : gap);
    const heads = headings(table, at.row, texts);
    const stand = (id: string): boolean => former?.blocks.some((block) => block.id === id) === true;
    const block = policyTable(table, at, found, words, { classes, customers: context.customers ?? null });
    if (table.kind === "classes") classes = classNames(block, words.policy);
    if (table.kind === "lines" && classes !== null)
      classes = { ...classes, lines: columnsByField(block, words.policy) };
    return [...(stays ? heads.filter(({ id }) => stand(id)) : heads), block];
  });
  const top = topTexts(words);
  const keepsTop = former === null || former.blocks.some(({ id }) => id === "title");
  return { id: "policy", name, frozenRows: 1, widths: {}, blocks: keepsTop ? [...top, ...blocks] : blocks };
}

/** The sheet as people have it by now. */
export interface StandingPolicy {
  readonly name: string;
  /** What the first cells of the second column say. */
  readonly top: readonly unknown[];
  /** The tables by their ids. */
  readonly standing: ReadonlyMap<string, StandingPolicyTable>;
}

/**
 * What stands on the sheet now as a report, so that the next one knows what it replaces. A text above a table is ours
 * as long as it says what the run before wrote; else it is people's.
 */
export function standingPolicySheet(stored: SheetDoc | null, { name, top, standing }: StandingPolicy): SheetDoc {
  const blocks = stored?.blocks ?? [];
  const tables = [...standing].map(([id, table]) => standingTableBlock(id, table, blocks));
  const kept = (ids: readonly string[], found: readonly unknown[], row: number): DocBlock[] =>
    ids.flatMap((id, i) => {
      const block = blocks.find((one) => one.id === id);
      return block?.kind === "text" && block.cell === found[i] ? [{ ...block, row: row + i }] : [];
    });
  const texts = [
    ...kept(topIds, top, 0),
    ...[...standing].flatMap(([id, { above, row }]) => kept(headingIds(id), above, row - headingRows)),
  ];
  return { id: "policy", name, frozenRows: stored?.frozenRows ?? 0, widths: {}, blocks: [...texts, ...tables] };
}

function topTexts({ policy }: SheetWords): readonly DocBlock[] {
  const lines = linesOf(policy.how, howWidth);
  return topIds.flatMap((id, row): DocBlock[] => {
    const cell = row === 0 ? policy.title : lines[row - 1];
    if (cell === undefined) return [];
    return [{ kind: "text", id, row, column: textColumn, style: row === 0 ? "title" : "note", cell }];
  });
}

function headingIds(table: string): readonly [heading: string, says: string] {
  return [`${table}/heading`, `${table}/says`];
}

function headings(table: PolicyTable, row: number, texts: ReadonlyMap<string, PolicyHeading>): readonly DocBlock[] {
  const [heading, says] = headingIds(table.id);
  const at = { kind: "text", column: textColumn } as const;
  const found = texts.get(table.id);
  return [
    { ...at, id: heading, row: row - headingRows, style: "heading", cell: found?.heading ?? table.name },
    { ...at, id: says, row: row - 1, style: "note", cell: found?.says ?? "" },
  ];
}

/** Where the names of a policy's classes stand, for the table of its combinations, which follows theirs. */
function classNames({ row, column, columns, rows }: TableBlock, { headers }: SheetWords["policy"]): ClassNames {
  const at = lettersAt(column + columns.findIndex(({ header }) => header === headers.name));
  return { range: `$${at}$${row + 2}:$${at}$${row + 1 + rows.length}` };
}

/** The columns of a table by field, as formulas name them. */
function columnsByField(
  { name, columns }: TableBlock,
  { headers }: SheetWords["policy"],
): ReadonlyMap<PolicyField, string> {
  const fields = new Map(allScoreFields.map((field) => [headers[field], field] as const));
  return new Map(
    columns.flatMap(({ header }) => {
      const field = fields.get(header);
      return field === undefined ? [] : [[field, structuredReference(name, header)] as const];
    }),
  );
}
