import type { Moves } from "../../engine/compareRuns";
import type { KeptChanges } from "../../engine/keptChanges";
import { firstCode } from "../../engine/keptLabels";
import { why } from "../../engine/why";
import { Failure } from "../../failure";
import type { Plan, Segmentation } from "../../plan/plan";
import { usedColumns } from "../../plan/usedColumns";
import { whyText } from "../../reports/whyText";
import { columnNamed } from "../../table/columnNamed";
import type { ChangedLine } from "../../reports/changesSheet";
import { contentText } from "../../table/contentText";
import { readNumber } from "../../table/readNumber";
import { changeWords } from "../../text/changeWords";
import type { Language } from "../../text/language";
import { sheetWords } from "../../text/sheetWords";
import { cellName } from "../../workbook/address";
import { inExcel, type Session } from "../../workbook/inExcel";
import { markLength } from "../../workbook/keyMarks";
import { openStore, readEntries } from "../../workbook/store";
import { sheetColumnOf, tableFacts, type TableFacts } from "../../workbook/tableFacts";
import { markedCustomers, type MarkedCustomers } from "../markedCustomers";
import type { RunRecord } from "../readState";
import { storedPlan } from "../storedPlan";
import { entryNames } from "../writing/entries";
import { readStored } from "../writing/journal";
import { peopleColumns, type PeopleColumns } from "./peopleColumns";

/** A customer who changed segment with the last run. */
export interface ChangedCustomer extends Omit<ChangedLine, "segmentation"> {
  /** The cell of the key, as people name it. */
  readonly cell: string;
}

export interface ChangedSegmentation {
  readonly id: string;
  readonly name: string;
  readonly valueColumn: string;
  /** The largest values of the run first. */
  readonly customers: readonly ChangedCustomer[];
  /** Changed, too, but not kept by name: there were too many. */
  readonly more: number;
  /** Changed, too, but no longer in the table under that key. */
  readonly gone: number;
  /** Customers that left the table with the run, by their former segment. */
  readonly left: readonly { readonly from: string; readonly customers: number }[];
}

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
  const { head } = await openStore(session);
  if (!head) return null;
  if (head.run) throw new Failure("run-unfinished", "an earlier run is unfinished");
  const texts = await readEntries(session, head, [entryNames.runs, entryNames.moves, entryNames.changes]);
  const runs = readStored("runs", texts[entryNames.runs]) ?? [];
  const run = [...runs].reverse().find(({ status }) => status === "complete");
  const { plan } = await storedPlan(session, head);
  if (!run || !plan) return null;
  const moves = readStored("moves", texts[entryNames.moves]) ?? [];
  const changes = readStored("changes", texts[entryNames.changes]) ?? [];
  const facts = await tableFacts(session, plan.table);
  const offered = facts.columns.map(({ name }) => name);
  const columns = asked.columns ?? peopleColumns(plan, offered);
  const told = plan.segmentations.flatMap((segmentation) => {
    const kept = changes.find(({ id }) => id === segmentation.id);
    const moved = moves.find(({ id }) => id === segmentation.id);
    return kept && moved ? [{ segmentation, kept, moved }] : [];
  });
  const people = [columns.name, columns.manager, columns.branch].filter((column) => column !== null);
  const read = await markedCustomers(session, facts, plan, [...people, ...usedColumns(plan)]);
  return {
    run,
    plan,
    columns,
    offered,
    segmentations: told.map(({ segmentation, kept, moved }) => {
      return segmentationChanges(segmentation, kept, moved, {
        ...read,
        facts,
        plan,
        columns,
        language: asked.language,
      });
    }),
  };
}

interface Reading extends MarkedCustomers {
  readonly facts: TableFacts;
  readonly plan: Plan;
  readonly columns: PeopleColumns;
  readonly language: Language;
}

function segmentationChanges(
  segmentation: Segmentation,
  kept: KeptChanges,
  moved: Moves,
  reading: Reading,
): ChangedSegmentation {
  const { notClassified } = sheetWords(reading.language);
  const { entered } = changeWords[reading.language];
  const from = [...moved.from, notClassified, entered];
  const to = [...moved.to, notClassified];
  const customers = Array.from(kept.from).flatMap((code, i): ChangedCustomer[] => {
    const customer = reading.customerOf.get(kept.marks.slice(i * markLength, (i + 1) * markLength)) ?? -1;
    const now = kept.to.charCodeAt(i) - firstCode;
    if (customer < 0) return [];
    return [
      {
        ...customerAt(segmentation, customer, reading),
        from: from[code.charCodeAt(0) - firstCode] ?? "",
        to: to[now] ?? "",
        why: whyText(why(segmentation, now < moved.to.length ? now : null, reading.table, customer), reading.language),
      },
    ];
  });
  return {
    id: segmentation.id,
    name: segmentation.name,
    valueColumn: segmentation.valueColumn,
    customers,
    more: kept.more,
    gone: kept.from.length - customers.length,
    left: from.flatMap((name, i) => {
      const number = moved.customers[i]?.[to.length] ?? 0;
      return number > 0 ? [{ from: name, customers: number }] : [];
    }),
  };
}

function customerAt(
  { valueColumn }: Segmentation,
  customer: number,
  { table, keys, sheetRows, firstRow, facts, plan, columns }: Reading,
): Omit<ChangedCustomer, "from" | "to" | "why"> {
  const row = firstRow(customer);
  const text = (column: string | null): string =>
    column === null ? "" : contentText(columnNamed(sheetRows, column), row);
  const value = readNumber(columnNamed(table, valueColumn), customer);
  return {
    key: keys[customer] ?? "",
    name: text(columns.name),
    value: typeof value === "number" ? value : null,
    manager: text(columns.manager),
    branch: text(columns.branch),
    cell: cellName(facts.sheet, facts.firstRow + row, sheetColumnOf(facts, plan.keyColumn)),
  };
}
