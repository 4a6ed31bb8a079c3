import type { Moves } from "../../engine/compareRuns";
import type { KeptChanges } from "../../engine/keptChanges";
import type { KeptLabels } from "../../engine/keptLabels";
import { foundLimits } from "../../engine/foundLimits";
import { Failure } from "../../failure";
import type { Outcome } from "../../engine/outcome";
import { withAmounts } from "../../engine/withAmounts";
import type { SeenCells } from "../../engine/seenCells";
import type { Plan } from "../../plan/plan";
import { standingOwnersSheet } from "../../reports/ownersSheet";
import type { ReportContext } from "../../reports/reportContext";
import type { RunsContext } from "../../reports/runsContext";
import type { SheetDoc } from "../../reports/sheetDoc";
import { sheetWords } from "../../text/sheetWords";
import { captureSheet, requireFree } from "../../workbook/capture";
import type { Session } from "../../workbook/inExcel";
import { requireSpace } from "../../workbook/requireSpace";
import { nextTurn } from "../../workbook/inTurns";
import { findSheets, freeSheetName, ownSheet, type FoundSheet } from "../../workbook/ownSheets";
import { longestText } from "../../workbook/safeText";
import { requireOpenTable } from "../../workbook/standingTable";
import { sha256 } from "../../workbook/sha256";
import { emptyHead, readEntries, type Store } from "../../workbook/store";
import { tableFacts, type TableFacts } from "../../workbook/tableFacts";
import { openStored } from "../recovery/openStored";
import { withBackup } from "../recovery/withBackup";
import { seenByRun } from "../outOfDate/seenByRun";
import { carriedOver } from "../carry/carriedOver";
import type { Carried } from "../carry/carryFile";
import { ordersAccounts } from "../orders/ordersAccounts";
import { requireSameOrders } from "../orders/requireSameOrders";
import { findOwners, type FoundOwners } from "../owners/standingOwners";
import { requirePolicy, type SeenPolicy } from "../policy/requirePolicy";
import { findPolicy } from "../policy/standingPolicy";
import { withPolicy } from "../policy/withPolicy";
import type { Customers } from "../readCustomers";
import { replaceablePlan } from "../storedPlan";
import { filterToClear } from "./clearedFilter";
import { comparedRuns } from "./comparedRuns";
import { entryNames, planRevision } from "./entries";
import { ownNothing, readStored, type Before, type Docs, type Journal } from "./journal";
import { keptRecords } from "./keptRecords";
import { periodsOf } from "./periodsOf";
import { knownTotals } from "./knownTotals";
import { labelColumns, withWrittenNames, type RunLabel } from "./labelNames";
import { measureTexts, textsByRow, withMeasures, type MeasureTexts } from "./measureTexts";
import { takenNames } from "./ownTableNames";
import { portfolioFor, type RunPortfolio } from "./portfolioFor";
import { retiredColumns, type LeftColumn, type RetiredColumns } from "./retiredColumns";
import { requireOpenSheets, requireUnlocked } from "./refusals";
import { requireSameRows } from "./requireSameRows";
import { requireSeenPlan } from "./requireSeenPlan";
import { runDocs, type RunDocsInput } from "./runDocs";
import { freeStagingName } from "./sideJournal";
import { storedForm } from "./storedForm";
import { requireNoRun } from "./underLease";
import { fitSheets, withStanding } from "./withStanding";

export interface RunInput {
  readonly plan: Plan;
  /** The same with the names that columns are to have: amounts that RFM finds may be called otherwise meanwhile. */
  readonly wanted: Plan;
  readonly customers: Customers;
  readonly outcome: Outcome;
  readonly now: Date;
  readonly person: string;
  /** What the plan's maker knew of the Policy sheet; left out for a plan that wins over the sheet. */
  readonly policy?: SeenPolicy | undefined;
  /** What last month's file brought, for a workbook without a run of its own. */
  readonly carried?: Carried | undefined;
  /** True if somebody agreed that the table's filter is cleared for the run and set again at its end. */
  readonly clearFilter?: boolean | undefined;
}

/** A run as it will be written: everything is decided, nothing is done. */
export interface PreparedRun {
  readonly journal: Journal;
  readonly facts: TableFacts;
  readonly store: Store;
  /** Null where only a key column is added. */
  readonly plan: Plan | null;
  /** Per label column one text per customer. */
  readonly labels: readonly (readonly string[])[];
  /** What the next run will compare itself with, and what this one found; null where only a key column is added. */
  readonly kept: KeptLabels | null;
  readonly moves: readonly Moves[] | null;
  readonly changes: readonly KeptChanges[] | null;
  /** What the cells hold by which it classified; left out where it classified nobody. */
  readonly seen?: SeenCells;
  readonly docs: readonly SheetDoc[];
  /** The reports as they stand on the sheets now, people's changes to the Owners table included. */
  readonly formerDocs: readonly SheetDoc[];
  /** The reports as they stand on the sheets, by id; null for a sheet that will be new. */
  readonly previous: ReadonlyMap<string, SheetDoc | null>;
  readonly before: Before;
  /** Texts of last month's file that the store keeps from then on. */
  readonly carried?: Readonly<Record<string, string>> | undefined;
  /** The sheets of the workbook, where some of ours may have no key yet. */
  readonly marked?: readonly FoundSheet[];
  /** Label columns of segmentations that are gone, which stay all the same. */
  readonly left?: readonly LeftColumn[];
}

/** Looks at everything that can refuse a run, and decides what it will write. Writes nothing. */
export async function prepareRun(session: Session, input: RunInput): Promise<PreparedRun> {
  const run = await preparedRun(session, input, false).catch((error: unknown) => {
    if (error instanceof Failure && error.code === "cells-in-the-way") return null;
    throw error;
  });
  // A merge may take the store from one and the sheets from another: then the sheets say what stands on them.
  return run && fitSheets(run.previous, run.before) ? run : preparedRun(session, input, true);
}

async function preparedRun(session: Session, input: RunInput, doubted: boolean): Promise<PreparedRun> {
  const { plan, customers, outcome } = input;
  const store = await openStored(session);
  await requireNoRun(session, store);
  const facts = await tableFacts(session, plan.table);
  requireUnlocked(facts);
  const cleared = await filterToClear(session, facts, input.clearFilter);
  const found = await findSheets(session);
  requireOpenSheets(found);
  const head = store.head ?? emptyHead;
  const names = [entryNames.own, entryNames.docs, entryNames.runs, entryNames.labels, entryNames.register];
  const stored = await withBackup(session, await readEntries(session, head, names));
  requireSeenPlan(head, input.policy?.revision, readStored("runs", stored[entryNames.runs]) ?? []);
  const own = readStored("own", stored[entryNames.own]) ?? ownNothing;
  const labels = labelColumns(input.wanted, facts, own);
  await requireSpace(session, facts, labels.filter(({ before }) => before === null).length);
  await requireSameRows(session, facts, input);

  const owners = await findOwners(session, found, own.sheets);
  if (owners) requireOpenTable(owners.table, owners.sheet);
  const writtenPlan = await replaceablePlan(session, store.head);
  const policy = writtenPlan && (await findPolicy(session, found, own.sheets, writtenPlan));
  requirePolicy(policy, input.policy);
  const remembered = withPolicy(withOwners(readStored("docs", stored[entryNames.docs]) ?? [], owners), policy);
  const carried = input.carried ? carriedOver(input.carried, plan, head) : null;
  const former = carried?.labels ?? readStored("labels", stored[entryNames.labels]);
  const { kept: labelsKept, moves, changes } = await comparedRuns(former, plan, outcome, customers);
  const measures = await measureTexts(outcome, labels, customers.orders);
  const kept = withMeasures(labelsKept, measures);
  const runs = readStored("runs", stored[entryNames.runs]) ?? [];
  const columns = facts.columns.map(({ name }) => name);
  const named = withWrittenNames(plan, labels);
  const table = withAmounts(named, outcome, customers.table);
  const told = await portfolioFor(named, outcome, table, columns, await knownTotals(session, head, runs, carried));
  const written = { ...input, plan: named, customers: { ...customers, table } };
  const orders = ordersAccounts(plan, outcome, customers);
  const onSheets = { facts, labels, told, owners, register: carried?.register ?? stored[entryNames.register] };
  const likely = likelyDocs(written, { ...onSheets, log: runs, orders });
  const formerDocs = await withStanding(session, remembered, { found, own, plan, policy, doubted, likely });
  const docsNow = formerDocs as readonly SheetDoc[];
  const stood = { written: former, writtenPlan, found, docs: docsNow };
  const retired = await retiredColumns(session, { facts, own, labels, ...stood });
  const sheets = sheetsOf(plan, found, own.sheets, formerDocs);
  const revision = planRevision(head) + 1;
  const plain = await journalOf(input, facts, labels, sheets, found, revision, moves);
  const begun = { ...plain, ...cleared, periods: carried?.periods ?? (await periodsOf(session, head, plan)) };
  const journal = withDrop(withTotals(begun, told), retired);
  const log = keptRecords([...runs, journal.record]);
  const taken = await takenNames(session);
  const previous = new Map(sheets.map(({ id, existed }) => [id, existed ? docOf(formerDocs, id) : null]));
  const docs = await runDocs(written, {
    ...onSheets,
    sheetNames: namesOf(sheets),
    previous,
    taken,
    policy,
    runs: { log, moves, orders },
  });
  const before = await captured(session, sheets, docs, previous);
  await nextTurn();
  const lines = await requireSameOrders(session, customers.orderLines);
  const seen = await seenByRun(session, facts, { plan, customers, keys: kept.keys, orders: lines });
  return {
    journal,
    facts,
    store,
    plan: { ...named, table: { id: facts.id, name: facts.name } },
    labels: columnTexts(input, labels, measures),
    kept,
    moves,
    changes,
    seen,
    docs,
    formerDocs: docsNow,
    previous,
    before,
    carried: carried?.texts,
    marked: found,
    left: retired.left,
  };
}

/** The reports of a run on empty sheets, by who moved with it. */
function likelyDocs(
  run: RunInput,
  more: Pick<RunDocsInput, "facts" | "labels" | "told" | "owners" | "register"> & Pick<RunsContext, "log" | "orders">,
): (moves: readonly Moves[]) => Promise<readonly SheetDoc[]> {
  const { log, orders, ...onSheets } = more;
  const sheetNames = namesOf(sheetsOf(run.plan, [], [], []));
  const empty = { sheetNames, previous: new Map(), taken: new Set<string>(), policy: null };
  return (moves) => runDocs(run, { ...onSheets, ...empty, runs: { log, moves, orders } });
}

/** A run with the sums that later ones are compared with, if it has any. */
function withTotals(journal: Journal, told: RunPortfolio): Journal {
  const totals = storedForm(told.totals) as Journal["record"]["totals"] | null;
  return totals ? { ...journal, record: { ...journal.record, totals } } : journal;
}

/** A run that also takes columns away, if there are any. */
function withDrop(journal: Journal, { dropped }: RetiredColumns): Journal {
  return dropped.length === 0 ? journal : { ...journal, drop: { columns: [...dropped], sheets: [] } };
}

/** The former reports, with the Owners table as people have it by now. */
function withOwners(docs: Docs, owners: FoundOwners | null): Docs {
  const others = docs.filter(({ id }) => id !== "owners");
  return owners ? [...others, storedForm(standingOwnersSheet(owners, owners.sheet)) as Docs[number]] : others;
}

type RunSheet = Journal["sheets"][number];

/**
 * Our sheets by report: those that exist by their mark, new ones by a name that no sheet has. A sheet of which nobody
 * remembers what was written on it is left alone, and a new one made.
 */
function sheetsOf(
  plan: Plan,
  found: readonly FoundSheet[],
  own: readonly { id: string; name: string }[],
  formerDocs: Docs,
): readonly RunSheet[] {
  const words = sheetWords(plan.sheetLanguage);
  const taken = found.map(({ name }) => name);
  return (["segments", "owners", "policy", "runs", "tierbook"] as const).map((id) => {
    const existing = ownSheet(found, id, own.find((sheet) => sheet.id === id)?.name);
    if (existing !== null && docOf(formerDocs, id)) return { id, name: existing, existed: true };
    const name = freeSheetName(words.sheets[id], taken);
    taken.push(name);
    return { id, name, existed: false };
  });
}

function namesOf(sheets: readonly RunSheet[]): ReportContext["sheetNames"] {
  const name = (id: RunSheet["id"]): string => sheets.find((sheet) => sheet.id === id)?.name ?? id;
  return {
    tierbook: name("tierbook"),
    segments: name("segments"),
    owners: name("owners"),
    policy: name("policy"),
    runs: name("runs"),
  };
}

async function captured(
  session: Session,
  sheets: readonly RunSheet[],
  docs: readonly SheetDoc[],
  previous: ReadonlyMap<string, SheetDoc | null>,
): Promise<Before> {
  const before: Record<string, Before[string]> = {};
  for (const { id, name, existed } of sheets) {
    const doc = docs.find((candidate) => candidate.id === id);
    if (!existed || !doc) continue;
    await requireFree(session, name, doc, previous.get(id) ?? null);
    before[id] = storedForm(await captureSheet(session, name, previous.get(id) ?? null)) as Before[string];
  }
  return before;
}

async function journalOf(
  { plan, outcome, customers, now, person }: RunInput,
  facts: TableFacts,
  labels: readonly RunLabel[],
  sheets: readonly RunSheet[],
  found: readonly FoundSheet[],
  revision: number,
  moves: readonly Moves[],
): Promise<Journal> {
  const at = now.toISOString();
  const id = (await sha256(`${at} ${customers.fingerprint} ${JSON.stringify(plan)}`)).slice(0, 16);
  return {
    kind: "run",
    record: {
      id,
      at,
      person: person.slice(0, 255),
      status: "complete",
      table: facts.name,
      rows: facts.rows,
      ...(plan.rows.perCustomer === "several" ? { customers: outcome.customers } : {}),
      segmentations: outcome.segmentations.map((result) => ({
        id: result.id,
        name: result.name,
        classified: result.classified,
        notClassified: result.notClassified.length,
      })),
      fingerprint: customers.fingerprint,
      plan: revision,
      moved: moves.map(({ id: of, moved, entered, left }) => ({ id: of, moved, entered, left })),
      limits: foundLimits(plan, outcome).map((found) => ({ ...found, limits: [...found.limits] })),
    },
    table: { id: facts.id, name: facts.name },
    keyColumn: plan.keyColumn,
    idsBefore: facts.columns.map((column) => column.id),
    namesBefore: facts.columns.map((column) => column.name),
    labels: [...labels],
    staging: freeStagingName(found),
    sheets: [...sheets],
    unfinishedText: sheetWords(plan.sheetLanguage).tierbook.unfinished(now),
  };
}

/** Per column of the run one text per row of the table. */
function columnTexts(
  { plan, outcome, customers }: RunInput,
  labels: readonly RunLabel[],
  measures: readonly MeasureTexts[],
): readonly (readonly string[])[] {
  const { notClassified } = sheetWords(plan.sheetLanguage);
  return labels.map(({ segmentation, measure, name }) => {
    const measured = measures.find(({ label }) => label.segmentation === segmentation && label.measure === measure);
    if (measured) return textsByRow(measured.texts, customers.table.customers);
    const result = outcome.segmentations.find((candidate) => candidate.id === segmentation);
    if (!result) throw new Failure("unexpected", `outcome requires segmentation ${name}`, { subject: name });
    const texts = [...result.groups.map((group) => group.name), notClassified];
    const tooLong = texts.find((text) => text.length > longestText);
    if (tooLong !== undefined) throw new Failure("bad-parameter", "tier names require less text", { subject: name });
    return Array.from(result.labels, (label) => texts[label] ?? notClassified);
  });
}

/** The report of an id, as stored. */
export function docOf(docs: Docs | readonly SheetDoc[] | null, id: string): SheetDoc | null {
  return ((docs ?? []) as readonly SheetDoc[]).find((doc) => doc.id === id) ?? null;
}
