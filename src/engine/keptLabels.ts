import type { Plan } from "../plan/plan";
import type { WrittenMeasure } from "../segmentations/shared/planKind";
import type { Outcome } from "./outcome";

/** The labels of a run as the workbook keeps them until the next one: what that run compares itself with. */
export interface KeptLabels {
  readonly keyColumn: string;
  /** The column of client groups, where customers were taken together by one. */
  readonly groupColumn?: string | undefined;
  /** True where rows were left out: they are not among these customers, and hold the label of those not classified. */
  readonly leftOut?: true | undefined;
  /** The marks of all keys on end, `markLength` characters each, in the order of the customers. */
  readonly keys: string;
  readonly segmentations: readonly {
    readonly id: string;
    readonly groups: readonly { readonly id: string; readonly name: string }[];
    /** One character per customer: the group's index, or the number of groups for not classified, from `firstCode` on. */
    readonly codes: string;
  }[];
  /** What the run wrote beside its labels: per customer the mark of its text, as `textMarks` writes them. */
  readonly measures?:
    readonly { readonly id: string; readonly measure: WrittenMeasure; readonly marks: string }[] | undefined;
}

/** The character "0": all codes are printable, and those of ten groups are digits. */
export const firstCode = 48;

/**
 * What is to be kept of an outcome with one row per customer.
 *
 * @param keys - the marks of the customers' keys
 */
export function keptLabels(
  outcome: Outcome,
  { keyColumn, rows: { perCustomer, groupColumn } }: Pick<Plan, "keyColumn" | "rows">,
  keys: readonly string[],
): KeptLabels {
  return {
    keyColumn,
    ...(perCustomer === "one" || groupColumn === null ? {} : { groupColumn }),
    keys: keys.join(""),
    segmentations: outcome.segmentations.map(({ id, groups, labels }) => ({
      id,
      groups: groups.map((group) => ({ id: group.id, name: group.name })),
      codes: codesOf(labels),
    })),
  };
}

/** In pieces, because a call takes only so many arguments. */
function codesOf(labels: Uint16Array): string {
  const pieces: string[] = [];
  for (let row = 0; row < labels.length; row += 8192) {
    pieces.push(String.fromCharCode(...labels.subarray(row, row + 8192).map((label) => firstCode + label)));
  }
  return pieces.join("");
}
