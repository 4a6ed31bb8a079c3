import { laterPart } from "../shell/laterPart";

/** Every action that writes to the workbook: none is wanted before somebody has looked at something. */
export const writingPart = laterPart("writing", async () => {
  const [
    { runPlan },
    { keepHistory },
    { finishRun },
    { rollBackRun },
    { addKeyColumn },
    { assignOwner },
    { lookAtUndo, undoRun },
  ] = await Promise.all([
    import(/* webpackChunkName: "writing" */ "../../actions/runPlan"),
    import(/* webpackChunkName: "writing" */ "../../actions/history/keepHistory"),
    import(/* webpackChunkName: "writing" */ "../../actions/finishRun"),
    import(/* webpackChunkName: "writing" */ "../../actions/rollBackRun"),
    import(/* webpackChunkName: "writing" */ "../../actions/addKeyColumn"),
    import(/* webpackChunkName: "writing" */ "../../actions/owners/assignOwner"),
    import(/* webpackChunkName: "writing" */ "../../actions/undo/undoRun"),
  ]);
  return { runPlan, keepHistory, finishRun, rollBackRun, addKeyColumn, assignOwner, lookAtUndo, undoRun };
});
