/** A client as a row of an export says it: the key, and what is owed in tenths of a thousand. */
export interface CountedClient {
  readonly key: string;
  readonly tenths: number;
}

/** The first, second and third tier as 0, 1 and 2, by key. */
export type CountedTiers = ReadonlyMap<string, number>;

/** The least that is owed in the first tier and in the second, in tenths. */
export type CountedLimits = readonly [first: number, second: number];

/** Who moved from where to where: below the tiers "not classified" and "new", right of them "not classified" and "gone". */
export interface CountedMoves {
  readonly customers: readonly (readonly number[])[];
  /** What the clients of now owe, without a column for those gone. */
  readonly values: readonly (readonly number[])[];
  /** In both months, in different tiers. */
  readonly moved: number;
  readonly entered: number;
  readonly left: number;
}

/**
 * Tiers by 80 and 95 per cent, counted without the method: in order of value, a client is in the first tier while those
 * strictly above hold less than 80 per cent.
 */
export function tiersByShare(clients: readonly CountedClient[]): CountedTiers {
  const all = clients.reduce((sum, { tenths }) => sum + tenths, 0);
  return new Map(
    clients.map(({ key, tenths }) => {
      const above = clients.filter((other) => other.tenths > tenths).reduce((sum, other) => sum + other.tenths, 0);
      // Whole numbers on both sides: nothing is rounded.
      const tier = tenths <= 0 ? 2 : 100 * above < 80 * all ? 0 : 100 * above < 95 * all ? 1 : 2;
      return [key, tier];
    }),
  );
}

/** Where the first and the second tier begin. */
export function limitsOf(clients: readonly CountedClient[], tiers: CountedTiers): CountedLimits {
  const least = (tier: number): number =>
    Math.min(...clients.filter(({ key }) => tiers.get(key) === tier).map(({ tenths }) => tenths));
  return [least(0), least(1)];
}

export function tiersByLimits(clients: readonly CountedClient[], [first, second]: CountedLimits): CountedTiers {
  return new Map(clients.map(({ key, tenths }) => [key, tenths >= first ? 0 : tenths >= second ? 1 : 2]));
}

export function countedMoves(before: CountedTiers, now: CountedTiers, clients: readonly CountedClient[]): CountedMoves {
  const customers = Array.from({ length: 5 }, () => new Array<number>(5).fill(0));
  const tenths = Array.from({ length: 5 }, () => new Array<number>(4).fill(0));
  const owed = new Map(clients.map((client) => [client.key, client.tenths]));
  for (const [key, tier] of now) {
    const from = before.get(key) ?? 4;
    customers[from]![tier]!++;
    tenths[from]![tier]! += owed.get(key) ?? 0;
  }
  for (const [key, tier] of before) if (!now.has(key)) customers[tier]![4]!++;
  return {
    customers,
    values: tenths.map((cells) => cells.map((sum) => sum / 10)),
    moved: [...now].filter(([key, tier]) => before.has(key) && before.get(key) !== tier).length,
    entered: [...now.keys()].filter((key) => !before.has(key)).length,
    left: [...before.keys()].filter((key) => !now.has(key)).length,
  };
}

/** How many clients of now each tier has. */
export function tierSizes(tiers: CountedTiers): readonly number[] {
  return [0, 1, 2].map((tier) => [...tiers.values()].filter((one) => one === tier).length);
}
