import { failureData } from "../../failure";
import { failureText } from "../../text/failureText";
import { figures } from "../../text/figures";
import type { Language } from "../../text/language";
import { sheetWords } from "../../text/sheetWords";
import type { ResultFile } from "./runResult";
import { segmentArguments, segmentUsage } from "./segmentArguments";
import { segmentBook } from "./segmentBook";

/** Where a command writes. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/** The whole command: 0 when the run is complete, 1 for a refusal, 2 for wrong usage. */
export async function segmentCommand(args: readonly string[], { out, error }: Streams): Promise<0 | 1 | 2> {
  const asked = segmentArguments(args);
  if (!asked) {
    error(segmentUsage);
    return 2;
  }
  try {
    out(summary(await segmentBook(asked), asked.language));
    return 0;
  } catch (thrown) {
    const failure = failureData(thrown);
    const { what, where, next } = failureText(asked.language, failure);
    error(`${failure.code}: ${failure.message}\n${where === null ? "" : `${where}: `}${what} ${next}\n`);
    return 1;
  }
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
