import type { Plan } from "../../plan/plan";
import type { WrittenColumn } from "../../policy/planFacts";
import { planFromSheet, type TokenOf } from "../../policy/planFromSheet";
import { settingTokens } from "../../policy/settings";
import { policyWords } from "../../reports/policyWords";
import { factsWords } from "../../text/factsWords";
import { languages } from "../../text/language";
import { cellName } from "../../workbook/address";
import type { Session } from "../../workbook/inExcel";
import { readStandingTables } from "../../workbook/standingTable";
import { withDays } from "../policy/withDays";
import { folded } from "../../segmentations/shared/folded";

/** A plan made again from the visible sheets, because neither the store nor its second copy is left. */
export interface RebuiltPlan {
  /** The Policy sheet as it is named now. */
  readonly sheet: string;
  /** Null where the sheet does not say enough. */
  readonly plan: Plan | null;
  /** The columns that the last run wrote, as the sheet has it. */
  readonly written: readonly WrittenColumn[];
  /** Segmentations that could not be made again, and the cell that has to be put right where it is known. */
  readonly lost: readonly { readonly name: string; readonly cell: string | null }[];
}

/** Makes the plan again of what the Policy sheet says. Reads only; every cell is checked as a stored plan is. */
export async function rebuiltPlan(session: Session, sheet: string): Promise<RebuiltPlan> {
  const standing = await withDays(session, sheet, await readStandingTables(session, sheet));
  const { plan, written, lost } = planFromSheet(standing, policyWords, tokenOf);
  return {
    sheet,
    plan: plan && (await withTableId(session, plan)),
    written,
    lost: lost.map(({ name, at }) => {
      const place = at && standing[at.table]?.place;
      return { name, cell: place ? cellName(sheet, place.row + 1 + at.row, place.column + at.column) : null };
    }),
  };
}

/** People know the table by its name, and the pane by Excel's id. */
async function withTableId(session: Session, plan: Plan): Promise<Plan> {
  const { name } = plan.table;
  const table = session.workbook.tables.getItemOrNullObject(name).load("id");
  await session.sync();
  return table.isNullObject ? plan : { ...plan, table: { id: table.id, name } };
}

const tokenOf: TokenOf = (setting, word) => {
  const wanted = folded(word);
  return (settingTokens[setting] as readonly string[]).find((token) =>
    languages.some((language) => {
      const words: Readonly<Record<string, string>> = factsWords(language).words[setting];
      return folded(words[token] ?? "") === wanted;
    }),
  );
};
