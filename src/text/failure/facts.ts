import type { FailureData } from "../../failure";

/** A fact of a failure as text; the fallback where it was not given. */
export function fact(failure: FailureData, name: string, fallback: string): string {
  const value = failure.detail?.[name];
  if (value === undefined) return fallback;
  return typeof value === "object" ? value.join(", ") : String(value);
}
