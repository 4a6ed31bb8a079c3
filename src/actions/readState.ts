import type { Moves } from "../engine/compareRuns";
import type { RunTotals } from "../engine/runTotals";
import { failureData, fetchedPart } from "../failure";
import type { FoundLimits } from "../plan/keptCutoffs";
import type { Plan } from "../plan/plan";
import { writtenMeasures } from "../segmentations/shared/planKind";
import { inExcel, type Session } from "../workbook/inExcel";
import { findSheets, type FoundSheet, ownSheet, stagingMark } from "../workbook/ownSheets";
import { openStore, readEntries, type Store } from "../workbook/store";
import type { PolicyState, ReadPolicyState } from "./policy/policyState";
import { headAgain, newerStore } from "./recovery/openStored";
import { storedPlan, type StoredPlan } from "./storedPlan";
import { canBeUndone } from "./undo/canBeUndone";
import { closing, planRevision } from "./writing/entries";
import { ownNothing, readStored, type Own } from "./writing/journal";
import type { Shown } from "./writing/labelNames";

/** How a run ended. "incomplete": rolling back failed and the named columns are not to be trusted. */
export type RunStatus = "complete" | "rolled-back" | "unfinished" | "incomplete" | "undone";

/** One run, as the run log keeps it. */
export interface RunRecord {
  readonly id: string;
  /** When it began, ISO 8601 in UTC. */
  readonly at: string;
  readonly person: string;
  readonly status: RunStatus;
  readonly table: string;
  readonly rows: number;
  /** Only where a customer may have several rows. */
  readonly customers?: number | undefined;
  /** Per segmentation: customers that got a tier, and customers that got none. */
  readonly segmentations: readonly {
    readonly id: string;
    readonly name: string;
    readonly classified: number;
    readonly notClassified: number;
  }[];
  /** SHA-256 of the column names, the number of rows and the keys in order, in hexadecimal. */
  readonly fingerprint: string;
  /** Revision of the plan, counted from one. */
  readonly plan?: number | undefined;
  /** Customers who moved since the run before, per segmentation that it had as well. */
  readonly moved?: readonly Pick<Moves, "id" | "moved" | "entered" | "left">[] | undefined;
  /** Sums by segment that later runs are compared with; only runs with data of a month-end have them. */
  readonly totals?: RunTotals | undefined;
  /** The limits that the run found or kept, which a later run may keep. */
  readonly limits?: readonly FoundLimits[] | undefined;
  /** Packs of a month that were frozen of this run: when, ISO 8601 in UTC, by whom, and on which sheet. */
  readonly frozen?: readonly { readonly at: string; readonly person: string; readonly sheet: string }[] | undefined;
  /** The undoing of this run: when, ISO 8601 in UTC, and by whom. */
  readonly undone?: { readonly id: string; readonly at: string; readonly person: string } | undefined;
}

/** A run that neither ended nor was put back: the pane was closed, or Excel stopped, on the way. */
export interface UnfinishedRun {
  /** True for the undoing of a run. */
  readonly undoing: boolean;
  readonly id: string;
  readonly at: string;
  readonly person: string;
  readonly table: string;
  readonly rows: number;
  readonly labelColumns: readonly string[];
  /** False where the labels had not been kept yet: then only rolling back is offered. */
  readonly canFinish: boolean;
  /** False once all is written and only what it replaced is being taken away: then only finishing is offered. */
  readonly canRollBack: boolean;
  /** Who writes to the workbook since when (ISO 8601 in UTC), and may be alive elsewhere; null where nobody can be. */
  readonly writer: { readonly by: string; readonly since: string } | null;
}

/** `plan` is the stored plan with what people changed on the Policy sheet. */
export interface WorkbookState extends StoredPlan {
  /** The newest revision of the plan, counted from one; 0 where there is none. */
  readonly revision: number;
  /** Null where there is no Policy sheet, or a run is unfinished and the sheet may be half written. */
  readonly policy: PolicyState | null;
  readonly unfinished: UnfinishedRun | null;
  readonly lastRun: RunRecord | null;
  /** All runs that are remembered, oldest first. */
  readonly runs: readonly RunRecord[];
  /** Who moved with the last complete run. */
  readonly moves: readonly Moves[];
  /** True if the last run can be undone. */
  readonly undoable: boolean;
  readonly readOnly: boolean;
  /** Sheets of Tierbook's own as they are named now. */
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
  /** Label columns of Tierbook's own as the last complete run left them; `table` is a table's id or its name. */
  readonly columns: readonly (Shown & { readonly table: string; readonly name: string })[];
}

/** What the workbook says about Tierbook's earlier work. Reads only; nothing stored is run or written. */
export function readState(): Promise<WorkbookState> {
  return inExcel("workbook", async (session) => {
    session.workbook.load("readOnly");
    const opened = await openStore(session);
    const damaged = opened.exists && opened.head === null && !opened.halfMade && opened.newer === null;
    const store = damaged ? { ...opened, head: await headAgain(session) } : opened;
    const found = await findSheets(session);
    const sheets = found.flatMap(({ name, mark }) =>
      mark === null || mark === stagingMark ? [] : [{ id: mark, name }],
    );
    const { readOnly } = session.workbook;
    const head = store.head;
    const texts = head
      ? await readEntries(session, head, ["runs", "own", "moves", ...(head.run ? ["journal"] : [])])
      : {};
    const runs = readStored("runs", texts["runs"]) ?? [];
    const own = readStored("own", texts["own"]) ?? ownNothing;
    const stored = store.newer === null ? await storedPlan(session, head) : newerPlan(store.newer);
    const policy = stored.plan && !head?.run ? await policyOf(session, found, own.sheets, stored.plan) : null;
    return {
      ...stored,
      revision: head ? planRevision(head) : 0,
      plan: policy?.plan ?? stored.plan,
      policy: policy?.state ?? null,
      unfinished: await withWriter(session, unfinishedRun(store, texts["journal"], found)),
      lastRun: runs.at(-1) ?? null,
      runs,
      moves: readStored("moves", texts["moves"]) ?? [],
      undoable: canBeUndone(head),
      readOnly,
      sheets,
      columns: columnsOf(own, stored),
    };
  });
}

/** Where no copy of the store is left, the Policy sheet says which columns the last run wrote. */
function columnsOf({ labels }: Own, { rebuilt }: StoredPlan): WorkbookState["columns"] {
  const { name: table = "" } = rebuilt?.plan?.table ?? {};
  const written = labels.length > 0 ? labels : (rebuilt?.written ?? []).map((column) => ({ ...column, table }));
  return written.map(({ table: of, segmentation, measure, name }) => {
    return { table: of, segmentation, measure: writtenMeasures.find((each) => each === measure), name };
  });
}

/** What people changed on the Policy sheet. The code that reads it is fetched only where there is one. */
async function policyOf(
  session: Session,
  found: readonly FoundSheet[],
  remembered: Own["sheets"],
  plan: Plan,
): Promise<ReadPolicyState | null> {
  if (ownSheet(found, "policy", remembered.find(({ id }) => id === "policy")?.name) === null) return null;
  const { policyState } = await fetchedPart(
    "policy",
    () => import(/* webpackChunkName: "policy" */ "./policy/policyState"),
  );
  return policyState(session, found, remembered, plan);
}

function newerPlan(found: number): StoredPlan {
  return { plan: null, planProblem: failureData(newerStore(found)), planRestored: false, rebuilt: null };
}

/** With whose lease of the workbook has not run out: they may be alive in another pane, or at another computer. */
async function withWriter(session: Session, run: Omit<UnfinishedRun, "writer"> | null): Promise<UnfinishedRun | null> {
  if (run === null) return null;
  const { leaseHolders } = await fetchedPart(
    "lease",
    () => import(/* webpackChunkName: "lease" */ "../workbook/lease"),
  );
  const [first] = (await leaseHolders(session)).filter(({ until }) => Date.parse(until) > Date.now());
  return { ...run, writer: first ? { by: first.by, since: first.since } : null };
}

function unfinishedRun(
  store: Store,
  text: string | null | undefined,
  found: readonly FoundSheet[],
): Omit<UnfinishedRun, "writer"> | null {
  if (store.halfMade) return { ...unknownRun, canFinish: false };
  if (!store.head?.run) return null;
  const journal = readStored("journal", text);
  const isClosing = store.head.run.stage === closing;
  const isStaged = store.head.run.stage === "staged" && found.some(({ mark }) => mark === stagingMark);
  const canFinish = isClosing || isStaged;
  if (!journal) return { ...unknownRun, id: store.head.run.id, canFinish: false };
  const { id, at, person, table, rows } = journal.record;
  return {
    id,
    at,
    person,
    table,
    rows,
    labelColumns: journal.labels.map(({ name }) => name),
    canFinish,
    canRollBack: !isClosing,
    undoing: journal.kind === "undo",
  };
}

/** A run that was stopped before it could write down what it was. */
const unknownRun = {
  undoing: false,
  id: "",
  at: "",
  person: "",
  table: "",
  rows: 0,
  labelColumns: [],
  canRollBack: true,
};
