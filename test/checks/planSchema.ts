import * as z from "zod/mini";
import { Plan } from "../../src/plan/plan";

/** Where the plan's JSON Schema is published. */
export const schemaPath = "assets/plan.schema.json";

/** What the schema's words cannot say by themselves, by path. */
const notes: Readonly<Record<string, string>> = {
  "": "What Tierbook runs over a customer table. Beyond this schema: cut-offs rise; a segmentation has one tier more than cut-offs; ids and names are unique within their list, names without regard to case; names hold no control characters; no tier is called Not classified or 未分类, which are the labels of rows without one.",
  "properties.version": "Version of this format.",
  "properties.table.properties.id": "The table's id in Excel. An empty text means: find the table by its name.",
  "properties.table.properties.name": "The table's name, as Excel's Table Design tab shows it.",
  "properties.keyColumn": "Column that names each customer once.",
  "properties.dataDate": "The date the data speaks of; null if not stated.",
  "properties.sheetLanguage": "Language of the sheets that Tierbook writes.",
  "properties.segmentations": "In the order of their label columns.",
  "properties.segmentations.items.properties.method": "ABC by cumulative share of the value column.",
  "properties.segmentations.items.properties.name": "Also the header of the label column.",
  "properties.segmentations.items.properties.valueColumn": "Column of numbers, in one unit.",
  "properties.segmentations.items.properties.cutoffs":
    "Rising cumulative shares as fractions of one, e.g. 0.8 and 0.95.",
  "properties.segmentations.items.properties.tiers": "Best first; one more than cut-offs.",
  "properties.segmentations.items.properties.tiers.items.properties.id": "Stable; the name may change without it.",
};

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
