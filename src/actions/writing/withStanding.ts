import type { Moves } from "../../engine/compareRuns";
import type { Plan } from "../../plan/plan";
import { standingPolicySheet } from "../../reports/policy/policySheet";
import type { SheetDoc } from "../../reports/sheetDoc";
import type { Session } from "../../workbook/inExcel";
import { placeOf } from "../../workbook/blockPlaces";
import { ownSheet, type FoundSheet } from "../../workbook/ownSheets";
import { standingDoc } from "../../workbook/standingDoc";
import type { FoundPolicy } from "../policy/standingPolicy";
import type { Before, Docs, Own } from "./journal";
import { storedForm } from "./storedForm";

export interface Unremembered {
  readonly found: readonly FoundSheet[];
  readonly own: Own;
  readonly plan: Plan;
  readonly policy: FoundPolicy | null;
  /** True where the stored reports do not fit the sheets, as after a merge that took either from another. */
  readonly doubted: boolean;
  /** The reports that a run would write on empty sheets, if these customers had moved. */
  readonly likely: (moves: readonly Moves[]) => Promise<readonly SheetDoc[]>;
}

/** The sheets that nobody but Tierbook writes. */
const ownReports = ["segments", "runs", "tierbook"] as const;

const docOf = (docs: readonly SheetDoc[], id: string): SheetDoc | null => docs.find((doc) => doc.id === id) ?? null;

const noMoves: Omit<Moves, "id"> = {
  from: [],
  to: [],
  customers: [],
  values: [],
  stayed: 0,
  moved: 0,
  entered: 0,
  left: 0,
};

/**
 * The former reports, with those of sheets of ours of which nobody remembers what was written on them: so that a run
 * writes there again, where it would otherwise make new sheets beside them.
 */
export async function withStanding(session: Session, docs: Docs, input: Unremembered): Promise<Docs> {
  const { found, own, plan, policy, doubted, likely } = input;
  const forgotten = ownReports.flatMap((id) => {
    const name = ownSheet(found, id, own.sheets.find((sheet) => sheet.id === id)?.name);
    return name !== null && (doubted || docs.every((doc) => doc.id !== id)) ? [{ id, name }] : [];
  });
  if (forgotten.length === 0) return docs;
  const written = [await likely([]), await likely(plan.segmentations.map(({ id }) => ({ ...noMoves, id })))];
  const [first = []] = written;
  const standing: SheetDoc[] = [];
  for (const { id, name } of forgotten) {
    const doc = await standingDoc(
      session,
      name,
      written.flatMap((all) => docOf(all, id) ?? []),
    );
    if (doc) standing.push(doc);
  }
  if (doubted) return [...docs.filter(({ id }) => docOf(standing, id) === null), ...(storedForm(standing) as Docs)];
  const others = docs.filter(({ id }) => policy === null || id !== "policy");
  // Headings of the Policy sheet are told by what a run would write there.
  if (policy) standing.push(standingPolicySheet(docOf(first, "policy"), policy.report));
  return [...others, ...(storedForm(standing) as Docs)];
}

/** True if the tables of the sheets that nobody but Tierbook writes stand as the stored reports have them. */
export function fitSheets(previous: ReadonlyMap<string, SheetDoc | null>, before: Before): boolean {
  return ownReports.every((id) => {
    const tables = (previous.get(id)?.blocks ?? []).filter(({ kind }) => kind === "table");
    const places = new Map(tables.map((block) => [block.kind === "table" ? block.name : "", placeOf(block)]));
    return (before[id]?.tables ?? []).every(({ name, place: { row, column, rows, columns } }) => {
      const stored = places.get(name);
      if (!stored) return !name.startsWith("Tierbook_");
      return row === stored.row && column === stored.column && rows === stored.rows && columns === stored.columns;
    });
  });
}
