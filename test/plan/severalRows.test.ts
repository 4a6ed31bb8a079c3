import { defaultPlan } from "../../src/plan/defaultPlan";
import type { Plan } from "../../src/plan/plan";
import { combinationFor } from "../../src/plan/combinationFor";
import { planProblems } from "../../src/plan/planProblems";
import { usedColumns } from "../../src/plan/usedColumns";

const base = defaultPlan({
  table: { id: "", name: "Drawdowns" },
  keyColumn: "Client",
  valueColumn: "Balance",
  template: "lending",
  sheetLanguage: "en",
});

function planWith(rows: Partial<Plan["rows"]>, more: Partial<Plan> = {}): Plan {
  return { ...base, rows: { ...base.rows, perCustomer: "several", ...rows }, ...more };
}

/** Kinds and places of what is wrong. */
function problemsOf(plan: Plan): readonly string[] {
  return planProblems(plan).map(({ kind, path }) => `${kind} ${path}`);
}

describe("a plan for several rows per customer is refused", () => {
  test("where the latest row is wanted and no column says which it is", () => {
    const combine: Plan["rows"]["combine"] = [{ column: "Rating", by: "latest" }];
    expect(problemsOf(planWith({ combine }))).toEqual(["latest-without-date rows.combine[0].by"]);
    expect(problemsOf(planWith({ combine, dateColumn: "As of" }))).toEqual([]);
  });

  test("where the worst value of a column without a scale is wanted", () => {
    const combine: Plan["rows"]["combine"] = [{ column: "Class", by: "worst" }];
    expect(problemsOf(planWith({ combine }))).toEqual(["worst-without-scale rows.combine[0].by"]);
    expect(problemsOf(planWith({ combine }, { scales: [{ column: "Class", values: ["Pass", "Loss"] }] }))).toEqual([]);
  });

  test("where the key stands for the client group, and where a column is combined twice", () => {
    expect(problemsOf(planWith({ groupColumn: "Client" }))).toEqual(["group-is-key rows.groupColumn"]);
    const combine: Plan["rows"]["combine"] = [
      { column: "Balance", by: "sum" },
      { column: "Balance", by: "max" },
    ];
    expect(problemsOf(planWith({ combine }))).toEqual(["combined-twice rows.combine[1].column"]);
  });

  test("and for nothing of this while each row is a customer", () => {
    const combine: Plan["rows"]["combine"] = [{ column: "Rating", by: "latest" }];
    expect(problemsOf(planWith({ combine, groupColumn: "Client", perCustomer: "one" }))).toEqual([]);
  });
});

test("columns are combined by what they are for, unless the plan says how", () => {
  const columns = ["Balance", "Days past due", "Maturity", "Risk class", "Rating", "Industry"];
  const measured = (column: string): Plan["segmentations"][number] => ({
    ...base.segmentations[0]!,
    id: column.toLowerCase().replaceAll(" ", "-"),
    valueColumn: column,
  });
  const segmentations = ["Balance", "Days past due", "Maturity"].map(measured);
  const plan = planWith({ dateColumn: "As of" }, { segmentations });
  expect(columns.map((column) => combinationFor(plan, column))).toEqual([
    "sum",
    "max",
    "earliest",
    "worst",
    "latest",
    "agree",
  ]);
  expect(combinationFor(planWith({}, { segmentations }), "Rating")).toBe("agree");
  const chinese = ["逾期天数", "到期日"].map(measured);
  const other = planWith({ dateColumn: "日期" }, { segmentations: chinese, roles: { riskClass: "五级" } });
  expect(["逾期天数", "到期日", "五级", "信用等级"].map((column) => combinationFor(other, column))).toEqual([
    "max",
    "earliest",
    "worst",
    "latest",
  ]);
  const stated = planWith({ combine: [{ column: "Balance", by: "max" }] });
  expect(combinationFor(stated, "Balance")).toBe("max");
});

test("the columns that say whose a row is and which is the latest are read too, where they count", () => {
  const rows = { dateColumn: "As of", groupColumn: "Group" };
  expect(usedColumns(planWith(rows))).toEqual(["Balance", "As of", "Group"]);
  expect(usedColumns(planWith({ ...rows, perCustomer: "one" }))).toEqual(["Balance"]);
});
