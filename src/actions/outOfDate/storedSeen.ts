import * as z from "zod/mini";
import type { SeenCells } from "../../engine/seenCells";
import { storedJson } from "../writing/storedJson";
import { cellsPerThird, firstColumnAt } from "../../engine/seenLines";

const Count = z.int().check(z.gte(0), z.lt(1_048_577));

/** Sums of at most 2^20 hashes of four bytes each. */
const Sum = z.int().check(z.gte(0), z.lte(2 ** 52));

/** Segmentations that share a table of orders may read it by other columns. */
const mostOrderColumns = 100;

/** What `seenLinesBuilder` makes. */
const Lines = z
  .strictObject({
    table: z.string().check(z.minLength(1), z.maxLength(255)),
    lines: Count,
    columns: z
      .array(
        z.strictObject({
          name: z.string().check(z.minLength(1), z.maxLength(255)),
          sum: Sum,
          restless: z.optional(z.literal(true)),
        }),
      )
      .check(z.minLength(1), z.maxLength(mostOrderColumns)),
    marks: z.array(Sum).check(z.maxLength(3 * cellsPerThird * (firstColumnAt + mostOrderColumns))),
  })
  .check(z.refine(({ columns, marks }) => marks.length === 3 * cellsPerThird * (firstColumnAt + columns.length)));

/** What `seenBuilder` makes: as many marks in every column as there were customers. */
const Seen = z
  .strictObject({
    customers: Count,
    width: z.int().check(z.gte(0), z.lte(2)),
    columns: z
      .array(
        z.strictObject({
          name: z.string().check(z.minLength(1), z.maxLength(255)),
          sum: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
          marks: z.string(),
          restless: z.optional(z.literal(true)),
        }),
      )
      .check(z.maxLength(200)),
    orders: z.optional(z.array(Lines).check(z.maxLength(30))),
  })
  .check(z.refine(({ customers, width, columns }) => columns.every(({ marks }) => marks.length === customers * width)));

/** What the last complete run saw, as it claims to be; null if it is missing, damaged or something else. */
export function storedSeen(text: string | null | undefined): SeenCells | null {
  if (text === null || text === undefined) return null;
  try {
    const parsed = Seen.safeParse(storedJson("seen", text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
