/**
 * Excel's error codes, as office.js reports them in `OfficeExtension.Error.code`, and the codes of a file that cannot be opened.
 *
 * Source: `Excel.ErrorCodes` of the client and "Error messages" in Microsoft's Office Add-ins documentation [D].
 */
export type HostErrorCode =
  | "AccessDenied"
  | "ApiNotFound"
  | "EmptyChartSeries"
  | "FilteredRangeConflict"
  | "FormulaLengthExceedsLimit"
  | "GeneralException"
  | "InsertDeleteConflict"
  | "InvalidArgument"
  | "InvalidOperation"
  | "InvalidOperationInCellEditMode"
  | "InvalidReference"
  | "InvalidSelection"
  | "ItemAlreadyExists"
  | "ItemNotFound"
  | "MergedRangeConflict"
  | "NonBlankCellOffSheet"
  | "OperationCellsExceedLimit"
  | "PivotTableRangeConflict"
  | "RequestPayloadSizeLimitExceeded"
  | "ResponsePayloadSizeLimitExceeded"
  | "UnsupportedOperation"
  | "not-a-workbook"
  | "file-too-large"
  | "file-encrypted"
  | "file-xls"
  | "file-xlsb"
  | "file-macros"
  | "file-ending";

/** A refusal of the host. Inside a request it becomes the response's error; from the file layer it reaches the caller. */
export class HostError extends Error {
  override readonly name = "HostError";
  readonly code: HostErrorCode;

  constructor(code: HostErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The HTTP status that goes with a code. [K] P38 */
export function httpStatus(code: string): number {
  if (code === "ItemNotFound" || code === "ApiNotFound") return 404;
  if (code === "AccessDenied") return 403;
  if (code === "GeneralException") return 500;
  if (code === "ItemAlreadyExists") return 409;
  if (code === "RequestPayloadSizeLimitExceeded" || code === "ResponsePayloadSizeLimitExceeded") return 413;
  return 400;
}
