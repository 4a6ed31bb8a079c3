import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { plainSettings } from "../../src/plan/plainSettings";
import { planVersion, type Plan } from "../../src/plan/plan";
import type { ResultFile } from "../../src/workbench/headless/runResult";
import { segmentCommand } from "../../src/workbench/headless/segmentCommand";
import { band, list, rule, rulesOf, text } from "../engine/rules";
import { csvLines, writeBookFile } from "./bookFile";
import { policyCounts, policyFor } from "./policyCounts";

const shared = resolve(__dirname, "../../../shared/data/open");
const file = join(shared, "loans/lendingclub_loans_full_schema.csv");

/** 10,000 loans without an id: each gets its line number, as the pane's offer would number them. */
const columns = ["grade", "homeownership", "loan_purpose", "debt_to_income", "balance", "loan_amount"] as const;
const grades = ["A", "B", "C", "D", "E", "F", "G"];
const numbers = new Set(["debt_to_income", "balance", "loan_amount"]);

describe("the 10,000 loans of the Lending Club", () => {
  if (!existsSync(file)) {
    process.stdout.write("skipped: no shared data\n");
    test.skip("needs shared data", () => undefined);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "lending-club-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = (name: string): string => join(folder, name);
  const [headers = [], ...lines] = csvLines(readFileSync(file, "utf8"));
  const cellOf = (line: readonly string[], name: string): string => line[headers.indexOf(name)] ?? "";
  let result: ResultFile;
  const outcome = (id: string): ResultFile["segmentations"][number] =>
    result.segmentations.find((each) => each.id === id)!;

  const { classes, combinations } = policyCounts(file);
  const cells = [...combinations.keys()].map((key) => {
    const at = key.split("/") as [string, string, string];
    return { at, class: policyFor(...at) };
  });
  const valuesOf = (name: string): { value: string; name: string }[] =>
    [...new Set(lines.map((line) => cellOf(line, name)))].sort().map((value) => ({ value, name: value }));
  const matrix = {
    method: "matrix" as const,
    valueColumn: "loan_amount",
    axes: ["grade", "homeownership", "loan_purpose"].map((column) => {
      return { kind: "values" as const, column, values: valuesOf(column) };
    }),
    classes: ["grow", "maintain", "reduce", "exit"].map((id) => ({ id, name: id })),
  };

  beforeAll(async () => {
    const rows = lines.map((line, i) => [
      `L${i + 1}`,
      ...columns.map((name) => {
        const text = cellOf(line, name);
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
    const expected = JSON.parse(readFileSync(join(shared, "expected/lendingclub_tiers.json"), "utf8")) as {
      readonly grade_counts: Readonly<Record<string, number>>;
      readonly grade_loan_sum: Readonly<Record<string, number>>;
    };
    const { groups, rowsClassified, rowsNotClassified } = outcome("grade");
    expect(groups.map(({ name, customers, value }) => [name, customers, value])).toEqual([
      ...grades.map((grade) => [grade, expected.grade_counts[grade], expected.grade_loan_sum[grade]]),
      ["Unknown", 0, 0],
    ]);
    expect([rowsClassified, rowsNotClassified]).toEqual([10_000, 0]);
  });

  test("bands of the debt to income have the counts of a second computation over the file's text", () => {
    const within = (from: number, below: number): number =>
      lines.filter((line) => {
        const text = cellOf(line, "debt_to_income");
        const value = parseFloat(text);
        return value >= from && value < below;
      }).length;
    const { groups, exceptions } = outcome("dti");
    expect(groups.map(({ customers }) => customers)).toEqual([
      within(-Infinity, 10),
      within(10, 20),
      within(20, 36),
      within(36, Infinity),
    ]);
    expect(exceptions).toHaveLength(24);
  });

  test("tiers by rank meet at the type 7 quintiles of a second computation, and equal amounts never part", () => {
    const amounts = lines.map((line) => Number(cellOf(line, "loan_amount"))).sort((a, b) => b - a);
    const limits = [0.2, 0.4, 0.6, 0.8].map((share) => {
      const at = share * (amounts.length - 1);
      const [above, below] = [amounts[Math.floor(at)]!, amounts[Math.ceil(at)]!];
      return above + (at - Math.floor(at)) * (below - above);
    });
    const { groups, parameters } = outcome("rank");
    limits.forEach((limit, i) => expect((parameters["limits"] as number[])[i]).toBeCloseTo(limit, 6));
    expect(groups.map(({ customers }) => customers)).toEqual(
      [...limits, -Infinity].map(
        (limit, i) => amounts.filter((amount) => amount >= limit && amount < (limits[i - 1] ?? Infinity)).length,
      ),
    );
  });

  test("ordered rules put 10,000 loans where a second reading of the file's text puts them", () => {
    const counts = { watch: 0, key: 0, local: 0, "-": 0 };
    for (const line of lines) {
      // A blank is in no range: NaN is not at least 36.
      if (parseFloat(cellOf(line, "debt_to_income")) >= 36) counts.watch++;
      else if (/^[AB]$/.test(cellOf(line, "grade")) && Number(cellOf(line, "loan_amount")) >= 20_000) counts.key++;
      else if (cellOf(line, "loan_purpose") === "credit_card" || cellOf(line, "homeownership") !== "OWN")
        counts.local++;
      else counts["-"]++;
    }
    const { groups, exceptions } = outcome("own");
    expect(groups.map(({ id, customers }) => [id, customers])).toEqual(
      Object.entries(counts).map(([id, count]) => [`own/${id}`, count]),
    );
    expect(exceptions).toEqual([]);
  });

  test("a policy matrix of 176 cells has the counts and sums of a second computation", () => {
    const { groups, rowsClassified, parameters, exceptions } = outcome("policy");
    expect([cells.length, (parameters["cells"] as unknown[]).length]).toEqual([176, 176]);
    expect(groups.map(({ id, customers, value }) => [id, customers, value])).toEqual([
      ...["grow", "maintain", "reduce", "exit"].map((id) => [`policy/${id}`, classes[id]?.loans, classes[id]?.amount]),
      ["policy/-", 0, 0],
    ]);
    expect([rowsClassified, exceptions.length]).toEqual([10_000, 0]);
  });

  test("the 3,858 tenants have no policy in a matrix that says nothing of tenants", () => {
    const { groups, rowsClassified } = outcome("owners");
    expect(groups.at(-1)).toMatchObject({ id: "owners/-", name: "No policy", customers: 3858 });
    expect(rowsClassified).toBe(10_000);
  });

  test("balances of zero or below are in the last tier, with a remark", () => {
    const { remarks, rowsClassified } = outcome("abc");
    expect([remarks.length, rowsClassified]).toEqual([455, 10_000]);
  });
});
