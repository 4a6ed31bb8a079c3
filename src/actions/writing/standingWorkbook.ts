import type { Plan } from "../../plan/plan";
import type { Session } from "../../workbook/inExcel";
import { findSheets, type FoundSheet } from "../../workbook/ownSheets";
import { requireSpace } from "../../workbook/requireSpace";
import { sideBySide } from "../../workbook/sideBySide";
import { requireOpenTable } from "../../workbook/standingTable";
import { emptyHead, readEntries, type Head, type Store } from "../../workbook/store";
import { tableFacts, type TableFacts } from "../../workbook/tableFacts";
import { findOwners, type FoundOwners } from "../owners/standingOwners";
import { requirePolicy } from "../policy/requirePolicy";
import { findPolicy, type FoundPolicy } from "../policy/standingPolicy";
import { openStored } from "../recovery/openStored";
import { withBackup } from "../recovery/withBackup";
import { replaceablePlan } from "../storedPlan";
import { filterToClear } from "./clearedFilter";
import { entryNames } from "./entries";
import { ownNothing, readStored, type Journal, type Own } from "./journal";
import { labelColumns, type RunLabel } from "./labelNames";
import { takenNames } from "./ownTableNames";
import { requireOpenSheets, requireUnlocked } from "./refusals";
import type { RunInput } from "./prepareRun";
import { requireSameRows } from "./requireSameRows";
import { requireSeenPlan } from "./requireSeenPlan";
import { requireNoRun } from "./underLease";

type WantedRun = Pick<RunInput, "plan" | "wanted" | "customers" | "policy" | "clearFilter">;

/** The workbook before a run, as far as it may refuse one. */
export interface StandingWorkbook {
  readonly store: Store;
  readonly head: Head;
  readonly facts: TableFacts;
  readonly cleared: Pick<Journal, "filter">;
  readonly found: readonly FoundSheet[];
  /** Texts of the store by name. */
  readonly stored: Readonly<Record<string, string | null>>;
  readonly own: Own;
  readonly labels: readonly RunLabel[];
  readonly owners: FoundOwners | null;
  readonly policy: FoundPolicy | null;
  /** The stored plan; null where there is none that can be read. */
  readonly writtenPlan: Plan | null;
  /** Names of tables that others have. */
  readonly taken: ReadonlySet<string>;
}

/**
 * Reads what a run builds on, as much of it side by side as does not build on one another, and refuses what stands in its
 * way.
 */
export async function standingWorkbook(session: Session, input: WantedRun): Promise<StandingWorkbook> {
  const { plan } = input;
  const [store, facts, found] = await sideBySide<[Store, TableFacts, readonly FoundSheet[]]>(
    session,
    openIdle,
    (s) => tableFacts(s, plan.table),
    findSheets,
  );
  requireUnlocked(facts);
  const cleared = await filterToClear(session, facts, input.clearFilter);
  requireOpenSheets(found);
  const head = store.head ?? emptyHead;
  const [stored, writtenPlan, taken] = await sideBySide<
    [Readonly<Record<string, string | null>>, Plan | null, ReadonlySet<string>, unknown]
  >(
    session,
    async (s) => withBackup(s, await readEntries(s, head, storedNames), found),
    (s) => replaceablePlan(s, store.head, found),
    takenNames,
    (s) => requireSameRows(s, facts, input),
  );
  requireSeenPlan(head, input.policy?.revision, readStored("runs", stored[entryNames.runs]) ?? []);
  const own = readStored("own", stored[entryNames.own]) ?? ownNothing;
  const labels = labelColumns(input.wanted, facts, own);
  const added = labels.filter(({ before }) => before === null).length;
  const [, owners, policy] = await sideBySide<[unknown, FoundOwners | null, FoundPolicy | null]>(
    session,
    (s) => requireSpace(s, facts, added),
    async (s) => {
      const standing = await findOwners(s, found, own.sheets);
      if (standing) requireOpenTable(standing.table, standing.sheet);
      return standing;
    },
    async (s) => writtenPlan && findPolicy(s, found, own.sheets, writtenPlan),
  );
  requirePolicy(policy, input.policy);
  return { store, head, facts, cleared, found, stored, own, labels, owners, policy, writtenPlan, taken };
}

/** What the store says of the workbook's runs. */
const storedNames = (["own", "docs", "runs", "labels", "register", "carried", "periods"] as const).map(
  (name) => entryNames[name],
);

/** The store of a workbook in which no run is under way. */
async function openIdle(session: Session): Promise<Store> {
  const store = await openStored(session);
  await requireNoRun(session, store);
  return store;
}
