import { withActuals } from "../../reports/ownerActuals";
import type { WrittenColumn } from "../../policy/planFacts";
import { ownersOfSegments, standingOwnersSheet } from "../../reports/ownersSheet";
import { policySheet, standingPolicySheet } from "../../reports/policy/policySheet";
import { runLogTable } from "../../reports/runLogTable";
import type { DocBlock, SheetDoc } from "../../reports/sheetDoc";
import { sheetWords } from "../../text/sheetWords";
import { undoWords } from "../../text/undoWords";
import { captureSheet, requireFree } from "../../workbook/capture";
import { hasForeignContent } from "../../workbook/foreignContent";
import type { Session } from "../../workbook/inExcel";
import { ownSheet } from "../../workbook/ownSheets";
import { requireOpenTable } from "../../workbook/standingTable";
import { findOwners, type FoundOwners } from "../owners/standingOwners";
import { findPolicy } from "../policy/standingPolicy";
import type { Before, Journal } from "../writing/journal";
import { docOf } from "../writing/prepareRun";
import { stateSheet, withState } from "../writing/stateCell";
import { formerSegments, inAddedRow } from "./formerSegments";
import { namedNow } from "./namedNow";
import type { LastRun } from "./readLastRun";

/** What the undoing of a run does to the sheets of ours. */
export interface UndoneSheets {
  readonly docs: readonly SheetDoc[];
  /** The reports as they stand now. */
  readonly standing: readonly SheetDoc[];
  readonly sheets: Journal["sheets"];
  readonly previous: ReadonlyMap<string, SheetDoc | null>;
  readonly before: Before;
  readonly dropped: readonly { readonly id: string; readonly name: string }[];
  /** Sheets that the run made and people wrote on: they stay without what Tierbook wrote. */
  readonly kept: readonly string[];
  /** Sheets that people changed since: they stay as they are. */
  readonly left: readonly string[];
  /** Sheets that say again what they said before. */
  readonly back: readonly string[];
}

/** When a run is undone, and the columns of labels that there are once it is. */
interface Undoing {
  readonly now: Date;
  readonly labelColumns: readonly WrittenColumn[];
}

/** Decides what becomes of each sheet, and looks at everything on it that could refuse. */
export async function undoneSheets(session: Session, last: LastRun, undoing: Undoing): Promise<UndoneSheets> {
  const made: Made = { docs: [], standing: [], dropped: [], kept: [], left: [], back: [] };
  const names = new Map(
    last.own.sheets.flatMap(({ id, name }) => {
      const found = ownSheet(last.found, id, name);
      return found !== null && docOf(last.docs, id) ? [[id, found] as const] : [];
    }),
  );
  for (const [id, name] of names) await decide(session, { ...last, ...undoing, names }, id, name, made);
  const previous = new Map(made.standing.map((doc) => [doc.id, doc]));
  const before: Record<string, Before[string]> = {};
  const sheets: Journal["sheets"] = [];
  for (const doc of made.docs) {
    const name = names.get(doc.id);
    if (name === undefined) continue;
    await requireFree(session, name, doc, previous.get(doc.id) ?? null);
    const captured = await captureSheet(session, name, previous.get(doc.id) ?? null);
    before[doc.id] = JSON.parse(JSON.stringify(captured)) as Before[string];
    sheets.push({ id: doc.id, name, existed: true });
  }
  return { ...made, sheets, previous, before };
}

interface Made {
  readonly docs: SheetDoc[];
  readonly standing: SheetDoc[];
  readonly dropped: { readonly id: string; readonly name: string }[];
  readonly kept: string[];
  readonly left: string[];
  readonly back: string[];
}

type Deciding = LastRun & Undoing & { readonly names: ReadonlyMap<string, string> };

async function decide(session: Session, last: Deciding, id: string, name: string, made: Made): Promise<void> {
  const stored = docOf(last.docs, id);
  const former = docOf(last.formerDocs, id);
  if (!stored) return;
  const touched = former === null && (await hasForeignContent(session, name, stored));
  const standing = { ...((await standingDoc(session, last, id)) ?? stored), name };
  if (former === null && !touched) {
    made.dropped.push({ id, name });
    made.standing.push(standing);
    // Until it goes, it says that the undoing is under way.
    if (id === stateSheet) made.docs.push(standing);
    return;
  }
  const next = await nextDoc(session, last, id, former, standing);
  made.standing.push(standing);
  if (next === null) made.left.push(name);
  else {
    made.docs.push({ ...next, name });
    if (touched) made.kept.push(name);
    else made.back.push(name);
  }
}

/** The report of a sheet that people fill in, as they have it now. */
async function standingDoc(session: Session, last: Deciding, id: string): Promise<SheetDoc | null> {
  if (id === "owners") {
    const owners = await findOwners(session, last.found, last.own.sheets);
    return owners && standingOwnersSheet(owners, owners.sheet);
  }
  if (id !== "policy") return null;
  const policy = await findPolicy(session, last.found, last.own.sheets, last.plan);
  const stored = docOf(last.docs, id);
  return policy && stored && standingPolicySheet(stored, policy.report);
}

/** What a sheet says once the run is undone; null for one that stays as people have it by now. */
async function nextDoc(
  session: Session,
  last: Deciding,
  id: string,
  former: SheetDoc | null,
  standing: SheetDoc,
): Promise<SheetDoc | null> {
  const language = (last.formerPlan ?? last.plan).sheetLanguage;
  if (id === "owners") {
    const owners = await findOwners(session, last.found, last.own.sheets);
    if (!owners) return null;
    requireOpenTable(owners.table, owners.sheet);
    const segments = formerSegments(last.formerLabels, last.formerPlan);
    const doc = ownersOfSegments(segments, {
      name: owners.sheet,
      language,
      runAt: last.now,
      standing: owners,
      copy: [],
    });
    const shown = withFormerActuals(doc, owners, last);
    return former === null ? shown : withoutAddedRows(shown, inAddedRow(owners, segments, last.labels));
  }
  if (id === "policy" && last.formerPlan && former) {
    const policy = await findPolicy(session, last.found, last.own.sheets, last.plan);
    const same = (plan: LastRun["plan"]): string => JSON.stringify([plan.segmentations, plan.scales]);
    if (!policy || policy.problems.length > 0 || same(policy.plan) !== same(last.plan)) return null;
    return policySheet(last.formerPlan, {
      name: policy.sheet,
      former: standing,
      standing: policy.tables,
      written: last.labelColumns,
    });
  }
  if (former === null) return remains(last, standing);
  const doc = namedNow(former, last);
  if (id === "runs") return withLog(doc, last, language);
  return id === stateSheet ? withState(doc, undoneState(last)) : doc;
}

/** Live figures look up the Segments sheet as it will stand. */
function withFormerActuals(doc: SheetDoc, owners: FoundOwners, last: Deciding): SheetDoc {
  const former = docOf(last.formerDocs, "segments");
  const name = ownSheet(last.found, "segments", last.own.sheets.find(({ id }) => id === "segments")?.name);
  return former && name !== null ? withActuals(doc, owners, { ...former, name }) : doc;
}

function undoneState({ runs, record, formerPlan, plan, now }: Deciding): string {
  const language = (formerPlan ?? plan).sheetLanguage;
  const before = runs.filter(({ id, status }) => id !== record.id && status === "complete").at(-1);
  const undone = new Date(record.at);
  if (!before) return undoWords(language).nothingLeft(undone, now);
  return undoWords(language).state(sheetWords(language).tierbook.complete(new Date(before.at)), undone, now);
}

/** The log with the run that is undone; it stands last on its sheet, where it may be longer than before. */
function withLog(doc: SheetDoc, last: Deciding, language: LastRun["plan"]["sheetLanguage"]): SheetDoc {
  const at = last.now.toISOString();
  const log = last.runs.map((run) =>
    run.id === last.record.id ? { ...run, status: "undone" as const, undone: { at, person: last.person } } : run,
  );
  const tierbook = last.names.get(stateSheet) ?? stateSheet;
  return {
    ...doc,
    blocks: doc.blocks.map((block) =>
      block.kind === "table" && block.id === "log"
        ? { ...runLogTable(log, tierbook, language, block.row), name: block.name }
        : block,
    ),
  };
}

/** What stays of a report on a sheet that people wrote on: its title, and that the run is undone. */
function remains(last: Deciding, doc: SheetDoc): SheetDoc {
  const says = undoWords(last.plan.sheetLanguage).nothingLeft(new Date(last.record.at), last.now);
  if (doc.id === stateSheet) {
    const blocks = doc.blocks.filter(({ id }) => ["title", "state", "state-name"].includes(id));
    return withState({ ...doc, blocks }, says);
  }
  const title = doc.blocks.filter(({ id }) => id === "title");
  const note = doc.blocks.find(({ row, column, kind }) => kind === "text" && row === 1 && column <= 1);
  const notes: readonly DocBlock[] = note?.kind === "text" ? [{ ...note, cell: says }] : [];
  return { ...doc, blocks: [...title, ...notes] };
}

/** Rows at the end of the table that the run added and nobody filled in go with it. */
function withoutAddedRows(doc: SheetDoc, added: (row: number) => boolean): SheetDoc {
  return {
    ...doc,
    blocks: doc.blocks.map((block) => {
      if (block.kind !== "table") return block;
      let rows = block.rows.length;
      while (rows > 1 && added(rows - 1)) rows--;
      return { ...block, rows: block.rows.slice(0, rows) };
    }),
  };
}
