import type { RfmResult } from "../../../../src/segmentations/rfm/rfmResult";
import { scoreCells } from "../../../../src/segmentations/rfm/scoreCells";
import { withScoring, withSegmentAt } from "../../../../src/taskpane/segments/rfm/editRfm";
import { proposedScoring } from "../../../../src/taskpane/segments/rfm/proposedScoring";
import type { RfmForm } from "../../../../src/taskpane/segments/planForm";
import { customersOf, rfm, run } from "./bought";

const form = (): RfmForm => rfm;
const found = (orders: readonly number[]): RfmResult => run(form(), customersOf(orders));

test("limits of days and orders are proposed where many customers ordered once, so that fifths leave a score to nobody", () => {
  const proposal = proposedScoring(form(), found([1, 1, 1, 1, 1, 1, 2, 2, 3, 9]));
  expect(proposal).toMatchObject({
    empty: ["frequency"],
    oneTime: 0.6,
    limits: { recency: [30, 90, 180, 365], frequency: [2, 3, 4, 6] },
    sameOrders: false,
  });
});

test("where everybody ordered alike, the proposal says that no limits would tell them apart", () => {
  expect(proposedScoring(form(), found([7, 7, 7, 7, 7, 7, 7, 7, 7, 6]))).toMatchObject({
    oneTime: null,
    sameOrders: true,
  });
});

test("nothing is proposed where every score is somebody's, or the limits are one's own already", () => {
  expect(proposedScoring(form(), found([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))).toBeNull();
  const own = withScoring(form(), "frequency", { by: "limits", limits: [2, 3, 4, 6] });
  expect(proposedScoring(own, run(own, customersOf([1, 1, 1, 1, 1, 1, 2, 2, 3, 9])))).toBeNull();
});

test("a map that is complete stays complete with more or fewer scores", () => {
  const fewer = withScoring(form(), "frequency", { by: "mean" });
  const more = withScoring(fewer, "frequency", { by: "limits", limits: [2, 5, 9] });
  for (const [edited, count] of [
    [fewer, 50],
    [more, 100],
  ] as const) {
    const cells = scoreCells(edited);
    expect(cells).toHaveLength(count);
    expect(cells.filter(({ segment, overruled }) => segment === null || overruled.length > 0)).toEqual([]);
  }
});

test("a map never loses its last line", () => {
  const { map } = withSegmentAt(form(), () => true, null);
  expect(map.length).toBeGreaterThan(0);
});
