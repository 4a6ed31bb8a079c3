import type { Plan, Segmentation } from "../plan/plan";
import { planProblems } from "../plan/planProblems";
import { findTable, type FoundTable, type StandingRows } from "./findTable";
import type { PolicyField, PolicyProblem, PolicyProblemKind, PolicyWords } from "./policyTable";
import { policyTables } from "./policyTables";
import { readBands } from "./readBands";
import { readGroups } from "./readGroups";
import { readTiers } from "./readTiers";
import { tableReader, type TableReader } from "./tableReader";

type PlanProblem = ReturnType<typeof planProblems>[number];

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
 */
export function readPolicy(plan: Plan, standing: readonly StandingRows[], words: PolicyWords): ReadPolicy {
  const problems: PolicyProblem[] = [];
  const found = new Map<string, FoundTable>();
  const readers = new Map<string, TableReader>();
  for (const table of policyTables(plan)) {
    const at = findTable(table, standing, words);
    const rows = at && standing[at.index];
    if (!at || !rows) {
      const { id, name } = table;
      problems.push({ kind: "missing-table", table: id, name, row: null, field: null, content: "" });
      continue;
    }
    found.set(table.id, at);
    readers.set(table.id, tableReader(table, at, rows));
  }
  const segmentations = plan.segmentations.map((segmentation) => {
    const reader = readers.get(segmentation.id);
    if (!reader) return segmentation;
    const read = readSegmentation(segmentation, reader);
    for (const one of planProblems({ ...plan, segmentations: [read.segmentation] })) {
      notePlanProblem(one, read.rows, reader);
    }
    problems.push(...reader.problems);
    return reader.problems.length > 0 ? segmentation : read.segmentation;
  });
  return { plan: { ...plan, segmentations }, problems, found };
}

/** A segmentation as the sheet has it, and the row in which each of its items stands. */
interface ReadSegmentation {
  readonly segmentation: Segmentation;
  readonly rows: readonly (number | null)[];
}

function readSegmentation(segmentation: Segmentation, reader: TableReader): ReadSegmentation {
  switch (segmentation.method) {
    case "abc":
      return tiered({ ...segmentation, ...readTiers(segmentation, reader) }, reader);
    case "cutoffs":
      return tiered({ ...segmentation, ...readBands(segmentation, reader) }, reader);
    case "groups": {
      const { groups, rows } = readGroups(segmentation.groups, reader);
      return { segmentation: { ...segmentation, groups }, rows };
    }
    default:
      return { segmentation, rows: [] };
  }
}

function tiered(
  segmentation: Extract<Segmentation, { method: "abc" | "cutoffs" }>,
  reader: TableReader,
): ReadSegmentation {
  return { segmentation, rows: segmentation.tiers.map(({ id }) => reader.rowOf(id)) };
}

const itemPath = /^segmentations\[0\]\.(?:tiers|groups)\[(\d+)\]\.(name|value|id)$/;

/** What the plan itself finds wrong, at the cell it comes from. Problems of what the sheet does not hold are not its. */
function notePlanProblem({ kind, path, found }: PlanProblem, rows: readonly (number | null)[], reader: TableReader) {
  const [, index, part] = itemPath.exec(path) ?? [];
  const row = rows[Number(index)] ?? null;
  if (index === undefined || row === null) return;
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
