/** In which order to calculate, and which formulas refer to themselves on the way. */
export interface CalculationOrder<T> {
  readonly order: readonly T[];
  /** Formulas in a circle; Excel warns and shows 0. */
  readonly circular: readonly T[];
}

/**
 * Everything that has to be calculated anew, each after what it reads.
 *
 * @param seeds - formulas that are known to be out of date
 * @param dependentsOf - calls back for every formula that reads the given one
 */
export function calculationOrder<T>(
  seeds: Iterable<T>,
  dependentsOf: (formula: T, visit: (dependent: T) => void) => void,
): CalculationOrder<T> {
  const readers = new Map<T, T[]>();
  const waiting = [...seeds];
  for (const formula of waiting) readers.set(formula, []);
  for (let formula = waiting.pop(); formula !== undefined; formula = waiting.pop()) {
    const own = readers.get(formula);
    dependentsOf(formula, (dependent) => {
      own?.push(dependent);
      if (readers.has(dependent)) return;
      readers.set(dependent, []);
      waiting.push(dependent);
    });
  }

  const unmet = new Map<T, number>();
  for (const list of readers.values()) for (const reader of list) unmet.set(reader, (unmet.get(reader) ?? 0) + 1);
  const order = [...readers.keys()].filter((formula) => !unmet.get(formula));
  const release = (from: number): void => {
    for (let i = from; i < order.length; i++) {
      for (const reader of readers.get(order[i] as T) ?? []) {
        const left = (unmet.get(reader) ?? 0) - 1;
        unmet.set(reader, left);
        if (left === 0) order.push(reader);
      }
    }
  };
  release(0);
  if (order.length === readers.size) return { order, circular: [] };

  const ordered = new Set(order);
  const stuck = [...readers.keys()].filter((formula) => !ordered.has(formula));
  const circular = inCircles(stuck, readers);
  // What merely reads a circle is calculated after it, with its zero.
  const rest = new Set(stuck);
  for (const formula of circular) {
    rest.delete(formula);
    for (const reader of readers.get(formula) ?? []) unmet.set(reader, (unmet.get(reader) ?? 0) - 1);
  }
  const from = order.length;
  for (const formula of rest) if (unmet.get(formula) === 0) order.push(formula);
  release(from);
  return { order, circular };
}

/** Takes away, again and again, those whom no other of them reads; what stays is in a circle or between two. */
function inCircles<T>(stuck: readonly T[], readers: ReadonlyMap<T, readonly T[]>): readonly T[] {
  const left = new Set(stuck);
  const readBy = new Map<T, number>();
  const reads = new Map<T, T[]>();
  for (const formula of stuck) {
    const own = [...(readers.get(formula) ?? [])].filter((reader) => left.has(reader));
    readBy.set(formula, own.length);
    for (const reader of own) reads.set(reader, [...(reads.get(reader) ?? []), formula]);
  }
  const unread = stuck.filter((formula) => readBy.get(formula) === 0);
  for (let formula = unread.pop(); formula !== undefined; formula = unread.pop()) {
    left.delete(formula);
    for (const precedent of reads.get(formula) ?? []) {
      const count = (readBy.get(precedent) ?? 0) - 1;
      readBy.set(precedent, count);
      if (count === 0) unread.push(precedent);
    }
  }
  return [...left];
}
