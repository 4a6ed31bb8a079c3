import { useState } from "react";

import type { FoundTable } from "../../actions/findTables";
import type { TableInspection } from "../../actions/inspectTable";
import type { OutOfDate } from "../../actions/outOfDate/findOutOfDate";
import type { Preview } from "../../actions/previewPlan";
import { readState, type WorkbookState } from "../../actions/readState";
import type { RunResult } from "../../actions/runPlan";
import { showCell } from "../../actions/showCell";
import type { Engine } from "../../engine/engine";
import type { Plan } from "../../plan/plan";
import type { Language } from "../../text/language";
import { editPlanForm, type PlanEdit } from "../segments/editPlanForm";
import type { FormProblem } from "../segments/formProblems";
import type { PlanForm } from "../segments/planForm";
import { type CarriedInPane, useCarried } from "./useCarried";
import type { Command } from "./useCommand";
import { useEdits } from "./useEdits";
import { type PolicyInPane, type Theirs, useForm } from "./useForm";
import { type Loaded, useLoaded } from "./useLoaded";
import { useOutOfDate } from "./useOutOfDate";
import { type OwnersInPane, useOwners } from "./useOwners";
import { usePreview } from "./usePreview";
import { type Run, useRun } from "./useRun";
import { type Place, usePlace } from "./usePlace";
import { type SaidOfTable, useTable } from "./useTable";
import { type Task, useTask } from "./useTask";
import { useWrites, type TaskName, type Writes, type WritesNotice } from "./useWrites";

/** Something that went well and is worth one line until the user goes on. */
export type Notice = WritesNotice;

/** Everything the pane shows, and everything its user can do. */
export interface Pane extends Writes, Omit<CarriedInPane, "begun"> {
  readonly engine: Engine;
  readonly place: Place;
  readonly goTo: (place: Place) => void;
  /** What a button of the ribbon asked for, until it is done. */
  readonly command: Command | null;
  readonly commandDone: () => void;
  readonly workbook: Loaded<WorkbookState>;
  readonly tables: Loaded<readonly FoundTable[]>;
  /** Id of the chosen table, or null while the user has the choice. */
  readonly tableId: string | null;
  /** @param said - what a person said of it before it was a table */
  readonly chooseTable: (id: string | null, said?: SaidOfTable) => void;
  readonly inspection: Loaded<TableInspection>;
  /** True if the chosen table, or one of orders, was edited since it was read; and the name of that one of orders. */
  readonly edited: boolean;
  readonly editedOrders: string | null;
  /** What changed in the tables since the last run, or null. */
  readonly outOfDate: OutOfDate | null;
  readonly form: PlanForm | null;
  readonly edit: (edit: PlanEdit) => void;
  /** Changes much of the form at once. */
  readonly change: (to: PlanForm) => void;
  readonly problems: readonly FormProblem[];
  /** The plan that the form describes, or null while something in it is wrong. */
  readonly plan: Plan | null;
  /** The plan that can be looked at: also one whose policy matrix says nothing yet. */
  readonly viewed: Plan | null;
  readonly preview: Loaded<Preview>;
  readonly run: Run;
  readonly policy: PolicyInPane;
  /** What a colleague saved while the form was changed, or null. */
  readonly theirs: Theirs | null;
  readonly owners: OwnersInPane;
  readonly task: Task<TaskName>;
  readonly notice: Notice | null;
  readonly closeNotice: () => void;
  /** Brings a cell into sight: "Clients!C14". */
  readonly show: (cell: string) => void;
}

/** The pane's state: what was read from the workbook, what the user is changing, and what is under way. */
export function usePane(engine: Engine, language: Language): Pane {
  const workbook = useLoaded({ subject: "workbook", load: readState });
  const [notice, setNotice] = useState<Notice | null>(null);
  const task = useTask<TaskName>();

  const stored = workbook.value?.plan ?? null;
  const { tables, tableId, storedTable, said, choose, inspection } = useTable(stored);
  const known = workbook.value === null ? null : inspection.value;
  const state = workbook.value;
  const { carried, carry, begun } = useCarried(state);
  const forming = useForm({ inspection: known, state: begun, said, language, tableId });
  const { form, problems, plan, viewed, policy, theirs } = forming;
  const preview = usePreview(engine, tableId, viewed);

  const owners = useOwners();
  const edits = useEdits(tableId, viewed, preview);
  const readAgain = (): void => {
    edits.forget();
    for (const { reload } of [owners.loaded, workbook, tables, inspection, preview, outOfDate]) reload();
  };
  const ended = (result: RunResult | null): void => {
    if (result !== null) {
      carry(null);
      forming.written(result.plan.table, result.policyMark, result.record.plan ?? 0);
    }
    readAgain();
  };
  const run = useRun(engine, ended, carried);

  const outOfDate = useOutOfDate({
    state,
    tableId,
    rows: (known?.rows ?? 0) + linesOf(preview.value),
    preview,
    edits,
    writing: run.state.kind === "running" || task.running !== null,
  });

  // Colleagues fill in the sheets meanwhile.
  const refresh = { owners: owners.loaded.reload, segments: workbook.reload };
  const { setPlace, ...going } = usePlace(isReady(form), refresh);
  const change = (to: PlanForm): void => {
    forming.change(to);
    if (run.state.kind !== "asking") run.close();
  };
  const writes = useWrites({ task, form, forming, tableId, tell: setNotice, readAgain, closeRun: run.close });

  return {
    engine,
    ...going,
    workbook,
    tables,
    tableId,
    chooseTable: (id, said) => {
      choose(id, said);
      setNotice(null);
      run.close();
      // Next month's table begins with whom it has in common with the last run's.
      setPlace(id === null || carried !== null || (stored !== null && id !== storedTable) ? "data" : "first-tiers");
    },
    inspection: { ...inspection, reload: readAgain },
    edited: edits.edited,
    editedOrders: edits.orders,
    outOfDate: outOfDate.value,
    form,
    edit: (edit) => (form === null ? undefined : change(editPlanForm(form, edit))),
    change,
    problems,
    plan,
    viewed,
    preview,
    run,
    carried,
    carry: beginAnew(forming.forget, carry),
    policy,
    theirs,
    owners,
    task,
    notice,
    closeNotice: () => setNotice(null),
    ...writes,
    show: (cell) => void task.start("show", () => showCell(cell)),
  };
}

/** Lines of orders that a look at all rows reads as well. */
function linesOf(preview: Preview | null): number {
  return (preview?.customers.orderLines ?? []).reduce((sum, { hashes }) => sum + hashes.lines, 0);
}

/** Taking a month over, or leaving it: what was changed before belongs to another beginning. */
function beginAnew(forget: () => void, carry: Pane["carry"]): Pane["carry"] {
  return (carried) => {
    forget();
    carry(carried);
  };
}

/** True if the columns are chosen, so that tiers can be looked at. */
function isReady(form: PlanForm | null): boolean {
  return form !== null && form.keyColumn !== "" && form.segmentations.every(({ valueColumn }) => valueColumn !== "");
}
