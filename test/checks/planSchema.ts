import * as z from "zod/mini";
import { Plan } from "../../src/plan/plan";

/** Where the plan's JSON Schema is published. */
export const schemaPath = "assets/plan.schema.json";

/** What the schema's words cannot say by themselves, by path. */
const notes: Readonly<Record<string, string>> = {
  "": "What Tierbook runs over a customer table. Beyond this schema: cut-offs are in order; there is one tier more than cut-offs; ids and names are unique within their list, names without regard to case; names hold no control characters; no tier is called Not classified or 未分类, which are the labels of rows without one.",
  "properties.version": "Version of this format.",
  "properties.table.properties.id": "The table's id in Excel. An empty text means: find the table by its name.",
  "properties.table.properties.name": "The table's name, as Excel's Table Design tab shows it.",
  "properties.keyColumn": "Column that names each customer once.",
  "properties.dataDate": "The date the data speaks of; null if not stated.",
  "properties.sheetLanguage": "Language of the sheets that Tierbook writes.",
  "properties.segmentations": "In the order of their label columns.",
  ...methodNotes(0, {
    method: "ABC by cumulative share of the value column.",
    valueColumn: "Column of numbers, in one unit.",
    cutoffs: "Rising cumulative shares as fractions of one, e.g. 0.8 and 0.95.",
    tiers: "Best first; one more than cut-offs.",
  }),
  ...methodNotes(1, {
    method:
      "Manual bands of a column of numbers: closed below and open above, so that a value on a cut-off belongs to the upper band.",
    column: "Column of numbers that is cut.",
    valueColumn: "Column of numbers that is summed per band.",
    direction: "Which bands come first.",
    cutoffs: "Falling for high-first, rising for low-first.",
    tiers: "The bands in that direction; one more than cut-offs.",
  }),
  ...methodNotes(2, {
    method:
      "One group per value of a column; blank cells are the group Unknown; other values are listed and get no group.",
    column: "Column whose values are the groups.",
    valueColumn: "Column of numbers that is summed per group.",
    groups: "In order. The value as the cells hold it, trimmed, in exact case; no name is Unknown or 未知.",
  }),
  ...methodNotes(3, {
    method:
      "Policy matrix: every combination of positions on the axes that a cell names is in that cell's class; all others are the group No policy.",
    valueColumn: "Column of numbers that is summed per class.",
    axes: "One at least, each of another column; bands as in cutoffs, values as in groups.",
    classes: "The segments. None is called No policy or 无对应政策.",
    cells:
      "One at least, each combination once. Per axis the band's id or the value; an empty text for the blank cells of a column of values.",
  }),
  ...methodNotes(5, {
    method:
      "Tiers by rank: the customers in order of a column, divided by shares of their number. Limits are quantiles of type 7; a value on a limit is in the tier that comes first, and equal values share a tier.",
    column: "Column of numbers that orders the customers.",
    valueColumn: "Column of numbers that is summed per tier.",
    direction: "From which end the shares count.",
    cutoffs: "Rising cumulative shares of the customers as fractions of one.",
    tiers: "In that direction; one more than cut-offs.",
    kept: "Limits of an earlier run, used instead of finding them: as many as cut-offs, falling for high-first, rising for low-first; equal ones leave a tier empty.",
  }),
  ...methodNotes(6, {
    method:
      "Ordered rules: a customer is in the segment of the first rule that holds. A rule holds where all tests of one of its alternatives do. An error value leaves every test open, text or a logical value those of a range; a blank is in no range, on no list and has no text. A customer for whom a rule is open before another has decided is not classified.",
    valueColumn: "Column of numbers that is summed per segment.",
    segments: "In order; none is called as otherwise.",
    otherwise: "Name of the segment of those for whom no rule holds.",
    rules:
      "In order. A band is closed below and open above, and has one limit at least; entries of a list are as the cells hold them, trimmed, in exact case; parts of texts are found in any case. With not, a test holds where it otherwise would not.",
  }),
};

/** Notes for a method by its place in the schema. */
function methodNotes(place: number, byName: Readonly<Record<string, string>>): Record<string, string> {
  const path = `properties.segmentations.items.oneOf.${place}.properties`;
  const shared = { name: "Also the header of the label column." };
  return Object.fromEntries(Object.entries({ ...shared, ...byName }).map(([name, note]) => [`${path}.${name}`, note]));
}

/** The plan's JSON Schema as the file holds it. */
export function planSchemaText(): string {
  const schema = z.toJSONSchema(Plan) as Record<string, unknown>;
  schema["title"] = "Tierbook plan";
  for (const [path, description] of Object.entries(notes)) {
    const node =
      path === "" ? schema : path.split(".").reduce((at, step) => at[step] as Record<string, unknown>, schema);
    node["description"] = description;
  }
  return `${JSON.stringify(schema, null, 2)}\n`;
}
