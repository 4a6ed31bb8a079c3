import type { Plan } from "../../plan/plan";
import type { PolicyProblem } from "../../segmentations/shared/policy/policyTable";
import { readPolicy, type ReadPolicy } from "../../policy/readPolicy";
import type { StandingPolicyTable } from "../../reports/policy/policyBlocks";
import { policyWords } from "../../reports/policyWords";
import { headingRows, textColumn, topIds } from "../../reports/policy/policyPlaces";
import type { StandingPolicy } from "../../reports/policy/policySheet";
import { cellName, rangeAt, type Place } from "../../workbook/address";
import type { Session } from "../../workbook/inExcel";
import { ownSheet, type FoundSheet } from "../../workbook/ownSheets";
import { readStandingTables, type StandingTable } from "../../workbook/standingTable";
import { customerColumns } from "./customerColumns";
import { withDays } from "./withDays";

/** The Policy sheet as it stands now, read against the plan it was written from. */
export interface FoundPolicy extends ReadPolicy {
  readonly sheet: string;
  readonly report: StandingPolicy;
  /** Its tables by the ids of the policy's. */
  readonly tables: ReadonlyMap<string, StandingPolicyTable & { readonly table: StandingTable }>;
}

/**
 * Finds and reads the Policy sheet, whatever people called it.
 *
 * @param remembered - what the store remembers of our sheets
 * @param plan - the stored plan
 * @returns null where there is no such sheet: it is made anew from the plan
 */
export async function findPolicy(
  session: Session,
  found: readonly FoundSheet[],
  remembered: readonly { readonly id: string; readonly name: string }[],
  plan: Plan,
): Promise<FoundPolicy | null> {
  const sheet = ownSheet(found, "policy", remembered.find(({ id }) => id === "policy")?.name);
  if (sheet === null) return null;
  const standing = await withDays(session, sheet, await readStandingTables(session, sheet));
  const read = readPolicy(plan, standing, policyWords, await customerColumns(session, plan));
  const [top = [], ...above] = await readTexts(session, sheet, [
    { row: 0, column: textColumn, rows: topIds.length, columns: 1 },
    ...[...read.found.values()].map(({ index }) => {
      const { row, column } = standing[index]?.place ?? { row: 0, column: 0 };
      return { row: Math.max(0, row - headingRows), column: column + textColumn, rows: headingRows, columns: 1 };
    }),
  ]);
  const tables = new Map(
    [...read.found].flatMap(([id, { index, columns, items }], i) => {
      const table = standing[index];
      if (!table) return [];
      const { name, place, headers, rows } = table;
      const { row, column } = place;
      return [[id, { name, row, column, headers, rows, columns, items, table, above: above[i] ?? [] }] as const];
    }),
  );
  return { ...read, sheet, tables, report: { name: sheet, top, standing: tables } };
}

/** What the cells of some columns say. */
async function readTexts(
  session: Session,
  sheetName: string,
  places: readonly Place[],
): Promise<readonly (readonly unknown[])[]> {
  const sheet = session.workbook.worksheets.getItem(sheetName);
  const ranges = places.map((place) => rangeAt(sheet, place).load("values"));
  await session.sync();
  return ranges.map(({ values }) => (values as unknown[][]).map(([cell]) => cell));
}

/** A cell at fault as people name it; the sheet's first where a whole table is gone. */
export function policyCell({ sheet, tables }: FoundPolicy, { table, row, field }: PolicyProblem): string {
  const found = tables.get(table);
  if (!found) return cellName(sheet, 0, 0);
  const column = found.columns.get(field ?? "name") ?? found.columns.get("name") ?? 0;
  return cellName(sheet, found.row + (row === null ? 0 : 1 + row), found.column + column);
}
