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
  /** Cells of all sheets together, and rows; one that holds no cell counts twice. */
  readonly cells: number;
  readonly rows: number;
  /** Bytes of parts that may be read, as a multiple of all bytes unpacked: parts that many sheets share are read for each. */
  readonly reading: number;
  /** Characters of formulas that stand for many cells, written out for each. */
  readonly shared: number;
  /** Rows that filters may hide, counted for each filter. */
  readonly filtered: number;
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
  rows: 2_200_000,
  reading: 4,
  shared: 200_000_000,
  filtered: 20_000_000,
};
