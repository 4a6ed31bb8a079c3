import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plainSettings } from "../../src/plan/plainSettings";
import { planVersion, type Plan } from "../../src/plan/plan";
import type { ResultFile } from "../../src/workbench/headless/runResult";
import { segmentCommand } from "../../src/workbench/headless/segmentCommand";
import { band, list, rule, rulesOf, text } from "../segmentations/rules/rules";
import { expected, records } from "../golden/goldenData";
import { writeBookFile } from "./bookFile";

interface Loans {
  readonly loans: number;
  readonly amount: number;
}
/** Counted by another program over the same lines. */
const told = expected<{
  readonly grades: Readonly<Record<string, Loans>>;
  readonly debt_bands: readonly number[];
  readonly without_debt: number;
  readonly rank_limits: readonly number[];
  readonly rank_counts: readonly number[];
  readonly rules: Readonly<Record<"watch" | "key" | "local" | "-", number>>;
  readonly policy: Readonly<Record<string, Loans>>;
  readonly policy_combinations: number;
  readonly tenants: number;
  readonly no_balance: number;
}>("loans");

/** 10,000 loans without an id: each gets its line number, as the pane's offer would number them. */
const columns = ["grade", "homeownership", "loan_purpose", "debt_to_income", "balance", "loan_amount"] as const;
const grades = ["A", "B", "C", "D", "E", "F", "G"];
const numbers = new Set(["debt_to_income", "balance", "loan_amount"]);

/** A policy of four classes over three columns: points for each of them, and the class by their sum. */
function policyFor(grade: string, homeownership: string, purpose: string): string {
  const weak = ["small_business", "renewable_energy", "moving", "vacation"];
  const points = "ABCDEFG".indexOf(grade) + (homeownership === "RENT" ? 1 : 0) + (weak.includes(purpose) ? 1 : 0);
  return points <= 1 ? "grow" : points <= 3 ? "maintain" : points <= 5 ? "reduce" : "exit";
}

describe("10,000 loans", () => {
  const folder = mkdtempSync(join(tmpdir(), "loans-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = (name: string): string => join(folder, name);
  const lines = records("loans.csv.gz");
  let result: ResultFile;
  const outcome = (id: string): ResultFile["segmentations"][number] =>
    result.segmentations.find((each) => each.id === id)!;

  const policyColumns = ["grade", "homeownership", "loan_purpose"];
  const combinations = new Set(lines.map((line) => policyColumns.map((column) => line[column]).join("/")));
  const cells = [...combinations].map((key) => {
    const at = key.split("/") as [string, string, string];
    return { at, class: policyFor(...at) };
  });
  const valuesOf = (name: string): { value: string; name: string }[] =>
    [...new Set(lines.map((line) => line[name]!))].sort().map((value) => ({ value, name: value }));
  const matrix = {
    method: "matrix" as const,
    valueColumn: "loan_amount",
    axes: policyColumns.map((column) => {
      return { kind: "values" as const, column, values: valuesOf(column) };
    }),
    classes: ["grow", "maintain", "reduce", "exit"].map((id) => ({ id, name: id })),
  };

  beforeAll(async () => {
    const rows = lines.map((line, i) => [
      `L${i + 1}`,
      ...columns.map((name) => {
        const text = line[name]!;
        return numbers.has(name) && text !== "" && !Number.isNaN(Number(text)) ? Number(text) : text;
      }),
    ]);
    writeBookFile(path("loans.xlsx"), { sheet: "Loans", table: "Loans", headers: ["id", ...columns], rows });
    const plan: Plan = {
      version: planVersion,
      template: "lending",
      ...plainSettings,
      table: { id: "", name: "Loans" },
      keyColumn: "id",
      dataDate: null,
      sheetLanguage: "en",
      segmentations: [
        {
          method: "abc",
          id: "abc",
          name: "ABC",
          valueColumn: "balance",
          cutoffs: [0.8, 0.95],
          tiers: ["A", "B", "C"].map((name) => ({ id: name.toLowerCase(), name })),
        },
        {
          method: "cutoffs",
          id: "dti",
          name: "Debt to income",
          column: "debt_to_income",
          valueColumn: "balance",
          direction: "low-first",
          cutoffs: [10, 20, 36],
          tiers: ["Low", "Middle", "High", "Very high"].map((name, i) => ({ id: `b${i}`, name })),
        },
        {
          method: "groups",
          id: "grade",
          name: "By grade",
          column: "grade",
          valueColumn: "loan_amount",
          groups: grades.map((value) => ({ value, name: value })),
        },
        {
          method: "quantiles",
          id: "rank",
          name: "Rank",
          column: "loan_amount",
          valueColumn: "balance",
          direction: "high-first",
          cutoffs: [0.2, 0.4, 0.6, 0.8],
          tiers: ["1", "2", "3", "4", "5"].map((id) => ({ id, name: `Fifth ${id}` })),
        },
        {
          ...rulesOf(
            rule("watch", [band("debt_to_income", 36, null)]),
            rule("key", [list("grade", ["A", "B"]), band("loan_amount", 20_000, null)]),
            rule("local", [text("loan_purpose", "ends", "_CARD")], [list("homeownership", ["OWN"], true)]),
          ),
          valueColumn: "loan_amount",
        },
        { ...matrix, id: "policy", name: "Policy", cells },
        { ...matrix, id: "owners", name: "Home owners", cells: cells.filter(({ at }) => at[1] !== "RENT") },
      ],
    };
    writeFileSync(path("plan.json"), JSON.stringify(plan));
    let said = "";
    const args = [
      path("loans.xlsx"),
      "--plan",
      path("plan.json"),
      "--result",
      path("result.json"),
      "--out",
      path("out.xlsx"),
    ];
    const code = await segmentCommand(args, { out: () => undefined, error: (text) => (said += text) });
    expect([code, said]).toEqual([0, ""]);
    result = JSON.parse(readFileSync(path("result.json"), "utf8")) as ResultFile;
  }, 300_000);

  test("groups by grade have the counts and sums that were computed elsewhere", () => {
    const { groups, rowsClassified, rowsNotClassified } = outcome("grade");
    expect(groups.map(({ name, customers, value }) => [name, customers, value])).toEqual([
      ...grades.map((grade) => [grade, told.grades[grade]?.loans, told.grades[grade]?.amount]),
      ["Unknown", 0, 0],
    ]);
    expect([rowsClassified, rowsNotClassified]).toEqual([10_000, 0]);
  });

  test("bands of the debt to income have the counts that were computed elsewhere, limits belonging to the band above", () => {
    const { groups, exceptions } = outcome("dti");
    expect(groups.map(({ customers }) => customers)).toEqual(told.debt_bands);
    expect(exceptions).toHaveLength(told.without_debt);
  });

  test("tiers by rank meet at the type 7 quintiles that were computed elsewhere, and equal amounts never part", () => {
    const { groups, parameters } = outcome("rank");
    told.rank_limits.forEach((limit, i) =>
      expect(("limits" in parameters ? parameters.limits : [])[i]).toBeCloseTo(limit, 6),
    );
    expect(groups.map(({ customers }) => customers)).toEqual(told.rank_counts);
  });

  test("ordered rules put 10,000 loans where another program puts them", () => {
    const { groups, exceptions } = outcome("own");
    const order = ["watch", "key", "local", "-"] as const;
    expect(groups.map(({ id, customers }) => [id, customers])).toEqual(
      order.map((id) => [`own/${id}`, told.rules[id]]),
    );
    expect(exceptions).toEqual([]);
  });

  test("a policy matrix of 183 cells has the counts and sums that were computed elsewhere", () => {
    const { groups, rowsClassified, parameters, exceptions } = outcome("policy");
    expect([cells.length, "cells" in parameters && parameters.cells.length]).toEqual([
      told.policy_combinations,
      told.policy_combinations,
    ]);
    expect(groups.map(({ id, customers, value }) => [id, customers, value])).toEqual([
      ...["grow", "maintain", "reduce", "exit"].map((id) => {
        return [`policy/${id}`, told.policy[id]?.loans, told.policy[id]?.amount];
      }),
      ["policy/-", 0, 0],
    ]);
    expect([rowsClassified, exceptions.length]).toEqual([10_000, 0]);
  });

  test("the tenants have no policy in a matrix that says nothing of tenants", () => {
    const { groups, rowsClassified } = outcome("owners");
    expect(groups.at(-1)).toMatchObject({ id: "owners/-", name: "No policy", customers: told.tenants });
    expect(rowsClassified).toBe(10_000);
  });

  test("balances of zero or below are in the last tier, with a remark", () => {
    const { remarks, rowsClassified } = outcome("abc");
    expect([remarks.length, rowsClassified]).toEqual([told.no_balance, 10_000]);
  });
});
