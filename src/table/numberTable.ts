/** Whole numbers from zero on by numbers, in typed arrays. */
export interface NumberTable {
  /** -1 for a key that has none. */
  find(key: number): number;
  /** The same, but a key that has none gets the given number. */
  add(key: number, next: number): number;
}

const leastBits = 4;

/**
 * A hash table with open addressing, at most half full: a key and its number lie side by side, so that looking one up
 * touches memory once.
 */
export function numberTable(expected: number): NumberTable {
  let bits = Math.max(leastBits, Math.ceil(Math.log2(2 * expected + 1)));
  /** Per slot the key, and one more than its number; 0 for an empty slot. */
  let slots = new Float64Array(2 ** (bits + 1));
  let held = 0;
  const slotOf = (key: number): number => {
    const last = slots.length - 1;
    let slot = 2 * placeOf(key, bits);
    while (slots[slot + 1] !== 0 && slots[slot] !== key) slot = (slot + 2) & last;
    return slot;
  };
  const grow = (): void => {
    const former = slots;
    bits++;
    slots = new Float64Array(2 ** (bits + 1));
    for (let from = 0; from < former.length; from += 2) {
      if (former[from + 1] !== 0) slots.set(former.subarray(from, from + 2), slotOf(former[from]!));
    }
  };
  return {
    find: (key) => slots[slotOf(key) + 1]! - 1,
    add(key, next) {
      const slot = slotOf(key);
      if (slots[slot + 1] !== 0) return slots[slot + 1]! - 1;
      slots[slot] = key;
      slots[slot + 1] = next + 1;
      held++;
      if (2 * held > 2 ** bits) grow();
      return next;
    },
  };
}

const whole = new Float64Array(1);
const halves = new Int32Array(whole.buffer);

/**
 * Where to begin to look for a key among 2 ** bits slots. Whole numbers that follow one another, as ids mostly do, stand
 * side by side, so that their slots take little memory; what is beyond the slots moves them on by a mixed amount.
 */
function placeOf(key: number, bits: number): number {
  const last = 2 ** bits - 1;
  const low = key | 0;
  if (low === key) return (low + mixed(low >> bits)) & last;
  whole[0] = key;
  return (mixed(halves[0]!) + mixed(halves[1]!)) & last;
}

/** Spreads a number over 32 bits. Source: the finaliser of MurmurHash3. */
function mixed(number: number): number {
  let bits = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
