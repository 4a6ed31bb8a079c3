import type { Outcome } from "../engine/outcome";
import { reconcile } from "../engine/reconcile";
import type { CustomerTable } from "../table/customerTable";
import { sheetWords } from "../text/sheetWords";
import { listedCustomers, listLength, listLimit } from "./listedCustomers";
import { movesBlocks, movesRows } from "./movesBlocks";
import { listedLinesBlocks, listedLinesRows, ordersBlocks, ordersRows } from "./ordersBlocks";
import type { ReportContext } from "./reportContext";
import { runLogTable } from "./runLogTable";
import type { RunsContext } from "./runsContext";
import type { DocBlock, SheetDoc } from "./sheetDoc";
import { sumsTable } from "./sumsTable";
import { readingSentence } from "./readingSentence";
import { withUnit } from "./withUnit";

/** Counted from zero, and rows of space before the next part. */
const firstRow = 3;
const space = 2;

/**
 * The Runs sheet: whether the last run accounts for every row and amount, who moved with it, who got no label, and all
 * runs. Everything on it is of the runs; nothing follows the customer table, so parts follow one another closely. The
 * log comes last: undoing a run makes it longer than the run before had it.
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
  const sums = sumsTable(reconcile(context.plan, outcome, table), context.plan.rows.perCustomer, words, firstRow + 1);
  const sumsEnd = firstRow + 2 + outcome.segmentations.length;
  const reading = readingSentence(context.plan, outcome, words);
  let row = sumsEnd + (reading === null ? 0 : 1) + space;
  const ordersBlock = ordersBlocks(runs.orders, row, words);
  row += ordersRows(runs.orders) + (ordersBlock.length === 0 ? 0 : space);
  const moveBlocks = moves.flatMap((one) => {
    const blocks = movesBlocks(one, row, context, words);
    row += movesRows(one.moves);
    return blocks;
  });
  const listed = Math.max(1, Math.min(listLength(outcome), listLimit));
  const linesRow = row + 3 + listed + space;
  const linesBlocks = listedLinesBlocks(runs.orders, linesRow, words);
  const logRow = linesRow + listedLinesRows(runs.orders) + (linesBlocks.length === 0 ? 0 : space);
  const note = withUnit(asOf(context.runAt), context.plan.unit, words);
  return {
    id: "runs",
    name: context.sheetNames.runs,
    frozenRows: 1,
    widths: {},
    blocks: [
      { kind: "text", id: "title", row: 0, column: 0, style: "title", cell: title },
      { kind: "text", id: "as-of", row: 1, column: 0, style: "note", cell: note },
      heading("sums-heading", firstRow, headings.sums),
      sums,
      ...(reading === null
        ? []
        : [{ kind: "text", id: "reading", row: sumsEnd, column: 0, style: "note", cell: reading } as const]),
      ...ordersBlock,
      ...moveBlocks,
      heading("list-heading", row, headings.list),
      ...listedCustomers(outcome, table, context, words, row + 1),
      ...linesBlocks,
      heading("log-heading", logRow, headings.log),
      runLogTable(runs.log, context.sheetNames.tierbook, context.plan.sheetLanguage, logRow + 1),
    ],
  };
}
