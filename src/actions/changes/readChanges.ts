import type { Moves } from "../../engine/compareRuns";
import type { KeptChanges } from "../../engine/keptChanges";
import { firstCode } from "../../engine/keptLabels";
import { Failure } from "../../failure";
import type { Plan } from "../../plan/plan";
import type { Segmentation } from "../../segmentations/plans";
import { foundAmounts, usedColumns } from "../../plan/usedColumns";
import type { Language } from "../../text/language";
import { inExcel, type Session } from "../../workbook/inExcel";
import { markLength } from "../../workbook/keyMarks";
import { readEntries } from "../../workbook/store";
import { tableFacts } from "../../workbook/tableFacts";
import { openStored } from "../recovery/openStored";
import { markedCustomers } from "../markedCustomers";
import type { RunRecord } from "../readState";
import { storedPlan } from "../storedPlan";
import { entryNames } from "../writing/entries";
import { ownNothing, readStored } from "../writing/journal";
import { changedLines, whoLeft, type ChangedCode, type ChangedSegmentation, type Reading } from "./changedLines";
import { concernedCounter } from "./concernedPeople";
import { namesOf, peopleColumns, type PeopleColumns } from "./peopleColumns";
import { measureColumns, scoredInCells } from "./scoredCustomers";

/** Who changed segment with the last complete run. */
export interface ChangedList {
  readonly run: RunRecord;
  readonly plan: Plan;
  readonly columns: PeopleColumns;
  /** All columns of the table, to choose others from. */
  readonly offered: readonly string[];
  readonly segmentations: readonly ChangedSegmentation[];
}

export interface ChangesAsked {
  /** Language of the words in the list. */
  readonly language: Language;
  /** The columns to read it by; null for those that the plan names or headers suggest. */
  readonly columns: PeopleColumns | null;
}

/**
 * Reads who changed segment with the last run, and why, with what their rows hold now.
 *
 * @returns null where there is no complete run
 * @throws {Failure} `missing-table`, `missing-column`, `no-answer`; `run-unfinished` while a run stands open
 */
export function readChanges(asked: ChangesAsked): Promise<ChangedList | null> {
  return inExcel("workbook", (session) => changedList(session, asked));
}

/** The same within a session that is open already. */
export async function changedList(session: Session, asked: ChangesAsked): Promise<ChangedList | null> {
  const { head } = await openStored(session);
  if (!head) return null;
  if (head.run) throw new Failure("run-unfinished", "an earlier run is unfinished");
  const texts = await readEntries(session, head, [
    ...[entryNames.runs, entryNames.moves, entryNames.changes, entryNames.own],
  ]);
  const runs = readStored("runs", texts[entryNames.runs]) ?? [];
  const run = [...runs].reverse().find(({ status }) => status === "complete");
  const { plan } = await storedPlan(session, head);
  if (!run || !plan) return null;
  const moves = readStored("moves", texts[entryNames.moves]) ?? [];
  const changes = readStored("changes", texts[entryNames.changes]) ?? [];
  const facts = await tableFacts(session, plan.table);
  const offered = facts.columns.map(({ name }) => name);
  const columns = asked.columns ?? peopleColumns(plan, offered);
  const written = foundAmounts(plan).filter((name) => offered.includes(name));
  const measures = measureColumns(readStored("own", texts[entryNames.own]) ?? ownNothing, facts);
  const found = [...measures.values()].flatMap((names) => Object.values(names));
  const read = [...namesOf(columns), ...usedColumns(plan), ...written, ...found];
  const marked = await markedCustomers(session, facts, plan, read);
  const scored = await scoredInCells(session, facts, measures, marked);
  const reading = { ...marked, facts, plan, columns, language: asked.language, scored };
  const segmentations: ChangedSegmentation[] = [];
  for (const segmentation of plan.segmentations) {
    const kept = changes.find(({ id }) => id === segmentation.id);
    const moved = moves.find(({ id }) => id === segmentation.id);
    if (kept && moved) segmentations.push(await segmentationChanges(segmentation, kept, moved, reading));
  }
  return { run, plan, columns, offered, segmentations };
}

async function segmentationChanges(
  segmentation: Segmentation,
  kept: KeptChanges,
  moved: Moves,
  reading: Reading,
): Promise<ChangedSegmentation> {
  const found = Array.from(kept.from).flatMap((code, i): ChangedCode[] => {
    const customer = reading.customerOf.get(kept.marks.slice(i * markLength, (i + 1) * markLength)) ?? -1;
    if (customer < 0) return [];
    return [{ customer, from: code.charCodeAt(0) - firstCode, to: kept.to.charCodeAt(i) - firstCode }];
  });
  const customers = await changedLines(segmentation, found, moved, reading);
  const [manager, branch] = [concernedCounter(), concernedCounter()];
  for (const customer of customers) {
    manager.add(customer.manager, customer.value);
    branch.add(customer.branch, customer.value);
  }
  return {
    id: segmentation.id,
    name: segmentation.name,
    valueColumn: segmentation.valueColumn,
    customers,
    by: { manager: manager.counts(), branch: branch.counts() },
    more: kept.more,
    gone: kept.from.length - customers.length,
    left: whoLeft(moved, reading.language),
  };
}
