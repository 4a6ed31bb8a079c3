/** What Tierbook writes on a row of the register. */
type OwnField = "id" | "segmentation" | "segment" | "inPlan" | "actual" | "progress";

/** What people fill in, and Tierbook never changes by itself. */
export const peopleFields = [
  "owner",
  "deputy",
  "objective",
  "kpi",
  "baseline",
  "target",
  "due",
  "status",
  "nextReview",
  "note",
] as const;
export type PeopleField = (typeof peopleFields)[number];
export type RegisterField = OwnField | PeopleField;

export const dateFields: readonly PeopleField[] = ["due", "nextReview"];

export const statuses = ["not-started", "on-track", "at-risk", "off-track", "done"] as const;
export type Status = (typeof statuses)[number];

/** A segment's row as it stands, with what people filled in. */
export interface RegisterEntry {
  /** Stable id of the segment. */
  readonly id: string;
  readonly segmentation: string;
  readonly segment: string;
  /** False for a segment that the last run no longer had. */
  readonly inPlan: boolean;
  /** Contents of the cells: text or numbers; a date that could be read as YYYY-MM-DD. Blank cells are left out. */
  readonly values: Readonly<Partial<Record<PeopleField, string | number>>>;
  /** Null where there is none, or the cell holds another word. */
  readonly status: Status | null;
}

/** A cell or row that could not be understood. It stays as it is. */
export interface RegisterProblem {
  readonly kind: "unknown-status" | "date-as-text" | "same-id" | "missing-column";
  /** Row below the header, from zero; null for what concerns a column. */
  readonly row: number | null;
  readonly field: RegisterField;
  /** What stands there, shortened. */
  readonly content: string;
}

/** Every word by which a column, a status or an end is known, in every language of the sheets. */
export interface RegisterWords {
  readonly headers: Readonly<Record<RegisterField, readonly string[]>>;
  /** Headers under which earlier sheets have a column, by language in the same order; "" where none changed. */
  readonly formerHeaders: Readonly<Partial<Record<RegisterField, readonly string[]>>>;
  readonly statuses: Readonly<Record<Status, readonly string[]>>;
  /** Words that mean: this segment is no longer in the plan. */
  readonly notInPlan: readonly string[];
}
