import type { KeptLabels } from "../../engine/keptLabels";
import { Failure } from "../../failure";
import type { RegisterEntry } from "../../register/register";
import type { Session } from "../../workbook/inExcel";
import { findSheets } from "../../workbook/ownSheets";
import { readEntries } from "../../workbook/store";
import type { Carried } from "../carry/carryFile";
import { findOwners } from "../owners/standingOwners";
import type { RunRecord } from "../readState";
import { openStored } from "../recovery/openStored";
import { entryNames, planRevision } from "../writing/entries";
import { ownNothing, readStored } from "../writing/journal";

/** The run that a preview is compared with, and who answers for its segments by now. */
export interface ComparedWith {
  readonly run: RunRecord | null;
  readonly labels: KeptLabels | null;
  /** Names by id of the segment. */
  readonly owners: ReadonlyMap<string, string>;
}

/**
 * What the workbook knows of its last run; that of a month's file where it has had none, as a run would take it over.
 *
 * @throws {Failure} `run-unfinished` while a run stands open
 */
export async function comparedWith(session: Session, carried?: Carried): Promise<ComparedWith> {
  const { head } = await openStored(session);
  if (head?.run) throw new Failure("run-unfinished", "an earlier run is unfinished");
  if (carried && (!head || planRevision(head) === 0)) {
    return { run: carried.run, labels: carried.labels, owners: ownerNames(carried.register) };
  }
  if (!head) return { run: null, labels: null, owners: new Map() };
  const texts = await readEntries(session, head, [entryNames.runs, entryNames.labels, entryNames.own]);
  const runs = readStored("runs", texts[entryNames.runs]) ?? [];
  const own = readStored("own", texts[entryNames.own]) ?? ownNothing;
  const register = (await findOwners(session, await findSheets(session), own.sheets))?.register;
  return {
    run: [...runs].reverse().find(({ status }) => status === "complete") ?? null,
    labels: readStored("labels", texts[entryNames.labels]),
    owners: ownerNames(register?.entries ?? []),
  };
}

function ownerNames(entries: readonly RegisterEntry[]): ReadonlyMap<string, string> {
  return new Map(entries.map(({ id, values }) => [id, String(values.owner ?? "")]));
}
