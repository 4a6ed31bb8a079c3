import { rowsBefore } from "../../src/actions/writing/comparedRuns";
import { classify } from "../../src/engine/classify";
import { keptChanges, mostChanges, type KeptChanges } from "../../src/engine/keptChanges";
import { keptLabels } from "../../src/engine/keptLabels";
import { balancePlan as plan, balanceTable, type Balances } from "./balances";

/** Keys of one length are their own marks. */
async function changesBetween(before: Balances, now: Balances): Promise<KeptChanges> {
  const former = keptLabels(classify(plan, balanceTable(before)), plan, Object.keys(before));
  const table = balanceTable(now);
  const keys = Object.keys(now);
  const [changes] = keptChanges(former, plan, classify(plan, table), table, await rowsBefore(former, keys), keys);
  if (!changes) throw new Error("no changes");
  return changes;
}

test("whoever is in another segment, or new, is kept by key, the largest values first, in any row order", async () => {
  const october = { a: 80, b: 15, c: 5, d: null, f: 0 };
  // c rises to the top, a falls to the bottom, b left, e is new, d has got a value, f stays.
  const kept = { id: "value-tier", marks: "cdae", from: "2304", to: "0122", more: 0 };
  expect(await changesBetween(october, { a: 4, c: 80, d: 15, e: 1, f: 0 })).toEqual(kept);
  expect(await changesBetween(october, { f: 0, e: 1, d: 15, c: 80, a: 4 })).toEqual(kept);
});

test("no more than so many are kept, those with the largest values, and the others are counted", async () => {
  const entered = Object.fromEntries(
    Array.from({ length: mostChanges + 3 }, (_, i): [string, number] => [`k${10_000 + i}`, i]),
  );
  const changes = await changesBetween({ k00000: 1 }, entered);
  expect([changes.from.length, changes.to.length, changes.marks.length, changes.more]).toEqual([
    mostChanges,
    mostChanges,
    6 * mostChanges,
    3,
  ]);
  expect(changes.marks.slice(0, 6)).toBe(`k${10_000 + mostChanges + 2}`);
  expect(changes.marks).not.toContain("k10002");
});
