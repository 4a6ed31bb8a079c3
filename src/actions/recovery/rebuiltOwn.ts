import { Failure } from "../../failure";
import type { Plan } from "../../plan/plan";
import type { Segmentation } from "../../segmentations/plans";
import {
  noNetSpendName,
  noOrderName,
  noPolicyName,
  noSegmentName,
  reservedNames,
  unknownName,
} from "../../segmentations/shared/reservedNames";
import { writtenMeasures } from "../../segmentations/shared/planKind";
import { textOf } from "../../segmentations/shared/policy/tableReader";
import type { Session } from "../../workbook/inExcel";
import { findSheets, stagingMark } from "../../workbook/ownSheets";
import { readTexts } from "../../workbook/readTexts";
import { tableFacts, type TableFacts } from "../../workbook/tableFacts";
import { findOwners } from "../owners/standingOwners";
import type { Own } from "../writing/journal";
import type { RebuiltPlan } from "./rebuiltPlan";

/**
 * What is Tierbook's own in a workbook without its store: the sheets by their marks, and the columns that the Policy
 * sheet names, as long as nothing stands in them that Tierbook would not have written.
 */
export async function rebuiltOwn(session: Session, { plan, written }: RebuiltPlan): Promise<Own> {
  const found = await findSheets(session);
  const sheets = found.flatMap(({ name, mark }) => (mark === null || mark === stagingMark ? [] : [{ id: mark, name }]));
  const facts = plan && (await factsOrNull(session, plan));
  if (!plan || !facts) return { labels: [], sheets };
  const owners = await findOwners(session, found, []);
  const labels: Own["labels"][number][] = [];
  for (const { segmentation: of, measure, name } of written) {
    const index = facts.columns.findIndex((column) => column.name === name);
    const segmentation = plan.segmentations.find(({ id }) => id === of);
    const known = measure === undefined ? null : writtenMeasures.find((one) => one === measure);
    const id = facts.columns[index]?.id;
    if (!segmentation || id === undefined || known === undefined) continue;
    const named = owners?.register.entries.filter((entry) => entry.id.startsWith(`${of}/`)) ?? [];
    const names = new Set([...groupNames(segmentation), ...named.map(({ segment }) => segment)].map(textOf));
    const fits = (text: string): boolean => (known === null ? names.has(textOf(text)) : text === String(Number(text)));
    const place = { row: facts.firstRow, column: facts.place.column + index, rows: facts.rows, columns: 1 };
    const [texts = []] = await readTexts(session, facts.sheet, place);
    if (!texts.every((text) => text === "" || fits(text) || (known !== null && names.has(textOf(text))))) continue;
    labels.push({ table: facts.id, segmentation: of, ...(known === null ? {} : { measure: known }), id, name });
  }
  return { labels, sheets };
}

async function factsOrNull(session: Session, plan: Plan): Promise<TableFacts | null> {
  try {
    return await tableFacts(session, plan.table);
  } catch (error) {
    if (error instanceof Failure && (error.code === "missing-table" || error.code === "no-table")) return null;
    throw error;
  }
}

/** Every label that a run may give for a segmentation, in either language. */
function groupNames(segmentation: Segmentation): readonly string[] {
  const others = [unknownName, noPolicyName, noSegmentName, noNetSpendName, noOrderName].flatMap(({ en, zh }) => [
    en,
    zh,
  ]);
  return [...namesOf(segmentation), ...reservedNames, ...others];
}

function namesOf(segmentation: Segmentation): readonly string[] {
  switch (segmentation.method) {
    case "abc":
    case "quantiles":
    case "cutoffs":
      return segmentation.tiers.map(({ name }) => name);
    case "groups":
      return segmentation.groups.map(({ name }) => name);
    case "matrix":
      return segmentation.classes.map(({ name }) => name);
    case "rules":
      return [...segmentation.segments.map(({ name }) => name), segmentation.otherwise];
    case "rfm":
      return segmentation.segments.map(({ name }) => name);
    default:
      return segmentation satisfies never;
  }
}
