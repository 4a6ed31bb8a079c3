import * as z from "zod/mini";

/** What a cell may hold as text. */
export const Text = z.string().check(z.maxLength(32_767));
export const Name = z.string().check(z.minLength(1), z.maxLength(255));
/** Rows of a sheet, or as many things. */
export const Count = z.int().check(z.gte(0), z.lt(1_048_577));
export const Column = z.int().check(z.gte(0), z.lt(16_384));
