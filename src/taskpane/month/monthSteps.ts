/** The steps of a month, in their order. */
export const monthSteps = ["data", "check", "preview", "write", "assign", "freeze"] as const;
export type MonthStep = (typeof monthSteps)[number];

/** Where a step stands: "now" is the first that is not done. */
export type StepState = "done" | "now" | "open";

/** What the workbook and the pane say about the month. */
export interface MonthFacts {
  /** True once a table was chosen and read. */
  readonly table: boolean;
  /** Things that are odd about its data. */
  readonly odd: number;
  /** True if it can be segmented as the form says. */
  readonly ready: boolean;
  /** True if the labels in the workbook are those of these data and of these settings. */
  readonly written: boolean;
  /** True while somebody looks at what would change, and while that is being written. */
  readonly looking: boolean;
  readonly writing: boolean;
  /** Segments without an owner; null where nobody can have been named yet. */
  readonly ownerless: number | null;
  readonly frozen: boolean;
}

/**
 * Where each step stands. What was written had been read, checked and looked at; nothing that comes after is done
 * before that.
 */
export function stepStates(facts: MonthFacts): Readonly<Record<MonthStep, StepState>> {
  const { table, odd, ready, written, looking, writing, ownerless, frozen } = facts;
  const done: Readonly<Record<MonthStep, boolean>> = {
    data: table,
    check: written || (ready && (odd === 0 || looking || writing)),
    preview: written || writing,
    write: written,
    assign: written && ownerless === 0,
    freeze: written && frozen,
  };
  const now = monthSteps.find((step) => !done[step]);
  const stateOf = (step: MonthStep): StepState => (done[step] ? "done" : step === now ? "now" : "open");
  return {
    data: stateOf("data"),
    check: stateOf("check"),
    preview: stateOf("preview"),
    write: stateOf("write"),
    assign: stateOf("assign"),
    freeze: stateOf("freeze"),
  };
}
