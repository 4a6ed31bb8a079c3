import * as z from "zod/mini";

/** What a cell may hold as text. */
export const Text = z.string().check(z.maxLength(32_767));
export const Name = z.string().check(z.minLength(1), z.maxLength(255));
/** Rows of a sheet, or as many things. */
export const Count = z.int().check(z.gte(0), z.lt(1_048_577));
export const Column = z.int().check(z.gte(0), z.lt(16_384));

/**
 * A list of at most so many things of one form. The first that is none ends the reading: of a hostile list nobody needs
 * to know all that is wrong.
 */
export function listOf<Form extends z.ZodMiniType>(form: Form, most: number): z.ZodMiniCustom<z.infer<Form>[]> {
  return z.custom<z.infer<Form>[]>(
    (list) => Array.isArray(list) && list.length <= most && list.every((one) => form.safeParse(one).success),
  );
}

/** True for rows of cells that are all of a kind. */
export function areRows(rows: unknown, isCell: (cell: unknown) => boolean): boolean {
  return Array.isArray(rows) && rows.every((cells) => Array.isArray(cells) && cells.every(isCell));
}
