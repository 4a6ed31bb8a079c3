import type { Assignment } from "../../actions/owners/assignOwner";

interface Waiting {
  assignment: Assignment;
  readonly tell: ((saved: boolean) => void)[];
}

/**
 * Saves fields one after the other; of several values for one field that wait, the newest. A field that is changed again
 * before the pane has read its sheet anew goes by what was saved last.
 *
 * @param save - saves one field; true if it stands in the sheet
 * @returns what takes a value to be saved; resolves to true if it, or a newer one of the field, stands in the sheet
 */
export function saveQueue(
  save: (assignment: Assignment) => Promise<boolean>,
): (wanted: Assignment) => Promise<boolean> {
  const waiting = new Map<string, Waiting>();
  const last = new Map<string, Assignment>();
  let running = false;

  async function run(): Promise<void> {
    running = true;
    for (let next = first(waiting); next !== null; next = first(waiting)) {
      const [key, { assignment, tell }] = next;
      waiting.delete(key);
      const known = last.get(key);
      const before = known?.before === assignment.before ? known.value : assignment.before;
      const saved = await save({ ...assignment, before }).catch(() => false);
      if (saved) last.set(key, assignment);
      for (const one of tell) one(saved);
    }
    running = false;
  }

  return (wanted) =>
    new Promise((tell) => {
      const key = JSON.stringify([wanted.segment, wanted.field]);
      const found = waiting.get(key);
      if (found) {
        found.assignment = wanted;
        found.tell.push(tell);
      } else waiting.set(key, { assignment: wanted, tell: [tell] });
      if (!running) void run();
    });
}

function first(waiting: ReadonlyMap<string, Waiting>): readonly [string, Waiting] | null {
  for (const entry of waiting) return entry;
  return null;
}
