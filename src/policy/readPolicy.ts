import type { Plan } from "../plan/plan";
import type { Segmentation } from "../segmentations/plans";
import { policyKind } from "../segmentations/policies";
import type { ReadSegmentation } from "../segmentations/shared/policy/policyKind";
import { planProblems } from "../plan/planProblems";
import type { PlanProblem } from "../segmentations/shared/problem";
import { findTable, type FoundTable, type StandingRows } from "../segmentations/shared/policy/findTable";
import { factId, factsFields, factsId, planFacts } from "./planFacts";
import type { CustomerColumns } from "../segmentations/shared/policy/customerColumns";
import type {
  PolicyField,
  PolicyProblem,
  PolicyProblemKind,
  PolicyTable,
  PolicyWords,
} from "../segmentations/shared/policy/policyTable";
import { policyTables } from "./policyTables";
import { followScales, readScales } from "./readScales";
import { scalesId } from "./scalesTable";
import { tableReader, type TableReader } from "../segmentations/shared/policy/tableReader";

/** The Policy sheet as read against the plan that was written to it. */
export interface ReadPolicy {
  /** The plan with what people changed on the sheet; a segmentation with a cell that cannot be used is as it was. */
  readonly plan: Plan;
  readonly problems: readonly PolicyProblem[];
  /** The tables that are there, by their ids. */
  readonly found: ReadonlyMap<string, FoundTable>;
}

/**
 * Reads what people changed on the Policy sheet. Rows are known by their ids, columns by their headers, so that both
 * may have been moved or sorted.
 *
 * @param plan - what the sheet was written from
 * @param standing - all tables of the sheet as they stand
 * @param columns - those of the customers' table; null where they are not known
 */
export function readPolicy(
  plan: Plan,
  standing: readonly StandingRows[],
  words: PolicyWords,
  columns: CustomerColumns | null = null,
): ReadPolicy {
  const problems: PolicyProblem[] = [];
  const found = new Map<string, FoundTable>();
  const readers = new Map<string, TableReader>();
  for (const table of policyTables(plan)) {
    const at = findTable(table, standing, words);
    const rows = at && standing[at.index];
    if (!at || !rows) {
      const { id, name } = table;
      // What only tells people something is written anew.
      if (table.inputs.length === 0) continue;
      problems.push({ kind: "missing-table", table: id, name, row: null, field: null, content: "" });
      continue;
    }
    found.set(table.id, at);
    readers.set(table.id, tableReader(table, at, rows));
  }
  const facts = findTable(factsOf(plan), standing, words);
  if (facts) found.set(factsId, facts);
  const segmentations = plan.segmentations.map((segmentation) => {
    const tables = policyTables({ ...plan, segmentations: [segmentation], scales: [] });
    const own = tables.map(({ id }) => readers.get(id));
    if (own.some((reader, i) => reader === undefined && tables[i]?.inputs.length !== 0)) return segmentation;
    const readerOf = (id: string): TableReader => readers.get(id) as TableReader;
    const reading = { language: plan.sheetLanguage, words, columns, readerOf };
    const read = policyKind(segmentation).read(segmentation, reading);
    for (const one of planProblems({ ...plan, segmentations: [read.segmentation] })) {
      notePlanProblem(one, segmentation, read.rows, readers);
    }
    const found = own.flatMap((reader) => reader?.problems ?? []);
    problems.push(...found);
    return found.length > 0 ? segmentation : read.segmentation;
  });
  const scaleReader = readers.get(scalesId);
  const scales = scaleReader ? readScales(plan.scales, columns, scaleReader) : plan.scales;
  if (scaleReader) problems.push(...scaleReader.problems);
  if (!scaleReader || scaleReader.problems.length > 0) return { plan: { ...plan, segmentations }, problems, found };
  const following = segmentations.map((segmentation) => followScales(segmentation, plan.scales, scales));
  return { plan: { ...plan, scales, segmentations: following }, problems, found };
}

/** The table that only tells people what the plan goes by. */
function factsOf(plan: Plan): Pick<PolicyTable, "id" | "fields" | "items"> {
  return {
    id: factsId,
    fields: factsFields,
    items: planFacts(plan, []).map((fact) => ({ id: factId(fact), cells: {} })),
  };
}

const itemPath =
  /^segmentations\[0\]\.(?:axes\[(\d+)\]\.)?(tiers|groups|bands|values|classes|cells|segments)\[(\d+)\]\.(name|value|id|text)$/;

/** What the plan itself finds wrong, at the cell it comes from. Problems of what the sheet does not hold are not its. */
function notePlanProblem(
  { kind, path, found }: PlanProblem,
  segmentation: Segmentation,
  rows: ReadSegmentation<Segmentation>["rows"],
  readers: ReadonlyMap<string, TableReader>,
): void {
  const [, axis, list, index, part] = itemPath.exec(path) ?? [];
  const { id } = segmentation;
  const axisAt = axis === undefined ? null : Number(axis);
  const table = policyKind(segmentation).tableOf?.(id, list ?? "", axisAt) ?? id;
  const reader = readers.get(table);
  const row = rows.get(table)?.[Number(index)] ?? null;
  if (index === undefined || row === null || !reader) return;
  const field: PolicyField = part === "name" ? "name" : "value";
  const noted = problemKind(kind, field, found);
  if (noted !== null) reader.note(noted, row, field, reader.content(row, field));
}

function problemKind(kind: PlanProblem["kind"], field: "name" | "value", found: string): PolicyProblemKind | null {
  switch (kind) {
    case "same-name":
      return "same-name";
    case "reserved-name":
      return "reserved-name";
    case "same-id":
      return "same-value";
    case "bad-text":
      return field === "value" ? "value-unfit" : found === '""' ? "name-missing" : "name-unfit";
    default:
      return null;
  }
}
