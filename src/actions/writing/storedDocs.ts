import * as z from "zod/mini";
import { areRows, Column, Count, listOf, Name, Text } from "./storedParts";

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
type Cell = z.infer<typeof Cell>;

/** Cells are many, and most of them plain: only the others are looked at by their form. */
function isCell(cell: unknown): boolean {
  if (cell === null || typeof cell === "string" || typeof cell === "number") return true;
  if (typeof cell !== "object") return false;
  const { asIs, formula } = cell as { readonly asIs?: unknown; readonly formula?: unknown };
  if (Object.keys(cell).length === 1 && asIs === true) return true;
  if (Object.keys(cell).length === 1 && typeof formula === "string") return formula.length <= longestFormula;
  return Cell.safeParse(cell).success;
}

/** As long as a cell may be. */
const longestFormula = 32_767;

/** The most parts of a report, and the most columns and pairs that all of them have together. */
const mostBlocks = 3_000;
const mostParts = 20_000;

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
    rows: z.custom<Cell[][]>((rows) => areRows(rows, isCell)),
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

const Blocks = listOf(Block, mostBlocks);

/** Whether there is little enough to be looked at, whatever it is. */
function areFew(blocks: unknown): boolean {
  const sizeOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0);
  const parts = (block: unknown): number => {
    const { columns, pairs, looks } = (block ?? {}) as Readonly<Record<string, unknown>>;
    return sizeOf(columns) + sizeOf(pairs) + sizeOf(looks) / 10;
  };
  return Array.isArray(blocks) && blocks.reduce<number>((sum, block) => sum + parts(block), 0) <= mostParts;
}

/** Reports as they stand on the sheets, or will. */
export const StoredDocs = listOf(
  z.strictObject({
    id: z.enum(["tierbook", "segments", "owners", "policy", "runs", "changes", "planned", "pack", "history"]),
    name: Name,
    blocks: z.custom<z.infer<typeof Blocks>>((blocks) => areFew(blocks) && Blocks.safeParse(blocks).success),
    widths: z.record(z.string(), z.number()),
    frozenRows: Count,
  }),
  20,
);
