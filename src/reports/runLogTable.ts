import type { Language } from "../text/language";
import { sheetWords } from "../text/sheetWords";
import { packWords } from "../text/packWords";
import { undoWords } from "../text/undoWords";
import type { RunLine } from "./runsContext";
import type { DocBlock, DocCell } from "./sheetDoc";
import { stateCell } from "./tierbookSheet";

/**
 * The run log, newest first: a line for every segmentation of a run. The state of the newest run that counts is that of
 * the Tierbook sheet, which knows whether it came to its end.
 *
 * @param log - oldest first
 * @param tierbook - the Tierbook sheet as it is named
 * @param row - of the header, counted from zero
 */
export function runLogTable(
  log: readonly RunLine[],
  tierbook: string,
  language: Language,
  row: number,
): Extract<DocBlock, { kind: "table" }> {
  const words = sheetWords(language);
  const { logHeaders: headers, sumHeaders } = words.runs;
  const newestFirst = [...log].reverse();
  const current = newestFirst.find(({ status }) => status === "complete");
  const several = log.some(({ customers }) => customers !== undefined);
  const rows = newestFirst.flatMap((run): DocCell[][] => {
    const state =
      run === current ? { formula: `='${tierbook.replaceAll("'", "''")}'!${stateCell}` } : stateOf(run, language);
    const person = run.person === "" ? words.tierbook.notStated : run.person;
    const lines = run.segmentations.length > 0 ? run.segmentations : [null];
    return lines.map((one) => {
      const moved = run.moved?.find(({ id }) => id === one?.id);
      return [
        words.moment(new Date(run.at)),
        run.table,
        one?.name ?? null,
        state,
        person,
        run.plan ?? null,
        run.rows,
        ...(several ? [run.customers ?? run.rows] : []),
        one?.classified ?? null,
        one?.notClassified ?? null,
        moved?.moved ?? null,
        moved?.entered ?? null,
        moved?.left ?? null,
      ];
    });
  });
  return {
    kind: "table",
    id: "log",
    row,
    column: 0,
    name: "Tierbook_Runs",
    columns: [
      { header: headers.at, format: "text", width: 24 },
      { header: headers.table, format: "text", width: 22 },
      { header: sumHeaders.segmentation, format: "text", width: 22 },
      { header: headers.state, format: "text", width: 36 },
      { header: headers.by, format: "text", width: 16 },
      { header: headers.plan, format: "count", width: 14 },
      { header: headers.rows, format: "count", width: 12 },
      ...(several ? [{ header: words.rows.customersRead, format: "count", width: 12 } as const] : []),
      { header: several ? words.rows.customersClassified : headers.classified, format: "count", width: 14 },
      { header: several ? words.rows.customersNotClassified : headers.notClassified, format: "count", width: 14 },
      { header: headers.moved, format: "count", width: 12 },
      { header: headers.entered, format: "count", width: 12 },
      { header: headers.left, format: "count", width: 12 },
    ],
    rows,
  };
}

function stateOf({ status, undone, frozen, at }: RunLine, language: Language): string {
  const pack = frozen?.at(-1);
  if (status === "complete" && pack) return packWords(language).logged(new Date(pack.at), pack.person, pack.sheet);
  if (status !== "undone") return sheetWords(language).runs.statuses[status];
  return undoWords(language).logged(new Date(undone?.at ?? at), undone?.person ?? "");
}
