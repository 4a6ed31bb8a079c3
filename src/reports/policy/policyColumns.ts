import type { PolicyField, PolicyTable } from "../../segmentations/shared/policy/policyTable";
import type { SheetWords } from "../../text/sheet/en";
import type { CellFormat, DocColumn } from "../sheetDoc";

/** The classes of a policy matrix, or the segments of RFM: where their names stand on the sheet. */
export interface ClassNames {
  readonly range: string;
  /** The lines that say which scores lead to which segment, as formulas name their columns; where they stand above. */
  readonly lines?: ReadonlyMap<PolicyField, string>;
}

const formats: Readonly<Record<PolicyField, CellFormat>> = {
  axis1: "text",
  axis2: "text",
  axis3: "text",
  axis4: "text",
  column: "text",
  class: "text",
  text: "text",
  customers: "count",
  id: "text",
  name: "text",
  above: "share",
  upTo: "share",
  from: "general",
  below: "general",
  value: "text",
  order: "general",
  alternative: "general",
  test: "text",
  values: "text",
  measure: "text",
  scoredBy: "text",
  limit1: "general",
  limit2: "general",
  limit3: "general",
  limit4: "general",
  segment: "text",
  recencyFrom: "general",
  recencyTo: "general",
  frequencyFrom: "general",
  frequencyTo: "general",
  monetaryFrom: "general",
  monetaryTo: "general",
  statement: "text",
  combinations: "count",
  about: "text",
  setting: "text",
  says: "text",
  check: "text",
};
const widths: Readonly<Record<PolicyField, number>> = {
  axis1: 30,
  axis2: 18,
  axis3: 18,
  axis4: 18,
  column: 30,
  class: 18,
  text: 44,
  customers: 14,
  id: 16,
  name: 30,
  above: 18,
  upTo: 18,
  from: 18,
  below: 18,
  value: 18,
  order: 18,
  alternative: 12,
  test: 20,
  values: 36,
  measure: 30,
  scoredBy: 26,
  limit1: 11,
  limit2: 11,
  limit3: 11,
  limit4: 11,
  segment: 26,
  recencyFrom: 11,
  recencyTo: 11,
  frequencyFrom: 11,
  frequencyTo: 11,
  monetaryFrom: 11,
  monetaryTo: 11,
  statement: 44,
  combinations: 16,
  about: 30,
  setting: 36,
  says: 30,
  check: 30,
};

/** The header of a field: a word, or the name of a column of the data where that is free. */
export function headerOf(
  { headers: own, fields }: PolicyTable,
  field: PolicyField,
  words: SheetWords["policy"]["headers"],
): string {
  const fold = (text: string): string => text.normalize("NFKC").trim().toLowerCase();
  const fixed = fields.flatMap((other) => (own?.[other] === undefined ? fold(words[other as keyof typeof words]) : []));
  const before = fields.slice(0, fields.indexOf(field)).flatMap((other) => own?.[other]?.[0] ?? []);
  const taken = [...fixed, ...before.map(fold)];
  const wanted = own?.[field];
  if (wanted === undefined) return words[field as keyof typeof words];
  return wanted.find((name) => !taken.includes(fold(name))) ?? field;
}

/** A column of Tierbook's own. */
export function columnOf(
  table: PolicyTable,
  field: PolicyField,
  header: string,
  classes: ClassNames | null,
  { tests }: SheetWords["policy"],
): DocColumn {
  const isCut = field === "upTo" || field === "from" || field === "below";
  return {
    header,
    format: isCut && field !== "upTo" && areAmounts(table) ? "count" : formats[field],
    width: widths[field],
    ...(field === "id" ? { hidden: true } : {}),
    ...(table.inputs.includes(field) ? { input: true } : {}),
    ...(field === "test" ? { choices: Object.values(tests), free: true } : {}),
    ...((field === "class" || field === "segment") && classes ? { choicesFrom: `=${classes.range}` } : {}),
    // The last of them takes the rest.
    ...(table.inputs.includes(field) && isCut ? { inputRows: table.items.length - 1 } : {}),
  };
}

/** True if all cut-offs are whole and large, so that they are read with separators and without decimals. */
function areAmounts({ items }: PolicyTable): boolean {
  const cuts = items.flatMap(({ cells }) => cells.from ?? cells.below ?? []);
  return (
    cuts.length > 0 && cuts.every((cut) => typeof cut === "number" && Number.isInteger(cut) && Math.abs(cut) >= 1000)
  );
}

/** A column that people added. */
export function peoplesColumn(header: string, inPlace: boolean): DocColumn {
  return { header, format: "general", width: 12, ...(inPlace ? { asIs: true } : {}) };
}
