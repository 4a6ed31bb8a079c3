import type { TableInspection } from "../../actions/inspectTable";
import type { WorkbookState } from "../../actions/readState";
import type { Plan } from "../../plan/plan";
import { sheetWords } from "../../text/sheetWords";

/** The sheets that a run writes, in their order. */
export const writtenSheets = ["tierbook", "segments"] as const;
export type WrittenSheet = (typeof writtenSheets)[number];

/** One thing that a run will write. */
export type PlannedWrite =
  | { readonly kind: "newColumn" | "sameColumn"; readonly name: string; readonly table: string }
  | {
      readonly kind: "renamedColumn";
      /** Wanted, but taken by a column of the user's. */ readonly name: string;
      readonly renamed: string;
    }
  | { readonly kind: "newSheet" | "sameSheet"; readonly name: string; readonly sheet: WrittenSheet };

/** A label column of Tierbook's own as it is named now. */
export interface OwnColumn {
  readonly tableId: string;
  readonly segmentation: string;
  readonly name: string;
}

/** What a run of this plan will write, as far as it can be said before the run checks the workbook again. */
export function plannedWrites(
  plan: Plan,
  inspection: TableInspection,
  workbook: (Pick<WorkbookState, "sheets"> & { readonly columns?: readonly OwnColumn[] }) | null,
): readonly PlannedWrite[] {
  const taken = new Set(inspection.columns.map(({ name }) => name.toLowerCase()));
  const columns = plan.segmentations.map(({ id, name }): PlannedWrite => {
    const own = workbook?.columns?.find((each) => each.tableId === plan.table.id && each.segmentation === id);
    if (own !== undefined) taken.delete(own.name.toLowerCase());
    const free = freeName(name, taken);
    taken.add(free.toLowerCase());
    if (free !== name) return { kind: "renamedColumn", name, renamed: free };
    return { kind: own === undefined ? "newColumn" : "sameColumn", name, table: inspection.name };
  });
  const sheets = writtenSheets.map((sheet): PlannedWrite => {
    const own = workbook?.sheets.find(({ id }) => id === sheet);
    const name = own?.name ?? sheetWords(plan.sheetLanguage).sheets[sheet];
    return { kind: own === undefined ? "newSheet" : "sameSheet", name, sheet };
  });
  return [...columns, ...sheets];
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted} (${number})`;
  return name;
}
