import type { TableInspection } from "../../actions/inspectTable";
import type { WorkbookState } from "../../actions/readState";
import { freeName } from "../../actions/writing/freeName";
import { showsSame, wantedColumns } from "../../actions/writing/labelNames";
import type { Plan } from "../../plan/plan";
import { sheetWords } from "../../text/sheetWords";

/** The sheets that a run writes, in their order. */
export const writtenSheets = ["tierbook", "segments", "owners", "policy", "runs"] as const;
export type WrittenSheet = (typeof writtenSheets)[number];

/** One thing that a run will write. */
export type PlannedWrite =
  | { readonly kind: "newColumn" | "sameColumn"; readonly name: string; readonly table: string }
  | { readonly kind: "goneColumn"; readonly name: string }
  | { readonly kind: "newName"; /** Of a column of ours, now. */ readonly former: string; readonly name: string }
  | {
      readonly kind: "renamedColumn";
      /** Wanted, but taken by a column of the user's. */ readonly name: string;
      readonly renamed: string;
    }
  | { readonly kind: "newSheet" | "sameSheet"; readonly name: string; readonly sheet: WrittenSheet };

/** What a run of this plan will write, as far as it can be said before the run checks the workbook again. */
export function plannedWrites(
  plan: Plan,
  inspection: TableInspection,
  workbook: Pick<WorkbookState, "sheets" | "columns"> | null,
): readonly PlannedWrite[] {
  const { id: tableId, name: table, columns: present } = inspection;
  const ours = (workbook?.columns ?? []).filter(
    (own) => [tableId, table].includes(own.table) && present.some(({ name }) => name === own.name),
  );
  const planned = new Set(plan.segmentations.map(({ id }) => id));
  const retired = ours.filter(({ segmentation }) => !planned.has(segmentation));
  const wanted = wantedColumns(plan);
  // A column whose segmentation is gone goes on as that of another one of its name.
  const ownColumn = (column: (typeof wanted)[number]) =>
    ours.find((own) => showsSame(own, column)) ??
    retired.find(({ name, measure }) => name === column.name && measure === column.measure);
  const kept = new Set(wanted.map((column) => ownColumn(column)?.name));
  const taken = new Set(present.filter(({ name }) => !kept.has(name)).map(({ name }) => name.toLowerCase()));
  const columns = wanted.map((column): PlannedWrite => {
    const own = ownColumn(column);
    const { name } = column;
    const free = freeName(name, taken);
    taken.add(free.toLowerCase());
    if (own?.name === free) return { kind: "sameColumn", name: free, table };
    if (own !== undefined) return { kind: "newName", former: own.name, name: free };
    return free === name ? { kind: "newColumn", name, table } : { kind: "renamedColumn", name, renamed: free };
  });
  const sheets = writtenSheets.map((sheet): PlannedWrite => {
    const own = workbook?.sheets.find(({ id }) => id === sheet);
    const name = own?.name ?? sheetWords(plan.sheetLanguage).sheets[sheet];
    return { kind: own === undefined ? "newSheet" : "sameSheet", name, sheet };
  });
  const gone = ours
    .filter(({ name }) => !kept.has(name))
    .map(({ name }): PlannedWrite => ({ kind: "goneColumn", name }));
  return [...columns, ...gone, ...sheets];
}
