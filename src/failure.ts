/** What went wrong, one code per thing the user can do about it. The words are in `text/`. */
export type FailureCode =
  // the table and its cells
  | "no-table"
  | "missing-table"
  | "empty-table"
  | "no-header"
  | "missing-column"
  | "same-column-names"
  | "no-key-column"
  | "blank-key"
  | "duplicate-key"
  | "digits-lost"
  | "not-a-number"
  | "no-positive-value"
  | "bad-parameter"
  | "mixed-currencies"
  // a list that is to become a table
  | "missing-range"
  | "no-cells-selected"
  | "empty-range"
  | "header-not-found"
  | "range-has-table"
  | "list-not-in-place"
  | "reading-undeclared"
  | "reading-contradicted"
  | "merged-undeclared"
  | "merged-amounts"
  // a table of orders
  | "missing-orders"
  | "no-dates"
  | "no-matching-orders"
  | "orders-changed"
  // what stands in the way of writing
  | "sheet-protected"
  | "structure-protected"
  | "workbook-read-only"
  | "access-denied"
  | "table-filtered"
  | "cells-in-the-way"
  | "merged-cells"
  | "sheet-full"
  | "workbook-busy"
  | "workbook-behind"
  | "workbook-changed"
  | "session-lost"
  | "too-many-cells"
  | "excel-too-old"
  | "table-changed"
  | "run-unfinished"
  | "being-written"
  | "nothing-to-undo"
  | "pack-exists"
  | "carry-broken"
  | "carry-too-new"
  | "carry-too-large"
  | "carry-not-empty"
  | "carry-few-match"
  | "cell-changed"
  | "totals-row"
  | "policy-invalid"
  | "policy-changed"
  | "plan-changed"
  // what was stored
  | "plan-broken"
  | "plan-hostile"
  | "plan-too-new"
  | "no-plan"
  | "plan-file"
  // files of the workbench and the headless run
  | "file-not-read"
  | "file-not-written"
  | "not-a-workbook"
  | "file-too-large"
  | "file-encrypted"
  | "file-xls"
  | "file-xlsb"
  | "file-macros"
  | "file-ending"
  // ends that are nobody's fault
  | "cancelled"
  | "no-answer"
  | "rolled-back"
  | "rollback-failed"
  | "formula-failed"
  | "engine-stopped"
  | "part-missing"
  | "unexpected";

/** Facts for the text: counts, names and sample cells, already safe to show. */
export type FailureDetail = Readonly<Record<string, string | number | readonly string[]>>;

/** A failure as plain data: what crosses the worker boundary and reaches the pane. */
export interface FailureData {
  readonly code: FailureCode;
  /** For developers and logs. Users read the text of the code instead. */
  readonly message: string;
  /** Where, as the workbook names it: "Clients!C14", a column, a table or a sheet. */
  readonly subject?: string;
  readonly detail?: FailureDetail;
}

/**
 * The only error this code base throws on purpose.
 *
 * Messages are fragments, not sentences: `FUNCTION requires WHAT`.
 */
export class Failure extends Error implements FailureData {
  override readonly name = "Failure";
  readonly code: FailureCode;
  readonly subject?: string;
  readonly detail?: FailureDetail;

  constructor(
    code: FailureCode,
    message: string,
    more: { subject?: string; detail?: FailureDetail; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    if (more.subject !== undefined) this.subject = more.subject;
    if (more.detail !== undefined) this.detail = more.detail;
  }
}

/** Any thrown thing as failure data; what is not a `Failure` becomes `unexpected`. */
export function failureData(error: unknown): FailureData {
  if (error instanceof Failure) {
    const { code, message, subject, detail } = error;
    return {
      code,
      message,
      ...(subject === undefined ? {} : { subject }),
      ...(detail === undefined ? {} : { detail }),
    };
  }
  return { code: "unexpected", message: error instanceof Error ? error.message : String(error) };
}

/** The failure that `failureData` made plain, on the other side of a boundary. */
export function failureFrom(data: FailureData): Failure {
  return new Failure(data.code, data.message, data);
}

/**
 * Code of ours that travels in a file of its own.
 *
 * @param load - the import itself, because the bundler finds it by its text
 * @throws {Failure} `part-missing` where the file cannot be fetched; asking again may help
 */
export async function fetchedPart<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new Failure("part-missing", `the file of “${name}” was not fetched`, { cause });
  }
}
