import type { Plan } from "../plan/plan";
import type { Column } from "../table/customerTable";
import { inTurns } from "../workbook/inTurns";
import type { ActionOptions } from "./progress";
import { readCustomers, type Customers } from "./readCustomers";

/**
 * Whether the tables hold what was read of them, in the columns that a plan uses: Excel tells of changes up to seconds
 * late, also of those that were there when they were read. Reads all of them again.
 */
export async function stillAsRead(plan: Plan, before: Customers, options: ActionOptions = {}): Promise<boolean> {
  const now = await readCustomers(plan, options);
  if (now.fingerprint !== before.fingerprint) return false;
  if (!sameLines(now, before)) return false;
  for (const column of now.table.columns) {
    const former = before.table.columns.find(({ name }) => name === column.name);
    if (former === undefined || !(await sameCells(column, former))) return false;
  }
  return true;
}

function sameLines({ orderLines: now }: Customers, { orderLines: before }: Customers): boolean {
  return now.every(({ hashes }, i) => {
    const former = before[i]?.hashes;
    return former?.lines === hashes.lines && hashes.whole.every((hash, line) => hash === former.whole[line]);
  });
}

async function sameCells(a: Column, b: Column): Promise<boolean> {
  if (a.kinds.length !== b.kinds.length) return false;
  let same = true;
  await inTurns(a.kinds.length, (row) => {
    same &&=
      a.kinds[row] === b.kinds[row] && a.texts[row] === b.texts[row] && Object.is(a.numbers[row], b.numbers[row]);
  });
  return same;
}
