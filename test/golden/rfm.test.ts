import { rfmMap } from "../../src/segmentations/rfm/rfmMaps";
import { columnOf } from "../../src/table/columns";
import type { CustomerTable } from "../../src/table/customerTable";
import { fromColumns, fromOrders, rfm, type Line, type Rfm } from "../segmentations/rfm/orders";
import { expected, records } from "./goldenData";
import {
  countsOf,
  expectedAs,
  type ExpectedRfm,
  foundAs,
  fromLines,
  knownScores,
  outcomeOf,
  packagedLimits,
  withOthers,
} from "./rfmData";
import { testRules, vignetteRules } from "./rfmRules";

/** Cuts by type 7, and a value on a cut in the lower bin: ours. */
const ours = "quantile_edges_ties_low";
/** What the R package rfm 0.3.0 does: cuts by type 7 plus one, and a value on a cut in the upper bin. */
const packaged = "rfm_pkg_0.3.0";

/** The package's cuts as limits of one's own. */
function packagedScoring(told: ExpectedRfm): Pick<Rfm, "scoring"> {
  const { recency, frequency, monetary } = packagedLimits(told);
  const by = "limits";
  return {
    scoring: {
      recency: { by, limits: recency },
      frequency: { by, limits: frequency },
      monetary: { by, limits: monetary },
    },
  };
}

describe("995 customers with 4,906 orders", () => {
  const known = knownScores("orders", "customer");
  const told = expected<ExpectedRfm & { readonly "champions_rfm_pkg_0.3.0": object }>("orders");
  const lines = records("orders.csv.gz").map((order): Line => [
    order["customer"]!,
    order["day"]!,
    Number(order["paid"]),
  ]);
  const run = (more: Partial<Rfm>, all = lines): ReturnType<typeof fromLines> =>
    fromLines(rfm(fromOrders, more), "2025-12-31", [...known.keys()], all);

  test("every score is that of the convention, in any order of the lines", () => {
    for (const result of [run({}), run({}, [...lines].reverse())]) {
      [...known.values()].forEach((each, i) => expect(foundAs(ours, result, i)).toEqual(expectedAs(ours, each)));
    }
  });

  test("the published rules as a map give the segments of the convention", () => {
    expect(withOthers(countsOf(run(vignetteRules)))).toEqual(told[ours].segments_vignette_rules);
    expect(withOthers(countsOf(run(testRules)))).toEqual(told[ours].segments_pkgtest_rules);
  });

  // Source of the convention: rsquaredacademy/rfm 0.3.0, rfm_table_order. It parts customers who are together by ours.
  test("the convention of the R package rfm comes out with its own cuts as limits", () => {
    expect(told[packaged]).not.toEqual(told[ours]);
    const result = run({ ...vignetteRules, ...packagedScoring(told) });
    expect(withOthers(countsOf(result))).toEqual(told[packaged].segments_vignette_rules);
    [...known.values()].forEach((each, i) => expect(foundAs(packaged, result, i)).toEqual(expectedAs(packaged, each)));
    const tested = run({ ...testRules, ...packagedScoring(told) });
    expect(withOthers(countsOf(tested))).toEqual(told[packaged].segments_pkgtest_rules);
    const champions = [...tested.labels.keys()].filter((i) => tested.labels[i] === 0);
    const sum = (values: Float64Array): number => champions.reduce((all, i) => all + values[i]!, 0);
    expect({
      customers: champions.length,
      orders: sum(tested.rfm!.orders),
      amount: sum(tested.rfm!.amounts),
    }).toEqual(told["champions_rfm_pkg_0.3.0"]);
  });
});

describe("39,999 customers with their measures in columns", () => {
  const known = [...knownScores("customers", "customer").values()];
  const told = expected<ExpectedRfm>("customers");
  const rows = records("customers.csv.gz");
  const column = (name: string, of: typeof rows, field: string): ReturnType<typeof columnOf> =>
    columnOf(
      name,
      of.map((row) => Number(row[field])),
    );
  const table: CustomerTable = {
    name: "Customers",
    rows: rows.length,
    columns: [
      column("Customer", rows, "customer"),
      column("Last", known, "R"),
      column("Orders", rows, "visits"),
      column("Spent", rows, "revenue"),
    ],
  };

  test("every score is that of the convention", () => {
    const result = outcomeOf(rfm(fromColumns), "2026-01-01", table);
    expect(rows.map((_, i) => foundAs(ours, result, i))).toEqual(known.map((each) => expectedAs(ours, each)));
    expect(withOthers(countsOf(outcomeOf(rfm(fromColumns, vignetteRules), null, table)))).toEqual(
      told[ours].segments_vignette_rules,
    );
    expect(withOthers(countsOf(outcomeOf(rfm(fromColumns, testRules), null, table)))).toEqual(
      told[ours].segments_pkgtest_rules,
    );
  });

  test("dates of the last visit give the same scores as days", () => {
    const dated = { ...fromColumns, recency: { column: "Visit", as: "date" as const } };
    const visits = columnOf(
      "Visit",
      rows.map((row) => row["last_visit"]!),
    );
    const withVisits = { ...table, columns: [...table.columns, visits] };
    const byDate = outcomeOf(rfm(dated), "2026-01-01", withVisits);
    expect(byDate.notClassified).toEqual([]);
    expect([...byDate.rfm!.days]).toEqual(known.map((each) => Number(each["R"])));
  });
});

describe("10,194 lines of stores with dates as text", () => {
  const known = knownScores("store_lines", "Customer ID");
  const told = expected<ExpectedRfm>("store_lines");
  const lines = records("store_lines.csv.gz").map((line): Line => [
    line["Customer ID"]!,
    line["Order Date"]!,
    Number(line["Sales"]),
    line["Order ID"]!,
  ]);
  const source = { ...fromOrders, orderColumn: "Order" };

  test("every score is that of the convention, lines of one order counting once", () => {
    const result = fromLines(rfm(source, vignetteRules), "2022-12-31", [...known.keys()], lines, "dmy");
    expect(result.rfm!.lines).toMatchObject({ all: 10_194, counted: 10_194 });
    [...known.values()].forEach((each, i) => expect(foundAs(ours, result, i)).toEqual(expectedAs(ours, each)));
    expect(withOthers(countsOf(result))).toEqual(told[ours].segments_vignette_rules);
  });

  test("dates whose order is not declared are listed and never guessed", () => {
    const table = fromLines(rfm(source), null, [...known.keys()], lines, null).rfm!;
    expect(table.lines!.unused).toMatchObject([{ reason: "no-date", lines: 10_194 }]);
  });
});

describe("59 customers with 412 invoices", () => {
  const known = knownScores("invoices", "customer");
  const told = expected<
    ExpectedRfm & {
      readonly alike: { readonly amount: number; readonly customers: number };
      readonly eight_quadrants_vs_mean: object;
    }
  >("invoices");
  const lines = records("invoices.csv").map((line): Line => [
    line["customer"]!,
    line["day"]!,
    Number(line["total"]),
    line["invoice"]!,
  ]);
  const source = { ...fromOrders, orderColumn: "Order" };
  const run = (segmentation: Rfm): ReturnType<typeof fromLines> =>
    fromLines(segmentation, "2025-12-31", [...known.keys()], lines);

  test("every score is that of the convention, and equal amounts score the same", () => {
    const result = run(rfm(source));
    expect(result.rfm!.counts).toMatchObject({ recency: [12, 12, 11, 12, 12], frequency: [59, 0, 0, 0, 0] });
    [...known.values()].forEach((each, i) => expect(foundAs(ours, result, i)).toEqual(expectedAs(ours, each)));
    // 30 customers bought for the very same amounts, each in another order. Sums that follow the order of the lines
    // differ in the last digit, which would tell them apart.
    const { amount, customers } = told.alike;
    const alike = [...result.rfm!.amounts.keys()].filter((i) => result.rfm!.amounts[i] === amount);
    expect(alike).toHaveLength(customers);
    expect(new Set(alike.map((i) => result.rfm!.scores.monetary[i]))).toEqual(new Set([1]));
    const keys = [...known.keys()];
    const plainly = alike.map((i) =>
      lines.filter(([customer]) => customer === keys[i]).reduce((sum, [, , paid]) => sum + Number(paid), 0),
    );
    expect(new Set(plainly).size).toBeGreaterThan(1);
  });

  test("high and low against the means are the eight combinations as counted", () => {
    const letters = (at: readonly number[]): string => at.map((score) => (score === 2 ? "H" : "L")).join("");
    const { cells } = run(rfm(source, rfmMap("eight", "zh"))).rfm!;
    expect(Object.fromEntries(cells.map(({ at, customers }) => [letters(at), customers]))).toEqual(
      told.eight_quadrants_vs_mean,
    );
  });
});

describe("2,357 customers, half of whom bought once, with 6,919 orders", () => {
  interface Told {
    readonly orders: number;
    readonly no_net_spend: number;
    readonly last_order: string;
    readonly cuts: Readonly<Record<"R" | "F" | "M", readonly number[]>>;
    readonly customers_of_score: Readonly<Record<"R" | "F" | "M", readonly number[]>>;
    readonly one_time: number;
    readonly cannot_lose: number;
    readonly cannot_lose_who_bought_once: number;
  }
  const told = expected<Told>("one_time_buyers");
  const lines = records("one_time_buyers.csv.gz").map((order): Line => [
    order["customer"]!,
    order["day"]!,
    Number(order["paid"]),
  ]);
  const customers = [...new Set(lines.map(([customer]) => String(customer)))];

  test("many one-time buyers leave a score of frequency empty, which is told", () => {
    const result = fromLines(
      rfm({ ...fromOrders, mergeDays: true }, rfmMap("eleven", "en")),
      told.last_order,
      customers,
      lines,
    );
    const { recency: R, frequency: F, monetary: M } = result.rfm!.counts;
    expect({ R, F, M }).toEqual(told.customers_of_score);
    expect(F[1]).toBe(0);
    expect(countsOf(result)).toMatchObject({ "No net spend": told.no_net_spend });
    expect(result.rfm).toMatchObject({
      cuts: { recency: told.cuts.R, frequency: told.cuts.F },
      lines: { counted: told.orders },
      oneTime: told.one_time,
    });
    told.cuts.M.forEach((cut, i) => expect(result.rfm!.cuts.monetary[i]).toBeCloseTo(cut, 9));
    expect(result.rfm!.oneTime / result.rfm!.scored).toBeGreaterThan(0.3);
    const cannotLose = result.groups.findIndex(({ id }) => id === "rfm/cannot-lose");
    const theirs = [...result.labels.keys()].filter((i) => result.labels[i] === cannotLose);
    expect(theirs).toHaveLength(told.cannot_lose);
    expect(theirs.filter((i) => result.rfm!.orders[i] === 1)).toHaveLength(told.cannot_lose_who_bought_once);
  });

  test("without a stated date the data ends with its last order", () => {
    expect(fromLines(rfm(fromOrders), null, customers, lines).rfm).toMatchObject({
      dataDate: told.last_order,
      monthEnd: null,
    });
  });
});
