import { invalid } from "./objectClass";

export interface SortField {
  /** Zero-based column (or row) of the sorted range. */
  readonly key: number;
  readonly ascending: boolean;
}

/** Reads `Excel.SortField[]`. @throws HostError InvalidArgument */
export function sortFields(value: unknown): readonly SortField[] {
  if (!Array.isArray(value) || value.length === 0) throw invalid("sort fields");
  return value.map((field: unknown) => {
    const { key, ascending } = (field ?? {}) as { key?: unknown; ascending?: unknown };
    if (typeof key !== "number" || !Number.isInteger(key) || key < 0) throw invalid("a column of the range to sort by");
    return { key, ascending: ascending !== false };
  });
}
