import * as z from "zod/mini";
import type { SeenCells } from "../../engine/seenCells";

const Count = z.int().check(z.gte(0), z.lt(1_048_577));

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
  })
  .check(z.refine(({ customers, width, columns }) => columns.every(({ marks }) => marks.length === customers * width)));

/** What the last complete run saw, as it claims to be; null if it is missing, damaged or something else. */
export function storedSeen(text: string | null | undefined): SeenCells | null {
  if (text === null || text === undefined) return null;
  try {
    const parsed = Seen.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
