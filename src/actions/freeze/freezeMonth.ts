import { Failure } from "../../failure";
import type { Plan } from "../../plan/plan";
import { packSheet } from "../../reports/pack/packSheet";
import { packWords } from "../../text/packWords";
import { sheetWords } from "../../text/sheetWords";
import type { Session } from "../../workbook/inExcel";
import { freeSheetName } from "../../workbook/ownSheets";
import { openLastRun } from "../newMonth/openLastRun";
import type { ActionOptions } from "../progress";
import { readFingerprint } from "../readCustomers";
import type { RunRecord } from "../readState";
import { takenNames, withFreeTableNames } from "../writing/ownTableNames";
import type { PreparedRun } from "../writing/prepareRun";
import { sideJournal } from "../writing/sideJournal";
import { preparingIn, writeOrPutBack } from "../writing/writeOrPutBack";
import { readPack, type PackSource } from "./readPack";

export interface FreezeAsked extends ActionOptions {
  /** Name of the sheet; null for that of the month. */
  readonly name: string | null;
  readonly now: Date;
  /** Who freezes it, as typed; empty if not stated. */
  readonly person: string;
}

/**
 * Writes the pack of the last run's month on a sheet of its own, as values: all of it, or nothing. No run ever touches
 * it again.
 *
 * @returns the name of the sheet
 * @throws {Failure} `no-plan` where there is no complete run; `pack-exists` where the workbook has a sheet of that name;
 *   what writing a run meets
 */
export async function freezeMonth(options: FreezeAsked): Promise<string> {
  const run = await preparingIn("workbook", options, (session) => preparePack(session, options));
  await writeOrPutBack(run, options);
  return run.journal.sheets[0]?.name ?? "";
}

/** The name that the pack of a run has where nobody gives another. */
export function packName({ dataDate, sheetLanguage }: Plan, run: Pick<RunRecord, "at">): string {
  return packWords(sheetLanguage).sheetName(monthOf(dataDate, run));
}

function monthOf(dataDate: string | null, { at }: Pick<RunRecord, "at">): string {
  return dataDate === null ? at.slice(0, 10) : dataDate.slice(0, 7);
}

async function preparePack(session: Session, asked: FreezeAsked): Promise<PreparedRun> {
  const { store, head, last, facts, found } = await openLastRun(session);
  const { run, plan } = last;
  const names = found.map(({ name }) => name);
  const wanted = asked.name?.trim() || packName(plan, run);
  const name = freeSheetName(wanted, []);
  if (names.some((taken) => taken.toLowerCase() === name.toLowerCase())) {
    throw new Failure("pack-exists", `workbook has a sheet ${name}`, { subject: name });
  }
  const source: PackSource = { head, facts, found, plan, run };
  const doc = packSheet({
    name,
    month: monthOf(plan.dataDate, run),
    plan,
    run: { at: new Date(run.at), person: run.person, plan: run.plan ?? null, table: run.table },
    frozen: { at: asked.now, person: asked.person },
    segmentations: await readPack(session, source),
  });
  const fingerprint = await readFingerprint(session, facts, plan.keyColumn);
  const { keyColumn, sheetLanguage } = plan;
  return {
    journal: {
      ...(await sideJournal({
        kind: "freeze",
        mark: `freeze ${name}`,
        ...asked,
        facts,
        keyColumn,
        fingerprint,
        found,
      })),
      labels: [],
      sheets: [{ id: doc.id, name, existed: false }],
      unfinishedText: sheetWords(sheetLanguage).tierbook.unfinished(asked.now),
      freezes: run.id,
    },
    facts,
    store,
    plan: null,
    labels: [],
    kept: null,
    moves: null,
    changes: null,
    docs: [withFreeTableNames(doc, null, await takenNames(session))],
    formerDocs: [],
    previous: new Map([[doc.id, null]]),
    before: {},
  };
}
