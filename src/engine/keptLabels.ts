import type { Outcome } from "./outcome";

/** The labels of a run as the workbook keeps them until the next one: what that run compares itself with. */
export interface KeptLabels {
  readonly keyColumn: string;
  /** The marks of all keys on end, `markLength` characters each, in the order of the rows. */
  readonly keys: string;
  readonly segmentations: readonly {
    readonly id: string;
    readonly groups: readonly { readonly id: string; readonly name: string }[];
    /** One character per row: the group's index, or the number of groups for not classified, from `firstCode` on. */
    readonly codes: string;
  }[];
}

/** The character "0": all codes are printable, and those of ten groups are digits. */
export const firstCode = 48;

/** What is to be kept of an outcome. */
export function keptLabels(outcome: Outcome, keyColumn: string, keys: readonly string[]): KeptLabels {
  return {
    keyColumn,
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
