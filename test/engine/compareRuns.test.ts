import { classify } from "../../src/engine/classify";
import { movesSince, rowsBefore } from "../../src/actions/writing/comparedRuns";
import type { Moves } from "../../src/engine/compareRuns";
import { keptLabels, type KeptLabels } from "../../src/engine/keptLabels";
import type { Plan } from "../../src/plan/plan";
import { balancePlan as plan, balanceTable, type Balances } from "./balances";

/** Keys of one letter are their own marks. */
function movesBetween(before: Balances, now: Balances): Promise<Moves> {
  return movesTo(keptLabels(classify(plan, balanceTable(before)), plan, Object.keys(before)), now);
}

async function movesTo(former: KeptLabels, now: Balances, by: Plan = plan): Promise<Moves> {
  const table = balanceTable(now);
  const rows = await rowsBefore(former, Object.keys(now));
  const [moves] = await movesSince(former, by, { outcome: classify(by, table), table }, rows);
  if (!moves) throw new Error("no moves");
  return moves;
}

// Strategic to 80 %, Core to 95 %, Standard the rest.
const october = { a: 80, b: 15, c: 5, d: null };

test("nobody moves where nothing changed, in whatever order the rows stand", async () => {
  const moves = await movesBetween(october, { d: null, c: 5, b: 15, a: 80 });
  expect([moves.stayed, moves.moved, moves.entered, moves.left]).toEqual([4, 0, 0, 0]);
  expect(moves.from).toEqual(["Strategic", "Core", "Standard"]);
  expect(moves.customers).toEqual([
    [1, 0, 0, 0, 0],
    [0, 1, 0, 0, 0],
    [0, 0, 1, 0, 0],
    [0, 0, 0, 1, 0],
    [0, 0, 0, 0, 0],
  ]);
});

test("counts who moved, entered and left, and sums their values of now", async () => {
  // c rises to the top, a falls to the bottom, b left, e is new, d has got a value.
  const moves = await movesBetween(october, { a: 4, c: 80, d: 15, e: 1 });
  expect([moves.stayed, moves.moved, moves.entered, moves.left]).toEqual([0, 3, 1, 1]);
  expect(moves.customers).toEqual([
    [0, 0, 1, 0, 0],
    [0, 0, 0, 0, 1],
    [1, 0, 0, 0, 0],
    [0, 1, 0, 0, 0],
    [0, 0, 1, 0, 0],
  ]);
  expect(moves.values).toEqual([
    [0, 0, 4, 0],
    [0, 0, 0, 0],
    [80, 0, 0, 0],
    [0, 15, 0, 0],
    [0, 0, 1, 0],
  ]);
});

test("every customer of both runs is counted once", async () => {
  const now = { a: 4, c: 80, d: 15, e: 1, f: "n/a" };
  const { stayed, moved, entered, left } = await movesBetween(october, now);
  expect(stayed + moved + entered).toBe(Object.keys(now).length);
  expect(stayed + moved + left).toBe(Object.keys(october).length);
});

test("a segment with another name is the same segment", async () => {
  const former = keptLabels(classify(plan, balanceTable(october)), plan, Object.keys(october));
  const [only] = plan.segmentations;
  if (only?.method !== "abc") throw new Error("no value tiers");
  const renamed = {
    ...plan,
    segmentations: [{ ...only, tiers: only.tiers.map((it) => ({ ...it, name: `=${it.name}` })) }],
  };
  expect(await movesTo(former, october, renamed)).toMatchObject({
    moved: 0,
    stayed: 4,
    to: ["=Strategic", "=Core", "=Standard"],
  });
});

test("a mark that two former customers share stands for neither", async () => {
  const former = keptLabels(classify(plan, balanceTable(october)), plan, ["x", "x", "c", "d"]);
  expect(await movesTo(former, { x: 80, c: 5 })).toMatchObject({ entered: 1, left: 3 });
});
