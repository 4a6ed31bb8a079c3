/** One request of the add-in, as the trace shows it. */
export interface TraceEntry {
  readonly index: number;
  /** What was asked, in the add-in's own words, e.g. `tables.getItem("Clients").columns: load name`. */
  readonly lines: readonly string[];
  /** Actions that `lines` leaves out. */
  readonly moreLines: number;
  readonly milliseconds: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly error: { readonly code: string; readonly message: string } | null;
  /** Operations of this request that the host does not know. */
  readonly unsupported: readonly string[];
}
