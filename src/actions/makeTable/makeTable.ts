import { Failure } from "../../failure";
import { inExcel, type Session } from "../../workbook/inExcel";
import { findSheets } from "../../workbook/ownSheets";
import { tellingBehind } from "../progress";
import { openStored } from "../recovery/openStored";
import { requireNoRun, underLease } from "../writing/underLease";
import { copyList } from "./copyList";
import { type ListQuestion, proposalOf, type TableProposal } from "./proposeTable";
import { readList, type ReadList } from "./readList";
import { tableInPlace } from "./tableInPlace";
import type { MadeTable, TableWanted } from "./tableWanted";

/**
 * Makes a table of cells that are none yet: where they stand, or as a clean copy on a sheet of its own. All of it, or
 * nothing; the original of a copy is not touched.
 *
 * @throws {Failure} as `readList`; `range-has-table` where it stands, `reading-undeclared`,
 *   `reading-contradicted`, `merged-undeclared`, `merged-amounts`, `list-not-in-place`, `run-unfinished`, `workbook-read-only`,
 *   `structure-protected`, `sheet-protected`, `table-filtered`
 */
export function makeTable(wanted: TableWanted): Promise<MadeTable> {
  const telling = tellingBehind(wanted);
  const told = { ...wanted, onProgress: telling.tell };
  return inExcel("workbook", (session) => underLease(session, "list", "", (held) => made(held, told)), telling);
}

async function made(session: Session, wanted: TableWanted): Promise<MadeTable> {
  await requireOpenWorkbook(session);
  const list = await readList(session, wanted, wanted.onProgress);
  const proposal = proposalOf(list);
  const how = wanted.how === "better" ? (proposal.copyIsBetter ? "copy" : "in-place") : wanted.how;
  if (how === "in-place") {
    if (list.table !== null) {
      throw new Failure("range-has-table", `cells hold the table ${list.table}`, { subject: list.table });
    }
    if (!list.inPlace) {
      const subject = `${list.found.sheet}!${proposal.address}`;
      throw new Failure("list-not-in-place", `cells ${subject} cannot be a table as they stand`, { subject });
    }
    await requireOpenSheet(session, list.found.sheet);
    return { ...(await tableInPlace(session, list)), how, proposal, sources: null };
  }
  requireDeclared(list, proposal);
  const { firstRow, ...copied } = await copyList(session, list, proposal, wanted);
  return { ...copied, how, proposal, sources: sourcesOf(list, firstRow) };
}

function sourcesOf({ found, layout, clean }: ReadList, firstRow: number): MadeTable["sources"] {
  return {
    firstRow,
    sheet: found.sheet,
    rows: clean.from.map((row) => found.place.row + row),
    columns: layout.columns.map((column) => found.place.column + column),
  };
}

/** Cells named per refusal, over all its columns. */
const cellsNamed = 10;

/** Everything that is open is said at once, with the plan's keys that would say it. */
function requireDeclared({ found }: ReadList, { questions, mergedAmounts }: TableProposal): void {
  const [amount] = mergedAmounts;
  if (amount) {
    const ranges = mergedAmounts.map(({ range }) => `${found.sheet}!${range}`).slice(0, cellsNamed);
    throw new Failure("merged-amounts", `column ${amount.column} holds amounts merged over several rows`, {
      subject: ranges[0] ?? found.sheet,
      detail: { column: amount.column, count: mergedAmounts.length, cells: ranges },
    });
  }
  const [question] = questions;
  if (!question) return;
  const asked = questions.filter(({ contradicted }) => contradicted === question.contradicted);
  const merged = asked.every(({ what }) => what === "merged");
  const code = question.contradicted ? "reading-contradicted" : merged ? "merged-undeclared" : "reading-undeclared";
  throw new Failure(code, `column ${question.column} requires a declared way to read its text`, {
    subject: question.cells[0] ?? found.sheet,
    detail: {
      column: question.column,
      columns: asked.map(({ column }) => column),
      count: asked.reduce((sum, { count }) => sum + count, 0),
      cells: asked.flatMap(({ cells }) => cells.slice(0, Math.max(1, Math.floor(cellsNamed / asked.length)))),
      keys: [...new Set(asked.map(keyOf))],
    },
  });
}

/** The plan's key that answers a question. */
function keyOf({ what, contradicted }: ListQuestion): string {
  if (what === "merged") return 'reading.mergedCells: "fill"';
  return contradicted ? `reading.columns[].${what}` : `reading.${what}`;
}

async function requireOpenWorkbook(session: Session): Promise<void> {
  const store = await openStored(session);
  await requireNoRun(session, store);
  const { workbook } = session;
  workbook.load("readOnly");
  workbook.protection.load("protected");
  await session.sync();
  if (workbook.readOnly) throw new Failure("workbook-read-only", "workbook is open read-only");
  if (workbook.protection.protected) {
    throw new Failure("structure-protected", "the workbook's structure is protected");
  }
}

async function requireOpenSheet(session: Session, name: string): Promise<void> {
  const sheet = (await findSheets(session)).find((each) => each.name === name);
  if (sheet?.protected) throw new Failure("sheet-protected", `sheet ${name} is protected`, { subject: name });
  const filter = session.workbook.worksheets.getItem(name).autoFilter.load("isDataFiltered");
  await session.sync();
  if (filter.isDataFiltered) {
    throw new Failure("table-filtered", `sheet ${name} is filtered`, { subject: name, detail: { sheet: name } });
  }
}
