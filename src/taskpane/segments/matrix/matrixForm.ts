import { unknownName } from "../../../segmentations/shared/reservedNames";
import type { Language } from "../../../text/language";
import type { AxisForm } from "../planForm";

/** The positions on an axis as cells name them; "" are the blank cells of a column of values. */
export function positionIds({ kind, positions }: AxisForm): readonly string[] {
  const ids = positions.map(({ id }) => id);
  return kind === "values" ? [...ids, ""] : ids;
}

/** What a position is called in the sheets' language. */
export function positionName({ positions }: AxisForm, position: string, language: Language): string {
  return position === "" ? unknownName[language] : (positions.find(({ id }) => id === position)?.name ?? position);
}

/** How many combinations of positions there are. */
export function combinationCount(axes: readonly AxisForm[]): number {
  return axes.reduce((product, axis) => product * positionIds(axis).length, 1);
}

/** All combinations of the given positions, axis by axis, the last running fastest. */
export function combinationsOf(positions: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return positions.reduce<readonly (readonly string[])[]>(
    (begun, ids) => begun.flatMap((at) => ids.map((id) => [...at, id])),
    [[]],
  );
}
