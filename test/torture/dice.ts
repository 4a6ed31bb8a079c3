import { seededDraw, type Draw } from "../../src/sample/seededDraw";

/** Repeatable choices. */
export interface Dice extends Draw {
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  /** True with this probability. */
  chance(share: number): boolean;
  /** The items in another order. */
  shuffled<T>(items: readonly T[]): T[];
}

/** The same choices for the same seed. */
export function dice(seed: number): Dice {
  const draw = seededDraw(seed);
  const int = (from: number, to: number): number => from + Math.floor(draw.uniform() * (to - from + 1));
  return {
    ...draw,
    int,
    chance: (share) => draw.uniform() < share,
    shuffled: (items) =>
      items
        .map((item) => ({ item, at: draw.uniform() }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item),
  };
}
