import * as z from "zod/mini";
import { Id, Name, Values } from "../shared/parts";
import { columnAndValue, type PlanKind } from "../shared/planKind";
import { valueProblems } from "../shared/positionProblems";

/** One group per value of a column, in the declared order. Blank cells are a group of their own after them. */
const GroupsSegmentation = z.strictObject({
  method: z.literal("groups"),
  id: Id,
  name: Name,
  /** The column whose values are the groups. */
  column: Name,
  /** The column that is summed per group. */
  valueColumn: Name,
  groups: Values,
});

export const groups: PlanKind<z.infer<typeof GroupsSegmentation>> = {
  schema: GroupsSegmentation,
  columns: columnAndValue,
  measured: ({ valueColumn }) => [valueColumn],
  problems: (segmentation, path) => valueProblems(segmentation.groups, `${path}.groups`),
};
