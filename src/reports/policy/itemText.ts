import type { PolicyField, PolicyItem } from "../../segmentations/shared/policy/policyTable";
import type { TestToken } from "../../segmentations/rules/rulesTable";
import type { SheetWords } from "../../text/sheet/en";

/** Texts that belong to the sheet's language, of which a table holds only what they are about. */
type WordField = "measure" | "scoredBy" | "statement";

/** True for texts that are Tierbook's, and follow the language of the sheets. */
export function isWord(field: PolicyField): field is WordField {
  return field === "measure" || field === "scoredBy" || field === "statement";
}

/** What stands in a cell of an item: as the table has it, but for words, of which it has what they are about. */
export function itemText(
  { cells }: PolicyItem,
  field: PolicyField,
  { policy, rfm }: SheetWords,
): string | number | null {
  const about = cells[field] ?? null;
  if (about === null) return null;
  if (field === "test") return policy.tests[about as TestToken];
  if (!isWord(field)) return about;
  const said: Readonly<Record<string, string>> = rfm.policy[field];
  return said[about] ?? "";
}
