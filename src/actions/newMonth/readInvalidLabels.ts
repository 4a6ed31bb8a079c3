import type { Column } from "../../table/customerTable";
import { sheetWords } from "../../text/sheetWords";
import { cellName } from "../../workbook/address";
import { inExcel } from "../../workbook/inExcel";
import { inTurns } from "../../workbook/inTurns";
import { readColumns } from "../../workbook/readColumns";
import { readTexts } from "../../workbook/readTexts";
import { readEntries } from "../../workbook/store";
import { tableFacts } from "../../workbook/tableFacts";
import { openStored } from "../recovery/openStored";
import { entryNames } from "../writing/entries";
import { ownNothing, readStored } from "../writing/journal";
import { isAsWritten, markIndex } from "../writing/writtenLabel";
import { writtenMarks } from "../writing/writtenMarks";
import { formerMonth } from "./formerMonth";

/** Labels that the last run did not write for the customers beside whom they stand. */
export interface InvalidLabels {
  readonly labels: number;
  /** The first of them, as people name their cells. */
  readonly cells: readonly string[];
}

/** The most cells that are named. */
const mostCells = 20;

/**
 * Compares each row's labels with those that the last run wrote for its key: rows that were pasted over, or a part of the
 * table that was sorted by itself, leave labels beside other customers. Blank labels are no wrong ones.
 *
 * @returns null where nobody remembers what the last run wrote
 * @throws {Failure} `missing-table`, `no-answer`
 */
export function readInvalidLabels(): Promise<InvalidLabels | null> {
  return inExcel("workbook", async (session) => {
    const { head } = await openStored(session);
    const last = head?.run ? null : await formerMonth(session, head);
    if (!head || !last) return null;
    const { plan, labels: written } = last;
    const facts = await tableFacts(session, plan.table);
    if (facts.columns.every(({ name }) => name !== written.keyColumn)) return null;
    const texts = await readEntries(session, head, [entryNames.own]);
    const own = readStored("own", texts[entryNames.own]) ?? ownNothing;
    const [keys] = await readColumns(session, facts, [written.keyColumn]);
    const marks = await writtenMarks(session, facts, written, keys as Column);
    const rowOf = markIndex(written.keys);
    const { notClassified } = sheetWords(plan.sheetLanguage);
    const cells: string[] = [];
    let labels = 0;
    for (const { table, segmentation, id, name, measure } of own.labels) {
      const index = facts.columns.findIndex((column) => column.id === id && column.name === name);
      if (index < 0 || measure !== undefined || (table !== facts.id && table !== facts.name)) continue;
      const asWritten = isAsWritten(written, { segmentation }, notClassified);
      const column = facts.place.column + index;
      const place = { row: facts.firstRow, column, rows: facts.rows, columns: 1 };
      const [now = []] = await readTexts(session, facts.sheet, place);
      await inTurns(now.length, (row) => {
        const text = now[row] ?? "";
        if (text === "" || asWritten(rowOf.get(marks[row] ?? ""), text)) return;
        labels++;
        if (cells.length < mostCells) cells.push(cellName(facts.sheet, facts.firstRow + row, column));
      });
    }
    return { labels, cells };
  });
}
