/** Repeatable draws: the same seed gives the same sequence on every machine. */
export interface Draw {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** An item, each as likely as its weight says; equally likely without weights. */
  pick<T>(items: readonly T[], weights?: readonly number[]): T;
}

/**
 * Draws from sfc32, a small fast generator with 128 bits of state that passes PractRand.
 *
 * Source: C. Doty-Humphrey, PractRand 0.95, sfc32. Normals by the polar method: G. Marsaglia and T. A. Bray,
 * "A Convenient Method for Generating Normal Variables", SIAM Review 6(3), 1964. It uses logarithm and square root
 * only, and results are rounded by the caller: the last digit of a logarithm may differ between machines.
 */
export function seededDraw(seed: number): Draw {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
  const uniform = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 20; i++) uniform(); // the seed has to spread through the state first
  const normal = (): number => {
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
    }
  };
  return {
    uniform,
    normal,
    pick(items, weights = items.map(() => 1)) {
      let rest = uniform() * weights.reduce((sum, weight) => sum + weight, 0);
      const found = weights.findIndex((weight) => (rest -= weight) < 0);
      const item = items[found < 0 ? items.length - 1 : found];
      if (item === undefined) throw new RangeError("pick requires an item");
      return item;
    },
  };
}
