import { Failure } from "../../failure";
import { mostLines } from "../../reports/changesSheet";
import { plannedSheet } from "../../reports/plannedSheet";
import type { SheetDoc } from "../../reports/sheetDoc";
import { changeWords } from "../../text/changeWords";
import { plannedWords } from "../../text/plannedWords";
import type { Session } from "../../workbook/inExcel";
import { findSheets, freeSheetName } from "../../workbook/ownSheets";
import { tableFacts } from "../../workbook/tableFacts";
import type { Carried } from "../carry/carryFile";
import type { Preview } from "../previewPlan";
import { openStored } from "../recovery/openStored";
import { takenNames, withFreeTableNames } from "../writing/ownTableNames";
import type { PreparedRun } from "../writing/prepareRun";
import { requireOpenSheets } from "../writing/refusals";
import { preparingIn, writeOrPutBack } from "../writing/writeOrPutBack";
import { plannedList, type PlannedChanges } from "./plannedChanges";
import { plannedWays } from "./plannedWays";
import { preparedList } from "./preparedList";
import type { ChangesToWrite } from "./writeChanges";

export interface PlannedToWrite extends ChangesToWrite {
  /** What last month's file brought; a run of the workbook's own goes before it. */
  readonly carried?: Carried | undefined;
}

/**
 * Writes what a run of a preview would change to a new sheet, dated, in the language of the sheets: all of it, or
 * nothing. No label is written by it, and a list that was written before stays.
 *
 * @returns the name of the sheet
 * @throws {Failure} `no-plan` where there is no run to compare with; `table-changed` if customers came, went or were
 *   sorted since the preview was read; what writing a run meets
 */
export async function writePlanned(preview: Preview, options: PlannedToWrite): Promise<string> {
  const { name } = preview.plan.table;
  const run = await preparingIn(name, options, (session) => preparePlanned(session, preview, options));
  await writeOrPutBack(run, options);
  return run.journal.sheets[0]?.name ?? "";
}

async function preparePlanned(
  session: Session,
  preview: Preview,
  { columns, now, person, carried }: PlannedToWrite,
): Promise<PreparedRun> {
  const { plan } = preview;
  const store = await openStored(session);
  const planned = await plannedList(session, preview, { language: plan.sheetLanguage, columns, carried });
  if (planned.segmentations.length === 0) throw new Failure("no-plan", "a list of changes requires a complete run");
  const facts = await tableFacts(session, plan.table);
  if (facts.readOnly) throw new Failure("workbook-read-only", "workbook is open read-only");
  if (facts.structureProtected) throw new Failure("structure-protected", "the workbook's structure is protected");
  const found = await findSheets(session);
  requireOpenSheets(found);
  const wanted = plannedWords[plan.sheetLanguage].sheet.name;
  const taken = found.map((sheet) => sheet.name);
  const doc = plannedDoc(planned, freeSheetName(wanted, taken), now);
  const named = withFreeTableNames(doc, null, await takenNames(session));
  return preparedList(session, { store, facts, found, plan, doc: named, former: null, now, person });
}

function plannedDoc(planned: PlannedChanges, name: string, now: Date): SheetDoc {
  const { plan, since, columns, segmentations, first } = planned;
  const { sheetLanguage: language } = plan;
  const words = plannedWords[language];
  const { sheet: listed, pane, listComma } = changeWords[language];
  const lines = segmentations.flatMap(({ name: segmentation, customers }) =>
    customers.map((customer) => ({ segmentation, ...customer })),
  );
  const gone = segmentations.flatMap(({ name: segmentation, left }) =>
    left.length === 0
      ? []
      : [listed.left(segmentation, left.map((way) => pane.leftFrom(way.from, way.customers)).join(listComma))],
  );
  const fresh = first.map(({ name: segmentation, classified, notClassified }) => {
    return `${segmentation}: ${notClassified > 0 ? words.firstBut(classified, notClassified) : words.first(classified)}`;
  });
  return plannedSheet({
    name,
    language,
    plannedAt: now,
    runAt: new Date(since?.at ?? now),
    columns,
    ways: segmentations.flatMap((each) => plannedWays(each, language)),
    lines: lines.slice(0, mostLines),
    all: lines.length + segmentations.reduce((sum, { more }) => sum + more, 0),
    notes: [...gone, ...fresh],
  });
}
