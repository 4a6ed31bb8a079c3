import { failureData, type FailureCode, type FailureData } from "../../failure";
import { nearest } from "../../plan/nearest";
import { failureText } from "../../text/failureText";
import { figures } from "../../text/figures";
import type { Language } from "../../text/language";
import { listPaneWords } from "../../text/list/listPaneWords";
import { listWords } from "../../text/list/listWords";
import { sheetWords } from "../../text/sheetWords";
import type { ResultFile } from "./runResult";
import { segmentArguments, segmentUsage } from "./segmentArguments";
import { lookInto, segmentBook } from "./segmentBook";

/** Where a command writes. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/** Cells named in a warning. */
const cellsNamed = 5;

/** The whole command: 0 when the run is complete, 1 for a refusal, 2 for wrong usage. */
export async function segmentCommand(args: readonly string[], { out, error }: Streams): Promise<0 | 1 | 2> {
  if (args.includes("--help") || args.includes("-h")) {
    out(segmentUsage);
    return 0;
  }
  const asked = segmentArguments(args);
  if (!asked) {
    error(segmentUsage);
    return 2;
  }
  try {
    if (asked.look) out(`${JSON.stringify(await lookInto(asked), null, 2)}\n`);
    else {
      const result = await segmentBook(asked);
      const uncertain = totalsTold(result, asked.language);
      if (uncertain !== "") error(uncertain);
      out(summary(result, asked.language));
      const differing = warnings(result, asked.language);
      if (differing !== "") error(differing);
    }
    return 0;
  } catch (thrown) {
    error(told(withNearest(failureData(thrown)), asked.language));
    return 1;
  }
}

/** A failure in a reader's words; what nobody foresaw also in a developer's, for who reports it. */
function told(failure: FailureData, language: Language): string {
  const { what, where, next } = failureText(language, failure);
  const path = failure.detail?.["path"];
  const place = [where, path].filter((each) => typeof each === "string").join(", ");
  const flags = flagsFor[failure.code] ?? "";
  const report = failure.code === "unexpected" ? `\n${failure.message}` : "";
  return `${failure.code}: ${place === "" ? "" : `${place}: `}${what}\n${next}${flags}${report}\n`;
}

/** What the command line offers beside the words of the pane. */
const flagsFor: Readonly<Partial<Record<FailureCode, string>>> = {
  "run-unfinished": " (--finish, --roll-back)",
  "carry-few-match": " (--carry-anyway)",
};

/** With the column that was probably meant. */
function withNearest(failure: FailureData): FailureData {
  const columns = failure.detail?.["columns"];
  if (failure.code !== "missing-column" || typeof columns !== "object" || failure.subject === undefined) return failure;
  const near = nearest(failure.subject, columns);
  return near === null ? failure : { ...failure, detail: { ...failure.detail, nearest: near } };
}

/** Figures of the sheets that are not what the run found; empty where all are. */
function warnings({ figures: compared }: ResultFile, language: Language): string {
  const { exact } = figures(language);
  return (compared?.differences ?? [])
    .map(({ cell, segment, figure, shown, found }) =>
      sheetWords(language).segments.differs(cell, segment, figure, String(shown), exact(found)),
    )
    .map((line) => `${line}\n`)
    .join("");
}

/** Rows that look like totals and count as customers, because nobody said otherwise; nothing where there are none. */
function totalsTold({ reading: { subtotals } }: ResultFile, language: Language): string {
  const { counted } = subtotals;
  if (counted.length === 0) return "";
  const { rowQuestions, rowsUnanswered } = listPaneWords(language);
  const cells = listWords(language).where(counted.slice(0, cellsNamed), Math.max(0, counted.length - cellsNamed));
  return `reading.subtotals: ${rowQuestions.subtotals(counted.length)} ${rowsUnanswered} (${cells})\n`;
}

/** What came out, a line per group. */
function summary({ segmentations }: ResultFile, language: Language): string {
  const { count, share } = figures(language);
  const { notClassified, segments } = sheetWords(language);
  const lines = segmentations.flatMap(({ column, groups, customersNotClassified, notClassified: open }) => [
    [column, segments.headers.customers, segments.headers.shareOfValue],
    ...groups.map(({ name, customers, shareOfValue }) => [`  ${name}`, count(customers), share(shareOfValue)]),
    [`  ${notClassified}`, count(customersNotClassified), share(open.shareOfValue)],
  ]);
  return lines.map((cells) => `${cells.join("\t")}\n`).join("");
}
