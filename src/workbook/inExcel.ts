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
}

/** Office's codes that a person can do something about. All others are `unexpected`. */
const codes: Readonly<Record<string, FailureCode>> = {
  AccessDenied: "access-denied",
  InvalidOperationInCellEditMode: "workbook-busy",
  Conflict: "workbook-busy",
  FilteredRangeConflict: "table-filtered",
  MergedRangeConflict: "merged-cells",
  NonBlankCellOffSheet: "sheet-full",
  OperationCellsExceedLimit: "sheet-full",
  InsertDeleteConflict: "cells-in-the-way",
  PivotTableRangeConflict: "cells-in-the-way",
};

/** Codes by which Excel says that one request or answer was too large for it. */
const tooLarge = new Set([
  "RequestPayloadSizeLimitExceeded",
  "ResponsePayloadSizeLimitExceeded",
  "PayloadSizeLimitExceeded",
]);

/** Excel may be busy with a large recalculation; after this long a person must know. In milliseconds. */
let patience = 60_000;

/** Changes how long one answer is waited for. */
export function answerWithin(milliseconds: number): void {
  patience = milliseconds;
}

/**
 * Works with Excel; the only caller of `Excel.run`, and the only place where Office's errors are read.
 *
 * Waits while a person edits a cell instead of failing.
 *
 * @param subject - what a failure is about, if it does not say so itself
 */
export function inExcel<T>(
  subject: string,
  work: (session: Session) => Promise<T>,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<T> {
  return Excel.run({ delayForCellEdit: true }, (context) =>
    work({ context, workbook: context.workbook, sync: () => answered(context, signal) }),
  ).catch((error: unknown) => {
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
