import type { PlanForm } from "../segments/planForm";
import { writingPart } from "../write/writingPart";
import { keptPerson } from "./keptPreference";
import type { FormInPane } from "./useForm";
import type { Task } from "./useTask";

/** What takes a moment and shows how it goes, other than writing segments. */
export type TaskName = "finish" | "rollBack" | "undo" | "addKey" | "show";

/** One of these that went well. */
export type WritesNotice =
  | { readonly kind: "finished" | "rolledBack" | "undone" }
  | { readonly kind: "keyAdded"; readonly name: string; readonly rows: number };

/** What a person can have written, other than segments. */
export interface Writes {
  readonly finish: () => void;
  readonly rollBack: () => void;
  /** Undoes the last run. */
  readonly undo: () => void;
  readonly addKey: () => void;
}

export interface WritesInput {
  readonly task: Task<TaskName>;
  readonly form: PlanForm | null;
  readonly forming: Pick<FormInPane, "change" | "forget">;
  readonly tableId: string | null;
  readonly tell: (notice: WritesNotice) => void;
  readonly readAgain: () => void;
  /** Ends what the pane says of the last writing of segments. */
  readonly closeRun: () => void;
}

/** Finishing, putting back and undoing a run, and adding a key column: one at a time, and the workbook is read again. */
export function useWrites({ task, form, forming, tableId, tell, readAgain, closeRun }: WritesInput): Writes {
  async function recover(name: "finish" | "rollBack"): Promise<void> {
    const done = await task.start(name, async (onProgress) => {
      const { finishRun, rollBackRun } = await writingPart.fetch();
      await (name === "finish" ? finishRun : rollBackRun)({ onProgress });
    });
    if (done) tell({ kind: name === "finish" ? "finished" : "rolledBack" });
    readAgain();
  }

  async function undo(): Promise<void> {
    await task.start("undo", async (onProgress) => {
      const { undoRun } = await writingPart.fetch();
      const { planBefore } = await undoRun({ now: new Date(), person: keptPerson(), onProgress });
      // Before a first run there was nothing to begin with but what the form says.
      if (planBefore) forming.forget();
      closeRun();
      tell({ kind: "undone" });
    });
    readAgain();
  }

  async function addKey(): Promise<void> {
    if (tableId === null || form === null) return;
    await task.start("addKey", async () => {
      const { addKeyColumn } = await writingPart.fetch();
      const added = await addKeyColumn(tableId, form.sheetLanguage);
      forming.change({ ...form, keyColumn: added.name });
      tell({ kind: "keyAdded", ...added });
    });
    readAgain();
  }

  return {
    finish: () => void recover("finish"),
    rollBack: () => void recover("rollBack"),
    undo: () => void undo(),
    addKey: () => void addKey(),
  };
}
