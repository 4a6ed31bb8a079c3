import type { Rfm } from "../segmentations/rfm/orders";

type Ranges = Pick<Rfm, "segments" | "map">;

/** Rules as the R package rfm takes them: names, then lower and upper scores of recency, frequency and amount. */
function rules(names: readonly string[], ...bounds: readonly (readonly number[])[]): Ranges {
  const range = (measure: number, i: number): [number, number] => [
    bounds[2 * measure]![i]!,
    bounds[2 * measure + 1]![i]!,
  ];
  return {
    segments: names.map((name, i) => ({ id: `s${i}`, name })),
    map: names.map((_, i) => {
      return { segment: `s${i}`, recency: range(0, i), frequency: range(1, i), monetary: range(2, i) };
    }),
  };
}

/** The rules of the package's vignette of transactions. Source: rsquaredacademy/rfm 0.3.0 (MIT), man/rfm_segment.Rd. */
export const vignetteRules = rules(
  [
    ...["Champions", "Potential Loyalist", "Loyal Customers", "Promising", "New Customers"],
    ...["Can't Lose Them", "At Risk", "Need Attention", "About To Sleep", "Lost"],
  ],
  ...[
    [5, 3, 2, 3, 4, 1, 1, 1, 2, 1],
    [5, 5, 4, 4, 5, 2, 2, 3, 3, 1],
  ],
  ...[
    [5, 3, 2, 1, 1, 3, 2, 3, 1, 1],
    [5, 5, 4, 3, 3, 4, 5, 5, 3, 5],
  ],
  ...[
    [5, 2, 2, 3, 1, 4, 4, 3, 1, 1],
    [5, 5, 4, 5, 5, 5, 5, 5, 4, 5],
  ],
);

/** The rules that are copied most, and that its tests use. Source: rsquaredacademy/rfm 0.2 (MIT), man/rfm_segment.Rd. */
export const testRules = rules(
  [
    ...["Champions", "Loyal Customers", "Potential Loyalist", "New Customers", "Promising"],
    ...["Need Attention", "About To Sleep", "At Risk", "Can't Lose Them", "Lost"],
  ],
  ...[
    [4, 2, 3, 4, 3, 2, 2, 1, 1, 1],
    [5, 5, 5, 5, 4, 3, 3, 2, 1, 2],
  ],
  ...[
    [4, 3, 1, 1, 1, 2, 1, 2, 4, 1],
    [5, 5, 3, 1, 1, 3, 2, 5, 5, 2],
  ],
  ...[
    [4, 3, 1, 1, 1, 2, 1, 2, 4, 1],
    [5, 5, 3, 1, 1, 3, 2, 5, 5, 2],
  ],
);
