import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { languages, type Language } from "../../text/language";

/** What the command line asks for. */
export interface SegmentArguments {
  /** Path of the workbook; null for the sample. */
  readonly book: string | null;
  /** Path of the plan; null for the stored one. */
  readonly plan: string | null;
  /** Where the workbook and the result go; null for nowhere. */
  readonly out: string | null;
  readonly result: string | null;
  /** The file that last month's workbook left, and where this month's goes; null for none. */
  readonly carry: string | null;
  readonly carryOut: string | null;
  /** True to take that file over even where few of its clients are in this table. */
  readonly carryAnyway: boolean;
  /** True to say what would be read, and to write nothing. */
  readonly look: boolean;
  /** Cells that become the customer table first: an address with its sheet, or a name; null where it is a table. */
  readonly range: string | null;
  /** True to number the rows of the table in a column of their own, which is the key then. */
  readonly addKey: boolean;
  /** What to do first with a run that was interrupted. */
  readonly unfinished: "refuse" | "finish" | "roll-back";
  /** Language of messages, and of the sample. */
  readonly language: Language;
  /** Who runs it, for the run log. */
  readonly person: string;
  /** The moment of the run; null for now. */
  readonly now: Date | null;
}

export const segmentUsage = `usage: npm run segment -- [BOOK.xlsx] [--plan PLAN.json] [--out OUT.xlsx] [--result RESULT.json]
         [--carry LAST.json [--carry-anyway]] [--carry-out NEXT.json]
         [--range 'Sheet1!A2:L19'|NAME] [--look] [--add-key] [--finish | --roll-back] [--person NAME] [--now 2026-10-31T18:00:00Z] [--language en|zh] [--help]

Runs the segmentation that the workbook holds, or that PLAN.json describes, as the pane's button does.
Without BOOK.xlsx it runs the sample. OUT and RESULT are written only when the run is complete.
--carry: takes over the segmentations, owners and last labels of another workbook, for one without a run of its own.
--carry-anyway: also where less than half of its clients are in this table.
--carry-out: saves them for the next month's workbook.
--range: cells that are no table yet; they become the plan's table where they stand, or as a clean copy on a new sheet.
--look: prints what would be read as JSON (tables, cells, columns, roles, proposals, questions), and writes nothing.
--add-key: numbers the rows in a column of their own, where no column tells the customers apart.
--help: prints this.
--finish, --roll-back: what to do first with an earlier run that was interrupted.
Exit code: 0 complete, 1 refused (code and message on stderr), 2 wrong usage.
`;

/** Reads a command line; null if it is not one that `segmentUsage` describes. */
export function segmentArguments(args: readonly string[]): SegmentArguments | null {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const options = {
    plan: text,
    out: text,
    result: text,
    carry: text,
    "carry-out": text,
    range: text,
    "add-key": flag,
    "carry-anyway": flag,
    look: flag,
    finish: flag,
    "roll-back": flag,
    person: text,
    now: text,
    language: text,
  };
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const language = languages.find((known) => known === (values.language ?? "en"));
    const now = values.now === undefined ? null : new Date(values.now);
    const book = positionals[0] ?? null;
    if (positionals.length > 1 || language === undefined || (now !== null && Number.isNaN(now.getTime()))) return null;
    const files = { ...values, book, carryOut: values["carry-out"] };
    const unfinished = unfinishedWay(values.finish, values["roll-back"]);
    if (unfinished === null || filesClash(files) || values.range === "") return null;
    if (values["carry-anyway"] === true && values.carry === undefined) return null;
    if (values.look === true && writesFiles(files)) return null;
    return {
      book,
      plan: values.plan ?? null,
      out: values.out ?? null,
      result: values.result ?? null,
      carry: values.carry ?? null,
      carryOut: values["carry-out"] ?? null,
      carryAnyway: values["carry-anyway"] ?? false,
      look: values.look ?? false,
      range: values.range ?? null,
      addKey: values["add-key"] ?? false,
      unfinished,
      language,
      person: values.person ?? "",
      now,
    };
  } catch {
    return null; // parseArgs throws on options it does not know
  }
}

/** What to do with an interrupted run; null where both ways are asked for. */
function unfinishedWay(finish = false, rollBack = false): SegmentArguments["unfinished"] | null {
  if (finish) return rollBack ? null : "finish";
  return rollBack ? "roll-back" : "refuse";
}

type Files = Readonly<Partial<Record<"plan" | "out" | "result" | "carry" | "carryOut", string | undefined>>> & {
  readonly book: string | null;
};

/** Whether a command means to write, or to take a month over. */
function writesFiles({ out, result, carry, carryOut }: Files): boolean {
  return [out, result, carry, carryOut].some((path) => path !== undefined);
}

/** Whether a path is empty, or a file that will be written is one of the others. */
function filesClash(files: Files): boolean {
  const { book, plan, out, result, carry, carryOut } = files;
  return (
    [book, plan, out, result, carry, carryOut].some((path) => path === "") ||
    sameFile(result, out, book, plan, carry) ||
    sameFile(out, plan, carry) ||
    sameFile(carryOut, out, result, book, plan)
  );
}

/** Whether a file that will be written is one of the others, however its path is spelled. */
function sameFile(written: string | undefined, ...others: readonly (string | null | undefined)[]): boolean {
  if (written === undefined) return false;
  return others.some((other) => typeof other === "string" && resolve(other) === resolve(written));
}
