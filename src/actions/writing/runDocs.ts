import { withActuals } from "../../reports/ownerActuals";
import { ownersLookup, ownersSheet } from "../../reports/ownersSheet";
import { policySheet } from "../../reports/policy/policySheet";
import type { ReportContext } from "../../reports/reportContext";
import { runsSheet } from "../../reports/runsSheet";
import type { RunsContext } from "../../reports/runsContext";
import { segmentsSheet } from "../../reports/segments/segmentsSheet";
import type { SheetDoc } from "../../reports/sheetDoc";
import { tierbookSheet } from "../../reports/tierbookSheet";
import { nextTurn } from "../../workbook/inTurns";
import type { TableFacts } from "../../workbook/tableFacts";
import type { FoundOwners } from "../owners/standingOwners";
import type { FoundPolicy } from "../policy/standingPolicy";
import { readStored } from "./journal";
import type { RunLabel } from "./labelNames";
import { withFreeTableNames } from "./ownTableNames";
import type { RunPortfolio } from "./portfolioFor";
import type { RunInput } from "./prepareRun";

/** What the reports of a run are made of, beside the run itself. */
export interface RunDocsInput {
  readonly facts: TableFacts;
  readonly labels: readonly RunLabel[];
  readonly told: RunPortfolio;
  readonly sheetNames: ReportContext["sheetNames"];
  /** The reports as they stand on the sheets, by id; null for a sheet that will be new. */
  readonly previous: ReadonlyMap<string, SheetDoc | null>;
  /** Table names that others have. */
  readonly taken: Parameters<typeof withFreeTableNames>[2];
  readonly owners: FoundOwners | null;
  /** The stored copy of the Owners table. */
  readonly register: string | null | undefined;
  readonly policy: FoundPolicy | null;
  readonly runs: RunsContext;
}

/** The sheets as a run will write them. */
export async function runDocs(run: RunInput, more: RunDocsInput): Promise<readonly SheetDoc[]> {
  const { plan, customers, outcome, now, person } = run;
  const { facts, labels, told, sheetNames, previous, owners, policy, runs } = more;
  const named = (doc: SheetDoc): SheetDoc => withFreeTableNames(doc, previous.get(doc.id) ?? null, more.taken);
  const ownersDoc = named(
    ownersSheet(outcome, {
      name: sheetNames.owners,
      language: plan.sheetLanguage,
      runAt: now,
      standing: owners,
      copy: owners ? [] : (readStored("register", more.register) ?? []),
    }),
  );
  const context: ReportContext = {
    plan: told.plan,
    runAt: now,
    person,
    table: facts.name,
    sheet: facts.sheet,
    firstRow: customers.firstRow,
    letters: customers.letters,
    labelColumns: new Map(
      labels.flatMap(({ segmentation, measure, name }) => (measure === undefined ? [[segmentation, name]] : [])),
    ),
    scoreColumns: new Map(
      labels.flatMap(({ segmentation, measure, name }) => (measure === "score" ? [[segmentation, name]] : [])),
    ),
    sheetNames,
    owners: ownersLookup(owners, ownersDoc, plan.sheetLanguage),
    portfolio: told.portfolio,
  };
  await nextTurn();
  const segmentsDoc = named(segmentsSheet(outcome, context, previous.get("segments") ?? null));
  return [
    named(
      policySheet(plan, {
        name: sheetNames.policy,
        former: previous.get("policy") ?? null,
        standing: previous.get("policy") ? (policy?.tables ?? new Map()) : new Map(),
        occurring: new Map(outcome.segmentations.map(({ id, combinations = [] }) => [id, combinations])),
        written: labels,
        customers: facts.name,
      }),
    ),
    segmentsDoc,
    withActuals(ownersDoc, owners, segmentsDoc),
    named(runsSheet(outcome, customers.table, context, runs)),
    named(tierbookSheet(outcome, context)),
  ];
}
