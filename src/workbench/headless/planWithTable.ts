import { addKeyColumn } from "../../actions/addKeyColumn";
import { makeTable } from "../../actions/makeTable/makeTable";
import type { TableProposal } from "../../actions/makeTable/proposeTable";
import type { MadeTable } from "../../actions/makeTable/tableWanted";
import type { Plan } from "../../plan/plan";
import type { SegmentArguments } from "./segmentArguments";

/** How cells that were no table became one, and all that was left out, changed or could not be read on the way. */
export type ListResult = Pick<MadeTable, "how" | "sheet"> &
  Pick<TableProposal, "rows" | "columns" | "header" | "title" | "hiddenRows" | "changes" | "blankWords"> & {
    /** Where the list stood. */
    readonly from: string;
  };

/** The plan with the table that was asked for: made of cells that were none, and with a key column where it has none. */
export async function planWithTable(
  plan: Plan,
  { range, addKey }: Pick<SegmentArguments, "range" | "addKey">,
  now: Date,
): Promise<{ readonly plan: Plan; readonly list: ListResult | null; readonly made: MadeTable | null }> {
  const made = range === null ? null : await makeTable(wantedOf(plan, range, now));
  const table = made ? { id: made.id, name: made.name } : plan.table;
  const key = addKey ? await addKeyColumn(table.id || table.name, plan.sheetLanguage, { now }) : null;
  const list = made && {
    from: `${made.proposal.sheet}!${made.proposal.address}`,
    how: made.how,
    sheet: made.sheet,
    rows: made.proposal.rows,
    columns: made.proposal.columns,
    header: made.proposal.header,
    title: made.proposal.title,
    hiddenRows: made.proposal.hiddenRows,
    changes: made.proposal.changes,
    blankWords: made.proposal.blankWords,
  };
  return { plan: { ...plan, table, keyColumn: key?.name ?? plan.keyColumn }, list, made };
}

function wantedOf({ reading, sheetLanguage }: Plan, address: string, now: Date): Parameters<typeof makeTable>[0] {
  return { cells: { kind: "address", address }, reading, language: sheetLanguage, how: "better", now };
}
