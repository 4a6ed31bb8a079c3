import { Failure, type FailureCode } from "../failure";

/** One conversation with Excel. */
export interface Session {
  readonly context: Excel.RequestContext;
  readonly workbook: Excel.Workbook;
  /**
   * One round trip.
   *
   * @throws {Failure} `cancelled` before it is sent if the signal was raised, `no-answer` if Excel stays silent
   */
  sync(): Promise<void>;
  /** Raised by whoever gives up. */
  readonly signal?: AbortSignal | undefined;
  /** Hears that work waits for the workbook to come to the front, and that it goes on. */
  readonly onBehind?: ((behind: boolean) => void) | undefined;
}

export interface InExcelOptions extends Pick<Session, "signal" | "onBehind"> {
  readonly undoAsOne?: boolean;
}

/**
 * Office's codes that a person can do something about, after "Error messages" in Microsoft's documentation of add-ins and
 * `Excel.ErrorCodes`. All others are `unexpected`.
 */
const codes: Readonly<Record<string, FailureCode>> = {
  AccessDenied: "access-denied",
  NotAllowed: "access-denied",
  InvalidOperationInCellEditMode: "workbook-busy",
  SearchDialogIsOpen: "workbook-busy",
  Conflict: "workbook-busy",
  ActivityLimitReached: "workbook-busy",
  OperationAborted: "workbook-busy",
  RequestAborted: "workbook-busy",
  Timeout: "workbook-busy",
  InactiveWorkbook: "workbook-behind",
  InvalidSelection: "workbook-behind",
  // Excel on the web ends its session, e.g. while the computer sleeps; the pane's side of it is good for nothing then.
  InvalidRequestContext: "session-lost",
  InvalidObjectPath: "session-lost",
  ServiceNotAvailable: "session-lost",
  ConnectionFailure: "session-lost",
  Unauthenticated: "session-lost",
  ItemNotFound: "workbook-changed",
  ItemAlreadyExists: "workbook-changed",
  InvalidReference: "workbook-changed",
  FilteredRangeConflict: "table-filtered",
  MergedRangeConflict: "merged-cells",
  NonBlankCellOffSheet: "sheet-full",
  OperationCellsExceedLimit: "sheet-full",
  InsertDeleteConflict: "cells-in-the-way",
  PivotTableRangeConflict: "cells-in-the-way",
  RangeExceedsLimit: "too-many-cells",
  RequestPayloadSizeLimitExceeded: "too-many-cells",
  ResponsePayloadSizeLimitExceeded: "too-many-cells",
  PayloadSizeLimitExceeded: "too-many-cells",
  UnsupportedSheet: "excel-too-old",
  UnsupportedOperation: "excel-too-old",
  UnsupportedFeature: "excel-too-old",
  NotImplemented: "excel-too-old",
  ApiNotFound: "excel-too-old",
  NotSupported: "excel-too-old",
};

/** Codes by which Excel says that one request or answer was too large for it. */
const tooLarge = new Set(Object.keys(codes).filter((code) => codes[code] === "too-many-cells"));

/** Excel may be busy with a large recalculation; after this long a person must know. In milliseconds. */
let patience = 60_000;

/** Changes how long one answer is waited for. */
export function answerWithin(milliseconds: number): void {
  patience = milliseconds;
}

/** False once Excel has said that it cannot undo a run in one step. */
let undoesAsOne = true;

/**
 * Works with Excel; the only caller of `Excel.run`, and the only place where Office's errors are read.
 *
 * Waits while a person edits a cell instead of failing.
 *
 * @param subject - what a failure is about, if it does not say so itself
 * @param options.undoAsOne - Ctrl+Z takes all of it away at once, where Excel can do that: each round trip is a step of its
 *   own otherwise
 * @param options.again - false until work begins anew, once: where Excel refuses the first round trip for the session or the
 *   undoing that it belongs to, and not for what it asks, nothing of it was done
 */
export function inExcel<T>(
  subject: string,
  work: (session: Session) => Promise<T>,
  { signal, onBehind, undoAsOne = false, again = false }: InExcelOptions & { readonly again?: boolean } = {},
): Promise<T> {
  const merged = undoAsOne && undoesAsOne && Office.context.requirements.isSetSupported("ExcelApi", "1.20");
  let answers = 0;
  return Excel.run({ delayForCellEdit: true, ...(merged ? { mergeUndoGroup: true } : {}) }, (context) => {
    const sync = async (): Promise<void> => {
      await answered(context, signal);
      answers += 1;
    };
    return work({ context, workbook: context.workbook, sync, signal, onBehind });
  }).catch((error: unknown) => {
    const code = officeCode(error);
    if (merged && code === "UndoNotSupported") undoesAsOne = false;
    const anew = code === "InvalidRequestContext" || (merged && code === "UndoNotSupported");
    if (anew && answers === 0 && !again) return inExcel(subject, work, { signal, onBehind, undoAsOne, again: true });
    throw failureOfOffice(error, subject);
  });
}

async function answered(context: Excel.RequestContext, signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted) throw new Failure("cancelled", "work was cancelled");
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Failure("no-answer", `Excel gave no answer for ${patience} ms`)), patience);
  });
  try {
    await Promise.race([context.sync(), silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** Any thrown thing as a Failure, with Excel's own code kept in `detail.excel`. */
export function failureOfOffice(error: unknown, subject: string): Failure {
  if (error instanceof Failure) return error;
  const code = officeCode(error);
  const message = error instanceof Error ? error.message : String(error);
  if (code === null) return new Failure("unexpected", message, { subject, cause: error });
  return new Failure(codes[code] ?? "unexpected", `${code}: ${message}`, {
    subject,
    detail: { excel: code },
    cause: error,
  });
}

/** True if Excel refused a request or an answer for its size, so that half of it may do. */
export function isTooLarge(error: unknown): boolean {
  const code = error instanceof Failure ? error.detail?.["excel"] : officeCode(error);
  return typeof code === "string" && tooLarge.has(code);
}

function officeCode(error: unknown): string | null {
  const isOffice = error instanceof OfficeExtension.Error && typeof error.code === "string";
  return isOffice ? error.code : null;
}
