import * as z from "zod/mini";

/** The name of a column, a tier or a table. */
export const Name = z.string().check(z.minLength(1), z.maxLength(255));

export const Id = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));

/** A part of the whole, as a fraction of one. */
export const Share = z.number().check(z.gt(0), z.lt(1));

/** A day as YYYY-MM-DD. */
export const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** A tier's stable id and its name, which the user may change without changing the id. */
export const Tier = z.strictObject({ id: Id, name: Name });

/** Limits as an earlier run found them in its data, to be used again instead of finding them anew. */
export const Kept = z.strictObject({
  limits: z.array(z.number()).check(z.minLength(1), z.maxLength(9)),
  /** The date that run's data spoke of; null if it was not stated. */
  dataDate: z.nullable(Day),
});
export type Kept = z.infer<typeof Kept>;

/** The most groups that a plan takes by the values of a column. */
export const mostGroups = 30;

/** Values as the cells hold them, trimmed, in exact case; and what each is called. */
export const Values = z
  .array(z.strictObject({ value: Name, name: Name }))
  .check(z.minLength(1), z.maxLength(mostGroups));
