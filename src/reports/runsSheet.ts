import type { Moves } from "../engine/compareRuns";
import type { Outcome } from "../engine/outcome";
import { reconcile } from "../engine/reconcile";
import type { CustomerTable } from "../table/customerTable";
import type { Language } from "../text/language";
import { sheetWords } from "../text/sheetWords";
import type { SheetWords } from "../text/sheet/en";
import { undoWords } from "../text/undoWords";
import { listedCustomers } from "./listedCustomers";
import { movesBlocks, movesRows } from "./movesBlocks";
import type { ReportContext } from "./reportContext";
import type { RunsContext, RunLine } from "./runsContext";
import type { DocBlock, DocCell, SheetDoc } from "./sheetDoc";
import { sumsTable } from "./sumsTable";
import { stateCell } from "./tierbookSheet";

/** Where each part begins, counted from zero: thirty runs and twenty segmentations have room. */
const rowOf = { title: 0, log: 3, sums: 37, moves: 62 } as const;

/**
 * The Runs sheet: all runs, whether the last one accounts for every row and amount, who moved with it, and who got no
 * label. Everything on it is of the runs; nothing follows the customer table.
 */
export function runsSheet(outcome: Outcome, table: CustomerTable, context: ReportContext, runs: RunsContext): SheetDoc {
  const words = sheetWords(context.plan.sheetLanguage);
  const { headings, title, asOf } = words.runs;
  const heading = (id: string, row: number, cell: string): DocBlock => {
    return { kind: "text", id, row, column: 0, style: "heading", cell };
  };
  const moves = outcome.segmentations.map(({ id, name }) => ({
    id,
    name,
    moves: runs.moves.find((candidate) => candidate.id === id) ?? null,
  }));
  let row: number = rowOf.moves;
  const moveBlocks = moves.flatMap((one) => {
    const blocks = movesBlocks(one, row, context, words);
    row += movesRows(one.moves);
    return blocks;
  });
  return {
    id: "runs",
    name: context.sheetNames.runs,
    frozenRows: 1,
    widths: {},
    blocks: [
      { kind: "text", id: "title", row: rowOf.title, column: 0, style: "title", cell: title },
      { kind: "text", id: "as-of", row: rowOf.title + 1, column: 0, style: "note", cell: asOf(context.runAt) },
      heading("log-heading", rowOf.log, headings.log),
      runLogTable(runs.log, context.sheetNames.tierbook, context.plan.sheetLanguage),
      heading("sums-heading", rowOf.sums, headings.sums),
      sumsTable(reconcile(context.plan, outcome, table), words, rowOf.sums + 1),
      ...moveBlocks,
      heading("list-heading", row, headings.list),
      ...listedCustomers(outcome, table, context, words, row + 1),
    ],
  };
}

/**
 * The run log, newest first. The state of the newest run that counts is that of the Tierbook sheet, which knows whether
 * it came to its end.
 *
 * @param log - oldest first
 * @param tierbook - the Tierbook sheet as it is named
 */
export function runLogTable(log: readonly RunLine[], tierbook: string, language: Language): DocBlock {
  const words = sheetWords(language);
  const { logHeaders: headers } = words.runs;
  const newestFirst = [...log].reverse();
  const current = newestFirst.find(({ status }) => status === "complete");
  const rows = newestFirst.map((run): DocCell[] => [
    words.moment(new Date(run.at)),
    run.person === "" ? words.tierbook.notStated : run.person,
    run === current ? { formula: `='${tierbook.replaceAll("'", "''")}'!${stateCell}` } : stateOf(run, language),
    run.table,
    run.plan ?? null,
    run.rows,
    perSegmentation(run, words, (it) => it.classified),
    perSegmentation(run, words, (it) => it.notClassified),
    moved(run, words, (it) => it.moved),
    moved(run, words, (it) => it.entered),
    moved(run, words, (it) => it.left),
  ]);
  return {
    kind: "table",
    id: "log",
    row: rowOf.log + 1,
    column: 0,
    name: "Tierbook_Runs",
    columns: [
      { header: headers.at, format: "text", width: 24 },
      { header: headers.by, format: "text", width: 18 },
      { header: headers.state, format: "text", width: 36 },
      { header: headers.table, format: "text", width: 18 },
      { header: headers.plan, format: "count", width: 14 },
      { header: headers.rows, format: "count", width: 12 },
      { header: headers.classified, format: "count", width: 14 },
      { header: headers.notClassified, format: "count", width: 16 },
      { header: headers.moved, format: "count", width: 14 },
      { header: headers.entered, format: "count", width: 14 },
      { header: headers.left, format: "count", width: 14 },
    ],
    rows,
  };
}

function stateOf({ status, undone, at }: RunLine, language: Language): string {
  if (status !== "undone") return sheetWords(language).runs.statuses[status];
  return undoWords(language).logged(new Date(undone?.at ?? at), undone?.person ?? "");
}

type Segmented = RunLine["segmentations"][number];

/** A number, or where there are several segmentations their names with it. */
function perSegmentation(run: RunLine, words: SheetWords, count: (it: Segmented) => number): DocCell {
  const [only, ...others] = run.segmentations;
  if (only && others.length === 0) return count(only);
  const { bySegmentation } = words.tierbook.facts;
  return run.segmentations.map((it) => bySegmentation(it.name, count(it))).join("; ");
}

function moved(
  run: RunLine,
  words: SheetWords,
  count: (it: Pick<Moves, "moved" | "entered" | "left">) => number,
): DocCell {
  const known = run.moved ?? [];
  const [only] = known;
  if (!only) return null;
  if (run.segmentations.length === 1) return count(only);
  const { bySegmentation } = words.tierbook.facts;
  return known
    .map((it) => bySegmentation(run.segmentations.find(({ id }) => id === it.id)?.name ?? it.id, count(it)))
    .join("; ");
}
