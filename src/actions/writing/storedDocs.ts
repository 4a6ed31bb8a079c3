import * as z from "zod/mini";
import { Column, Count, Name, Text } from "./storedParts";

const Format = z.enum(["measure", "text", "count", "money", "smallMoney", "share", "date", "dateTime", "general"]);

const Cell = z.union([
  z.string(),
  z.number(),
  z.null(),
  z.strictObject({ formula: Text, format: z.optional(Format) }),
  z.strictObject({ day: Text }),
  z.strictObject({ asIs: z.literal(true) }),
  z.strictObject({ text: Text, linkTo: z.strictObject({ sheet: Text, cell: Text }) }),
]);
const at = { id: Text, row: Count, column: Column };

const Block = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("text"),
    ...at,
    style: z.enum(["title", "heading", "body", "strong", "label", "note", "warning"]),
    cell: Cell,
    format: z.optional(Format),
  }),
  z.strictObject({
    kind: z.literal("pairs"),
    ...at,
    pairs: z.array(z.strictObject({ name: Text, cell: Cell, format: Format })),
  }),
  z.strictObject({
    kind: z.literal("table"),
    ...at,
    name: Name,
    filters: z.optional(z.literal(true)),
    shaded: z.optional(z.literal(true)),
    columns: z.array(
      z.strictObject({
        header: Text,
        format: Format,
        width: z.number(),
        asIs: z.optional(z.literal(true)),
        input: z.optional(z.literal(true)),
        inputRows: z.optional(Count),
        choicesFrom: z.optional(Text),
        choices: z.optional(z.array(Text)),
        free: z.optional(z.literal(true)),
        dates: z.optional(z.strictObject({ title: Text, message: Text })),
        rules: z.optional(z.array(z.strictObject({ when: Text, look: z.enum(["good", "warning", "bad", "quiet"]) }))),
        hidden: z.optional(z.literal(true)),
      }),
    ),
    standing: z.optional(Count),
    rows: z.array(z.array(Cell)),
    looks: z.optional(z.array(z.enum(["plain", "muted", "total"]))),
  }),
  z.strictObject({
    kind: z.literal("chart"),
    ...at,
    name: Name,
    title: Text,
    rows: Count,
    columns: Column,
    chart: z.strictObject({
      kind: z.enum(["pareto", "columns"]),
      table: Text,
      categories: Text,
      bars: Text,
      line: Text,
      rows: z.optional(Count),
    }),
  }),
]);

/** Reports as they stand on the sheets, or will. */
export const StoredDocs = z.array(
  z.strictObject({
    id: z.enum(["tierbook", "segments", "owners", "policy", "runs", "changes", "planned", "pack", "history"]),
    name: Name,
    blocks: z.array(Block),
    widths: z.record(z.string(), z.number()),
    frozenRows: Count,
  }),
);
