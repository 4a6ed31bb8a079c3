import * as z from "zod/mini";
import { Day, Id, Name, Tier } from "./parts";

/** The most rules of a segmentation, alternatives of a rule, and tests that an alternative joins. */
export const mostRules = 100;
export const mostAlternatives = 6;
export const mostTests = 8;

/** The most segments that rules lead to. */
export const mostSegments = 30;

/** The share of the customers for whom no rule holds that is still no reason to warn. */
export const mostOtherwise = 0.1;

const not = z.boolean();

/** What a rule asks of one column. `not` turns the answer round. */
export const RuleTest = z.discriminatedUnion("kind", [
  /** A number in [from, below); null for an open end. */
  z.strictObject({
    kind: z.literal("band"),
    column: Name,
    not,
    from: z.nullable(z.number()),
    below: z.nullable(z.number()),
  }),
  /** A day in [from, below); null for an open end. Cells are read as dates, by the plan's order where they are text. */
  z.strictObject({
    kind: z.literal("days"),
    column: Name,
    not,
    from: z.nullable(Day),
    below: z.nullable(Day),
  }),
  /** One of these values, trimmed and in exact case as groups are. */
  z.strictObject({
    kind: z.literal("list"),
    column: Name,
    not,
    values: z.array(Name).check(z.minLength(1), z.maxLength(100)),
  }),
  /** A part of a text, in any case. */
  z.strictObject({
    kind: z.literal("text"),
    column: Name,
    not,
    how: z.enum(["contains", "starts", "ends"]),
    text: Name,
  }),
  z.strictObject({ kind: z.literal("blank"), column: Name, not }),
]);

export type RuleTest = z.infer<typeof RuleTest>;

/** One rule: customers for whom all tests of one of its alternatives hold. */
const Rule = z.strictObject({
  segment: Id,
  any: z
    .array(z.strictObject({ all: z.array(RuleTest).check(z.minLength(1), z.maxLength(mostTests)) }))
    .check(z.minLength(1), z.maxLength(mostAlternatives)),
});

/** Ordered rules: a customer is in the segment of the first rule that holds, and in the last segment where none does. */
export const RulesSegmentation = z.strictObject({
  method: z.literal("rules"),
  id: Id,
  name: Name,
  /** The column that is summed per segment. */
  valueColumn: Name,
  segments: z.array(Tier).check(z.minLength(1), z.maxLength(mostSegments)),
  /** The name of the segment of those for whom no rule holds. */
  otherwise: Name,
  rules: z.array(Rule).check(z.minLength(1), z.maxLength(mostRules)),
});
export type RulesSegmentation = z.infer<typeof RulesSegmentation>;
