/** What a file may cost before it is refused as too large. */
export interface FileLimits {
  /** Bytes of the file itself. */
  readonly file: number;
  /** Bytes of all parts, unpacked. */
  readonly unpacked: number;
  /** Bytes of one part, unpacked; beyond this a JavaScript string cannot hold it. */
  readonly part: number;
  /** Unpacked bytes per packed byte of one part, checked above `ratioFrom` unpacked bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
  readonly entries: number;
  /** Cells of all sheets together. */
  readonly cells: number;
}

/** Far above any workbook that people work with, far below what stops a machine. */
export const fileLimits: FileLimits = {
  file: 100_000_000,
  unpacked: 1_000_000_000,
  part: 500_000_000,
  ratio: 200,
  ratioFrom: 10_000_000,
  entries: 10_000,
  cells: 10_000_000,
};
