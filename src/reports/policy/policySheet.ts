import type { Plan, Segmentation } from "../../plan/plan";
import { policyTables } from "../../policy/policyTables";
import type { PolicyTable } from "../../policy/policyTable";
import type { SheetWords } from "../../text/sheet/en";
import { sheetWords } from "../../text/sheetWords";
import type { DocBlock, SheetDoc } from "../sheetDoc";
import { linesOf } from "../textWidth";
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
}

/** Right of the hidden column of ids. */
const textColumn = 1;
const howRows = 2;
const howWidth = 100;
const firstRow = 4;
/** From the heading of a table to its header, and from its last row to the next heading. */
const headingRows = 2;
const gap = 2;

/**
 * The Policy sheet: per segmentation a table of what decides it, for people to change. Tables stay where they stand
 * unless one has grown into the place of another; columns that people added stay with their rows.
 */
export function policySheet(plan: Plan, { name, former, standing }: PolicyContext): SheetDoc {
  const words = sheetWords(plan.sheetLanguage);
  const tables = policyTables(plan);
  const known = new Set(tables.map(({ id }) => tableBlockId(id)));
  // What a segmentation that is gone leaves behind is closed up.
  const anew = (former?.blocks ?? []).some((block) => block.kind === "table" && !known.has(block.id));
  let next = firstRow;
  const blocks = tables.flatMap((table): DocBlock[] => {
    const found = standing.get(table.id) ?? null;
    const stays = !anew && found !== null && found.row - headingRows >= next;
    const at = stays ? found : { row: next + headingRows, column: 0 };
    next = at.row + 1 + table.items.length + gap;
    const heads = headings(table, at.row, plan, words);
    const stand = (id: string): boolean => former?.blocks.some((block) => block.id === id) === true;
    return [...(stays ? heads.filter(({ id }) => stand(id)) : heads), policyTable(table, at, found, words)];
  });
  const top = topTexts(words);
  const keepsTop = former === null || former.blocks.some(({ id }) => id === "title");
  return { id: "policy", name, frozenRows: 1, widths: {}, blocks: keepsTop ? [...top, ...blocks] : blocks };
}

/**
 * What stands on the sheet now as a report, so that the next one knows what it replaces. Where people moved a table,
 * the texts that the run before wrote above it are left to them.
 */
export function standingPolicySheet(
  stored: SheetDoc | null,
  name: string,
  standing: ReadonlyMap<string, StandingPolicyTable>,
): SheetDoc {
  const tables = [...standing].map(([id, table]) => standingTableBlock(id, table));
  const blocks = stored?.blocks ?? [];
  const unmoved = (table: TableBlock): boolean => blocks.some(({ id, row }) => id === table.id && row === table.row);
  const kept = new Set(tables.filter(unmoved).flatMap(({ id }) => headingIds(id.slice(0, -"/table".length))));
  const allStay = tables.every(unmoved);
  const texts = blocks.filter(({ id, kind }) => kind === "text" && (kept.has(id) || (allStay && topIds.includes(id))));
  return { id: "policy", name, frozenRows: stored?.frozenRows ?? 0, widths: {}, blocks: [...texts, ...tables] };
}

const topIds = ["title", ...Array.from({ length: howRows }, (_, i) => `how-${i + 1}`)];

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

function headings(table: PolicyTable, row: number, plan: Plan, words: SheetWords): readonly DocBlock[] {
  const [heading, says] = headingIds(table.id);
  const at = { kind: "text", column: textColumn } as const;
  const segmentation = plan.segmentations.find(({ id }) => id === table.id);
  return [
    { ...at, id: heading, row: row - headingRows, style: "heading", cell: table.name },
    { ...at, id: says, row: row - 1, style: "note", cell: segmentation ? sentence(segmentation, words) : "" },
  ];
}

function sentence(segmentation: Segmentation, { policy }: SheetWords): string {
  switch (segmentation.method) {
    case "abc":
      return policy.tiers(segmentation.valueColumn);
    case "cutoffs":
      return policy.bands(segmentation.column, segmentation.direction === "high-first");
    case "groups":
      return policy.groups(segmentation.column);
    default:
      return "";
  }
}
