import { laterPart } from "./laterPart";

/** What tells that the customer table changed since the last run: nobody waits for it. */
export const outOfDatePart = laterPart("out of date", async () => {
  const [{ findOutOfDate }, { OutOfDateMessage }] = await Promise.all([
    import(/* webpackChunkName: "out-of-date" */ "../../actions/outOfDate/findOutOfDate"),
    import(/* webpackChunkName: "out-of-date" */ "./OutOfDateMessage"),
  ]);
  return { findOutOfDate, OutOfDateMessage };
});
