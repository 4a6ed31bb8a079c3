import { invalid } from "./objectClass";

/** Rules are kept as Office.js gives them. */
export function ruleArgument(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid("a rule");
  return { ...value };
}
