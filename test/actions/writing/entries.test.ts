import { completedHead, planRevisions } from "../../../src/actions/writing/entries";
import type { Head } from "../../../src/workbook/store";

/** The directory after so many runs whose plans take so many cells each. */
function afterRuns(runs: number, parts: number): Head {
  let head: Head = { tierbook: 1, entries: {}, run: null };
  for (let run = 1; run <= runs; run++) {
    const entry = { row: 100 * run, parts, sha256: "0".repeat(64) };
    head = completedHead({ ...head, entries: { ...head.entries, "plan-next": entry, "docs-next": entry } });
  }
  return head;
}

test("the last 20 revisions of a plan are kept, and of a large one as many as fit, but never fewer than two", () => {
  expect(planRevisions(afterRuns(25, 1))).toEqual(Array.from({ length: 20 }, (_, i) => 25 - i));
  expect(planRevisions(afterRuns(25, 5))).toEqual([25, 24, 23, 22]);
  expect(planRevisions(afterRuns(25, 15))).toEqual([25, 24]);
});
