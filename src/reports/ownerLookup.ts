import type { ReportContext } from "./reportContext";
import type { DocCell } from "./sheetDoc";
import { structuredReference } from "./structuredReference";

/** Who answers for a segment: looked up on the Owners sheet, so that it always says what stands there. */
export function ownerLookup(id: string, { owners }: ReportContext): DocCell {
  if (owners === null) return null;
  const column = (header: string): string => structuredReference(owners.table, header);
  // MATCH takes tildes, stars and question marks for wildcards, and a quote would end the text.
  const literal = id.replace(/[~*?]/g, "~$&").replaceAll('"', '""');
  return { formula: `=IFERROR(INDEX(${column(owners.owner)},MATCH("${literal}",${column(owners.id)},0))&"","")` };
}
