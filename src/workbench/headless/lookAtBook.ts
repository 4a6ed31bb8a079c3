import { findTables, type FoundTable } from "../../actions/findTables";
import { inspectTable, type TableInspection } from "../../actions/inspectTable";
import { makeTable } from "../../actions/makeTable/makeTable";
import { proposeTable, type TableProposal } from "../../actions/makeTable/proposeTable";
import { Failure } from "../../failure";
import { guessRoles, type GuessedRole } from "../../plan/guessRoles";
import { guessTemplate } from "../../plan/guessTemplate";
import { guessUnit } from "../../plan/guessUnit";
import { plainSettings } from "../../plan/plainSettings";
import type { Plan, Role } from "../../plan/plan";
import type { SegmentArguments } from "./segmentArguments";

/** What a run would read, so that a plan can be written for it. */
export interface Look {
  /** The tables of the workbook, the likeliest to hold customers first. */
  readonly tables: readonly FoundTable[];
  /** The cells of `--range` as a table of their own; null where none were asked for. */
  readonly list: TableProposal | null;
  /**
   * The columns of that list, or of the plan's or the likeliest table; null where there is none, or where the list's
   * questions have to be answered first, in the plan's `reading`.
   */
  readonly table: TableInspection | null;
  /** What the columns seem to be for. */
  readonly proposals: {
    readonly keyColumn: string | null;
    readonly valueColumn: string | null;
    readonly roles: Partial<Readonly<Record<Role, GuessedRole>>>;
    readonly template: Plan["template"];
    readonly unit: string | null;
  } | null;
}

/**
 * Looks at the open workbook. A list becomes a table in it for that, so nothing of it may be kept.
 *
 * @param plan - the plan that was given, whose table and ways of reading count; null for none
 */
export async function lookAtBook(
  { range, language }: Pick<SegmentArguments, "range" | "language">,
  plan: Plan | null,
  now: Date,
): Promise<Look> {
  const tables = await findTables();
  const reading = plan?.reading ?? plainSettings.reading;
  const asked = range === null ? null : { cells: { kind: "address", address: range } as const, reading, language };
  const list = asked && (await proposeTable(asked));
  if (asked && list && list.questions.length + list.mergedAmounts.length > 0)
    return { tables, list, table: null, proposals: null };
  const made = asked && (await makeTable({ ...asked, how: "better", now }));
  const id = made?.id ?? tableOf(tables, plan)?.id;
  const table = id === undefined ? null : await inspectTable(id);
  return { tables, list, table, proposals: table && withTitle(proposalsFor(table), list) };
}

/** The unit that the title states counts where no column's name states one. */
function withTitle(proposals: Look["proposals"], list: TableProposal | null): Look["proposals"] {
  return proposals && { ...proposals, unit: proposals.unit ?? list?.title.unit ?? null };
}

/** @throws {Failure} `missing-table` where the plan's is not there */
function tableOf(tables: readonly FoundTable[], plan: Plan | null): FoundTable | undefined {
  if (plan === null) return tables.find(({ reason }) => reason !== "ours");
  const { id, name } = plan.table;
  const found = tables.find((table) => table.id === id) ?? tables.find((table) => table.name === name);
  if (!found) throw new Failure("missing-table", `the workbook has no table ${name}`, { subject: name });
  return found;
}

function proposalsFor({ columns, keyCandidates, valueCandidates }: TableInspection): Look["proposals"] {
  const names = columns.map(({ name }) => name);
  const keyColumn = keyCandidates[0] ?? null;
  const candidates = columns.map(({ name, spread, values }) => ({ name, numeric: spread !== null, values }));
  return {
    keyColumn,
    valueColumn: valueCandidates[0] ?? null,
    roles: guessRoles(candidates, keyColumn ?? ""),
    template: guessTemplate(names),
    unit: guessUnit(names),
  };
}
