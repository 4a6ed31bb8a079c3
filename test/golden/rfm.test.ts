import { rfmMap } from "../../src/segmentations/rfm/rfmMaps";
import { columnOf } from "../../src/table/columns";
import type { CustomerTable } from "../../src/table/customerTable";
import { fromColumns, fromOrders, rfm, type Line, type Rfm } from "../segmentations/rfm/orders";
import { expected, records } from "./goldenData";
import { countsOf, expectedAs, foundAs, fromLines, knownScores, outcomeOf } from "./rfmData";
import { testRules, vignetteRules } from "./rfmRules";

/** Cuts by type 7, and a value on a cut in the lower bin: ours. */
const ours = "quantile_edges_ties_low";
/** What the R package rfm 0.3.0 does: cuts by type 7 plus one, and a value on a cut in the upper bin. */
const packaged = "rfm_pkg_0.3.0";

interface Expected {
  readonly edges_type7: Readonly<Record<"R" | "F" | "M", readonly number[]>>;
  readonly quantile_edges_ties_low: Convention;
  readonly "rfm_pkg_0.3.0": Convention;
}
interface Published {
  readonly rfm_data_orders: { readonly segments_vignette: object; readonly pkg_test_champions: object };
}
interface Convention {
  readonly segments_vignette_rules: Readonly<Record<string, number>>;
  readonly segments_pkgtest_rules: Readonly<Record<string, number>>;
}

/** What Tierbook calls "No segment" is there called "Others". */
const withOthers = ({ "No segment": others, ...counts }: Readonly<Record<string, number>>): object =>
  others === undefined ? counts : { ...counts, Others: others };

/** The package's cuts as limits of one's own. Of whole days, those before a cut are those up to the last day before it. */
function packagedScoring({ edges_type7: { R, F, M } }: Expected): Pick<Rfm, "scoring"> {
  const limits = (values: readonly number[]): { by: "limits"; limits: number[] } => ({
    by: "limits",
    limits: [...values],
  });
  return {
    scoring: {
      recency: limits(R.map(Math.ceil)),
      frequency: limits(F.map((cut) => cut + 1)),
      monetary: limits(M.map((cut) => cut + 1)),
    },
  };
}

describe("995 customers with 4,906 orders", () => {
  const known = knownScores("rfm_data_orders", "customer_id");
  const told = expected<Expected>("rfm_data_orders");
  const { rfm_data_orders: published } = expected<Published>("published");
  const lines = records("rfm_data_orders.csv.gz").map((order): Line => [
    order["customer_id"]!,
    order["order_date"]!,
    Number(order["revenue"]),
  ]);
  const run = (more: Partial<Rfm>, all = lines): ReturnType<typeof fromLines> =>
    fromLines(rfm(fromOrders, more), "2006-12-31", [...known.keys()], all);

  test("every score is that of the convention, in any order of the lines", () => {
    for (const result of [run({}), run({}, [...lines].reverse())]) {
      [...known.values()].forEach((each, i) => expect(foundAs(ours, result, i)).toEqual(expectedAs(ours, each)));
    }
  });

  test("the published rules as a map give the segments of the convention", () => {
    expect(withOthers(countsOf(run(vignetteRules)))).toEqual(told[ours].segments_vignette_rules);
    expect(withOthers(countsOf(run(testRules)))).toEqual(told[ours].segments_pkgtest_rules);
  });

  // Source: rsquaredacademy/rfm 0.3.0 (MIT), vignette on transactions and tests/testthat.
  test("the published counts of rfm 0.3.0 come out with its own cuts as limits", () => {
    const result = run({ ...vignetteRules, ...packagedScoring(told) });
    expect(countsOf(result)).toEqual(published.segments_vignette);
    [...known.values()].forEach((each, i) => expect(foundAs(packaged, result, i)).toEqual(expectedAs(packaged, each)));
    const tested = run({ ...testRules, ...packagedScoring(told) });
    const champions = [...tested.labels.keys()].filter((i) => tested.labels[i] === 0);
    const sum = (values: Float64Array): number => champions.reduce((all, i) => all + values[i]!, 0);
    expect({
      customers: champions.length,
      orders: sum(tested.rfm!.orders),
      revenue: sum(tested.rfm!.amounts),
    }).toEqual(published.pkg_test_champions);
  });
});

describe("39,999 customers with their measures in columns", () => {
  const known = [...knownScores("rfm_data_customer", "customer_id").values()];
  const told = expected<Expected>("rfm_data_customer");
  const rows = records("rfm_data_customer.csv.gz");
  const column = (name: string, field: string): ReturnType<typeof columnOf> =>
    columnOf(
      name,
      rows.map((row) => Number(row[field])),
    );
  const table: CustomerTable = {
    name: "Customers",
    rows: rows.length,
    columns: [
      column("Customer", "customer_id"),
      column("Last", "recency_days"),
      column("Orders", "number_of_orders"),
      column("Spent", "revenue"),
    ],
  };

  test("every score is that of the convention", () => {
    const result = outcomeOf(rfm(fromColumns), "2007-01-01", table);
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
      rows.map((row) => row["most_recent_visit"]!),
    );
    const withVisits = { ...table, columns: [...table.columns, visits] };
    const byDate = outcomeOf(rfm(dated), "2007-01-01", withVisits);
    expect(byDate.notClassified).toEqual([]);
    expect([...byDate.rfm!.days]).toEqual(rows.map((row) => Number(row["recency_days"])));
  });
});

describe("10,194 lines of stores with dates as text", () => {
  const known = knownScores("store_lines", "Customer ID");
  const told = expected<Expected>("store_lines");
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

describe("59 customers of Chinook with 412 invoices", () => {
  const known = knownScores("chinook_invoices", "CustomerId");
  const told = expected<Expected & { readonly eight_quadrants_vs_mean: object }>("chinook_invoices");
  const lines = records("chinook_invoices.csv").map((line): Line => [
    line["CustomerId"]!,
    line["InvoiceDate"]!,
    Number(line["Total"]),
    line["InvoiceId"]!,
  ]);
  const source = { ...fromOrders, orderColumn: "Order" };
  const run = (segmentation: Rfm): ReturnType<typeof fromLines> =>
    fromLines(segmentation, "2025-12-23", [...known.keys()], lines);

  test("every score is that of the convention, and equal amounts score the same", () => {
    const result = run(rfm(source));
    expect(result.rfm!.counts).toMatchObject({ recency: [12, 12, 11, 12, 12], frequency: [59, 0, 0, 0, 0] });
    [...known.values()].forEach((each, i) => expect(foundAs(ours, result, i)).toEqual(expectedAs(ours, each)));
    // 30 customers bought for 37.62 in the very same seven amounts. Sums that follow the order of the lines come to
    // 37.620000000000005 for 14 of them, which would tell them apart.
    const alike = [...result.rfm!.amounts.keys()].filter((i) => result.rfm!.amounts[i] === 37.62);
    expect(alike).toHaveLength(30);
    expect(new Set(alike.map((i) => result.rfm!.scores.monetary[i]))).toEqual(new Set([1]));
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
