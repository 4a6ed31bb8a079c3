import type { RegisterField } from "../register/register";
import { lettersAt } from "./lettersAt";
import { literalMatch } from "./literalMatch";
import { ownersFields, type StandingOwners } from "./ownersSheet";
import { registerWords } from "./registerWords";
import type { CellFormat, DocBlock, DocCell, SheetDoc } from "./sheetDoc";

type TableBlock = Extract<DocBlock, { kind: "table" }>;

/** The most characters that Excel takes for a list of choices. */
const longestList = 255;

/**
 * The Owners sheet with live figures: where the KPI of a segment is a column of its tables on the Segments sheet, the
 * value that stands there now; and the way from the baseline to the target, in whichever direction that is. A KPI in
 * other words has no figure. The columns of numbers are offered as KPIs.
 *
 * @param standing - the table as people have it; null for a new one
 * @param segments - the Segments sheet as this run leaves it
 */
export function withActuals(owners: SheetDoc, standing: StandingOwners | null, segments: SheetDoc): SheetDoc {
  return {
    ...owners,
    blocks: owners.blocks.map((block) =>
      block.kind === "table" && block.id === "owners" ? tableWithActuals(block, standing, segments) : block,
    ),
  };
}

function tableWithActuals(block: TableBlock, standing: StandingOwners | null, segments: SheetDoc): TableBlock {
  const places = standing?.register.columns ?? new Map(ownersFields.map((field, i) => [field, i]));
  const at = (field: RegisterField): number => places.get(field) ?? -1;
  const known = new Map(standing?.register.entries.map((entry) => [entry.row, entry]));
  const choices = kpiChoices(segments);
  return {
    ...block,
    columns: block.columns.map((column, i) =>
      i === at("kpi") && choices.length > 0 ? { ...column, choices, free: true } : column,
    ),
    rows: block.rows.map((cells, i) => {
      const entry = known.get(i);
      const id = entry?.id ?? cells[at("id")];
      const inPlan = cells[at("inPlan")];
      const gone = typeof inPlan === "string" && registerWords.notInPlan.includes(inPlan);
      if (typeof id !== "string") return cells;
      const cell = (field: RegisterField): string | null =>
        places.has(field) ? `$${lettersAt(block.column + at(field))}${block.row + 2 + i}` : null;
      const actual = gone ? null : actualCell(id, cell, segments, String(entry?.values.kpi ?? ""));
      const progress = actual === null ? null : progressCell(cell);
      return cells.map((now, k) => (k === at("actual") ? actual : k === at("progress") ? progress : now));
    }),
  };
}

type CellOf = (field: RegisterField) => string | null;

/** The tables of a segmentation with a row per segment: all but its curve. */
function tablesOf(segments: SheetDoc, segmentation: string): readonly TableBlock[] {
  return segments.blocks.filter(
    (block): block is TableBlock =>
      block.kind === "table" && block.id.startsWith(`${segmentation}/`) && block.id !== `${segmentation}/curve`,
  );
}

/** What the KPI measures, looked up by the names of the segment and of the KPI. */
function actualCell(id: string, cell: CellOf, segments: SheetDoc, measured: string): DocCell {
  const tables = tablesOf(segments, id.slice(0, id.indexOf("/")));
  const [segment, kpi] = [cell("segment"), cell("kpi")];
  if (tables.length === 0 || segment === null || kpi === null) return null;
  const sheet = `'${segments.name.replaceAll("'", "''")}'!`;
  const formula = tables.reduceRight((otherwise, block) => {
    const names = block.rows.map(([name]) => (typeof name === "string" ? name : ""));
    const rows = block.looks?.filter((look) => look === "plain").length ?? names.length;
    const area = (first: number, last: number, from: number, to: number): string =>
      `${sheet}$${lettersAt(block.column + from)}$${first}:$${lettersAt(block.column + to)}$${last}`;
    const [head, top] = [block.row + 1, block.row + 2];
    const bottom = top + rows - 1;
    const last = lastNumber(block);
    return `IFERROR(INDEX(${area(top, bottom, 1, last)},MATCH(${literalMatch(segment, names)},${area(top, bottom, 0, 0)},0),MATCH(${kpi},${area(head, head, 1, last)},0)),${otherwise})`;
  }, '""');
  const column = tables.flatMap(({ columns }) => columns).find(({ header }) => same(header, measured));
  return { formula: `=${formula}`, format: column?.format ?? "measure" };
}

/** The way from the baseline to the target; nothing without both, because a KPI may be meant to rise or to fall. */
function progressCell(cell: CellOf): DocCell {
  const [actual, baseline, target] = [cell("actual"), cell("baseline"), cell("target")];
  if (actual === null || baseline === null || target === null) return null;
  return {
    formula: `=IF(COUNT(${baseline},${target},${actual})=3,IFERROR((${actual}-${baseline})/(${target}-${baseline}),""),"")`,
  };
}

/** Index of the last column of numbers. */
function lastNumber({ columns }: TableBlock): number {
  return columns.reduce((last, { format }, i) => (format === "text" ? last : i), 1);
}

/** The columns of numbers of all segmentations, as far as they fit into a list. */
function kpiChoices(segments: SheetDoc): readonly string[] {
  const measures = segments.blocks.flatMap((block) => {
    if (block.kind !== "table" || block.id.endsWith("/curve")) return [];
    return block.columns.filter(({ format }) => isMeasure(format)).map(({ header }) => header);
  });
  const choices: string[] = [];
  for (const header of new Set(measures)) {
    if (!header.includes(",") && [...choices, header].join(",").length <= longestList) choices.push(header);
  }
  return choices;
}

function isMeasure(format: CellFormat): boolean {
  return format !== "text" && format !== "general";
}

function same(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
