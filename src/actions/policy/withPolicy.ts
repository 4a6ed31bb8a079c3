import { standingPolicySheet } from "../../reports/policy/policySheet";
import type { SheetDoc } from "../../reports/sheetDoc";
import type { Docs } from "../writing/journal";
import type { FoundPolicy } from "./standingPolicy";

/** The former reports, with the Policy sheet's tables as people have them by now. */
export function withPolicy(docs: Docs, policy: FoundPolicy | null): Docs {
  if (!policy || policy.tables.size === 0) return docs;
  const stored = docs.find(({ id }) => id === "policy") as SheetDoc | undefined;
  const standing = standingPolicySheet(stored ?? null, policy.report);
  // Plain data in the form in which it is stored.
  return [...docs.filter(({ id }) => id !== "policy"), JSON.parse(JSON.stringify(standing)) as Docs[number]];
}
