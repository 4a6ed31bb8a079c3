import { readFileSync } from "node:fs";
import { carriedPlan } from "../../actions/carry/carriedPlan";
import { type Carried, readCarry } from "../../actions/carry/carryFile";
import { saveCarry } from "../../actions/carry/saveCarry";
import type { SeenPolicy } from "../../actions/policy/requirePolicy";
import { type HistoryKept, keepHistory } from "../../actions/history/keepHistory";
import { finishRun } from "../../actions/finishRun";
import { isDoubtful, matchMonth } from "../../actions/newMonth/matchMonth";
import { readOwners } from "../../actions/owners/readOwners";
import { readState } from "../../actions/readState";
import { rollBackRun } from "../../actions/rollBackRun";
import { findTables, type FoundTable } from "../../actions/findTables";
import { runPlan } from "../../actions/runPlan";
import { inThread } from "../../engine/inThread";
import { Failure, failureFrom, type FailureCode } from "../../failure";
import { HostError } from "../../host/errors";
import type { OpenedBook } from "../../host/xlsx/openedBook";
import { typeForName } from "../../host/xlsx/fileKind";
import { readXlsx } from "../../host/xlsx/readXlsx";
import type { Plan } from "../../plan/plan";
import type { Language } from "../../text/language";
import { planColumns } from "../../plan/planColumns";
import { missingColumn } from "../../table/missingColumn";
import { samplePlan } from "../sample/samplePlan";
import { sampleWorkbook } from "../sample/sampleWorkbook";
import { lookAtBook, type Look } from "./lookAtBook";
import { openBook } from "./openBook";
import { packingInNode } from "./packingInNode";
import { planFile, readText } from "./planFile";
import { onOriginal } from "../../actions/makeTable/onOriginal";
import { undecidedTotals } from "../../actions/undecidedTotals";
import { planWithTable, type ListResult } from "./planWithTable";
import { runResult, type ResultFile } from "./runResult";
import type { SegmentArguments } from "./segmentArguments";
import { writeTogether } from "./writeTogether";

/** RESULT.json: what a run came to, and how its table was made. */
export interface SegmentResult extends ResultFile {
  /** Null where the customers stood in a table already. */
  readonly list: ListResult | null;
  /** Whether the run was added to the history of customers; null where there is none, or the plan says otherwise. */
  readonly history: HistoryKept | null;
}

/**
 * The headless run: the action of the pane's Write button over a file. Nothing is written unless all of it can be.
 *
 * @throws {Failure} for everything that the user can do something about
 */
export async function segmentBook(asked: SegmentArguments): Promise<SegmentResult> {
  const given = asked.plan === null ? null : planFile(asked.plan, asked.language);
  const carried = asked.carry === null ? undefined : readCarry(readText(asked.carry));
  const opened = openAsked(asked);
  const office = await openBook(opened);
  try {
    const settled = await settledPlan(asked, given, carried);
    const now = asked.now ?? new Date();
    const { plan, list, made } = await planWithTable(settled.plan, asked, now);
    const original = made && onOriginal(made);
    if (given) requirePlanColumns(plan, await findTables());
    if (carried && !asked.carryAnyway) await requireMatch(plan, carried);
    const totals = (await undecidedTotals(plan)).map((cell) => original?.cell(cell) ?? cell);
    const run = await runPlan(plan, inThread, { now, person: asked.person, policy: settled.policy, carried }).catch(
      (error: unknown) => {
        throw original?.failure(error) ?? error;
      },
    );
    const history = await keepHistory(run.plan, { now, person: asked.person });
    const result = { ...runResult(run, opened.book, await readOwners(now), totals), list, history };
    writeTogether([
      ...(asked.out === null ? [] : [{ path: asked.out, content: office.save(asked.out) }]),
      ...(asked.carryOut === null ? [] : [{ path: asked.carryOut, content: (await saveCarry()).text }]),
      ...(asked.result === null ? [] : [{ path: asked.result, content: `${JSON.stringify(result, null, 2)}\n` }]),
    ]);
    return result;
  } finally {
    office.close();
  }
}

/** What a run over a file would read. Writes nothing. */
export async function lookInto(asked: SegmentArguments): Promise<Look> {
  const given = asked.plan === null ? null : planFile(asked.plan, asked.language);
  const office = await openBook(openAsked(asked));
  try {
    return await lookAtBook(asked, given, asked.now ?? new Date());
  } finally {
    office.close();
  }
}

/** A plan, and what its maker knew of the Policy sheet: a plan that was given wins over the sheet. */
interface SettledPlan {
  readonly plan: Plan;
  readonly policy: SeenPolicy | undefined;
}

/** The plan to run, once no earlier run stands open any more. */
async function settledPlan(
  { book, unfinished, language }: SegmentArguments,
  given: Plan | null,
  carried: Carried | undefined,
): Promise<SettledPlan> {
  const state = await readState();
  if (state.unfinished) {
    if (unfinished === "refuse") {
      throw new Failure("run-unfinished", `run of ${state.unfinished.at} was interrupted: use --finish or --roll-back`);
    }
    await (unfinished === "finish" ? finishRun() : rollBackRun());
  }
  if (given) return { plan: given, policy: undefined };
  if (carried) return { plan: await carriedPlan(carried), policy: undefined };
  const { plan, planProblem, policy } = state.unfinished ? await readState() : state;
  if (plan) return { plan, policy: { mark: policy?.mark ?? null } };
  if (planProblem) throw failureFrom(planProblem);
  if (book === null) return { plan: samplePlan(language), policy: undefined };
  throw new Failure("no-plan", "workbook holds no plan", { subject: book });
}

/**
 * A plan that somebody wrote may name a column that is not there in places which a run would pass over in silence.
 *
 * @throws {Failure} `missing-column`
 */
function requirePlanColumns(plan: Plan, tables: readonly FoundTable[]): void {
  const table =
    tables.find(({ id }) => id === plan.table.id) ??
    tables.find(({ name }) => name.toLowerCase() === plan.table.name.toLowerCase());
  // A table that is not there is told by the run.
  if (!table) return;
  const missing = planColumns(plan).find(({ column }) => table.columns.every(({ name }) => name !== column));
  if (!missing) return;
  const { code, message, subject, detail } = missingColumn(table.name, table.columns, missing.column);
  throw new Failure(code, message, { ...(subject ? { subject } : {}), detail: { ...detail, path: missing.path } });
}

/** @throws {Failure} `carry-few-match` where less than half of the clients match that could */
async function requireMatch({ table, keyColumn }: Plan, carried: Carried): Promise<void> {
  const match = await matchMonth({ table, keyColumn, former: carried });
  if (!match || !isDoubtful(match)) return;
  const { matched, entered, gone } = match;
  throw new Failure("carry-few-match", `${matched.customers} of the file's clients are in the table`, {
    subject: keyColumn,
    detail: {
      matched: matched.customers,
      former: matched.customers + gone.customers,
      now: matched.customers + entered.customers,
    },
  });
}

/** Failures that the file layer knows by the same name. */
const fileFailures: readonly string[] = [
  "not-a-workbook",
  "file-too-large",
  "file-encrypted",
  "file-xls",
  "file-xlsb",
  "file-macros",
  "file-ending",
] satisfies FailureCode[];

function openAsked({ book, out, language }: SegmentArguments): OpenedBook {
  const opened = openedBook(book, language);
  // Said before the run and not after it.
  if (out !== null) ofFile(out, () => typeForName(opened.file, out));
  return opened;
}

function openedBook(book: string | null, language: Language): OpenedBook {
  if (book === null) return sampleWorkbook(language);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(book);
  } catch (error) {
    throw new Failure("file-not-read", `${book} cannot be read`, { subject: book, cause: error });
  }
  return ofFile(book, () => readXlsx(bytes, {}, packingInNode));
}

/** What the file layer refuses, as a failure that names the file. */
function ofFile<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof HostError) || !fileFailures.includes(error.code)) throw error;
    throw new Failure(error.code as FailureCode, error.message, { subject: path, cause: error });
  }
}
