/** Customers who change segment and have the same content in a column. */
export interface Concerned {
  /** What the column holds; "" for a blank cell. */
  readonly value: string;
  readonly customers: number;
  /** The sum of their values of now. */
  readonly amount: number;
}

/** Counts customers by the content of a column, one by one. */
export interface ConcernedCounter {
  readonly add: (content: string, value: number | null) => void;
  /** Most customers first. */
  readonly counts: () => readonly Concerned[];
}

export function concernedCounter(): ConcernedCounter {
  const found = new Map<string, { customers: number; amount: number }>();
  return {
    add: (content, value) => {
      const sum = found.get(content);
      if (sum === undefined) found.set(content, { customers: 1, amount: value ?? 0 });
      else {
        sum.customers++;
        sum.amount += value ?? 0;
      }
    },
    counts: () =>
      [...found]
        .map(([value, sum]) => ({ value, ...sum }))
        .sort((a, b) => b.customers - a.customers || b.amount - a.amount || (a.value < b.value ? -1 : 1)),
  };
}
