import { classify } from "../../src/engine/classify";
import { defaultPlan } from "../../src/plan/defaultPlan";
import type { Plan } from "../../src/plan/plan";
import { planProblems } from "../../src/plan/planProblems";
import { reservedNames } from "../../src/segmentations/shared/reservedNames";
import { curveAt } from "../../src/reports/curveAt";
import { criterion } from "../../src/reports/criterion";
import { listLimit } from "../../src/reports/listedCustomers";
import type { ReportContext } from "../../src/reports/reportContext";
import { runsSheet } from "../../src/reports/runsSheet";
import { segmentsSheet } from "../../src/reports/segments/segmentsSheet";
import type { DocBlock, DocCell, SheetDoc } from "../../src/reports/sheetDoc";
import { structuredReference } from "../../src/reports/structuredReference";
import { stateBlock, tierbookSheet } from "../../src/reports/tierbookSheet";
import { columnOf, type Content } from "../../src/table/columns";
import { figures } from "../../src/text/figures";
import { languages, type Language } from "../../src/text/language";
import { sheetWords } from "../../src/text/sheetWords";

const runAt = new Date("2026-11-21T20:00:00Z");

function reports(
  balances: readonly Content[],
  language: Language,
  change: (plan: Plan) => Plan = (plan) => plan,
): { segments: SheetDoc; tierbook: SheetDoc; runs: SheetDoc } {
  const plan = change(
    defaultPlan({
      table: { id: "", name: "Clients" },
      keyColumn: "Client",
      valueColumn: "Balance",
      template: "lending",
      sheetLanguage: language,
      dataDate: "2026-10-31",
    }),
  );
  const keys = balances.map((_, i) => `K${i + 1}`);
  const table = {
    name: "Clients",
    rows: balances.length,
    columns: [columnOf("Client", keys), columnOf("Balance", balances)],
  };
  const outcome = classify(plan, table);
  const context: ReportContext = {
    plan,
    runAt,
    person: "Li Wei",
    table: "Clients",
    sheet: "Clients 2026-10",
    firstRow: 2,
    letters: new Map([
      ["Client", "A"],
      ["Balance", "H"],
    ]),
    labelColumns: new Map(plan.segmentations.map(({ id, name }) => [id, `${name} (2)`])),
    sheetNames: { tierbook: "Tierbook", segments: "Segments", owners: "Owners", policy: "Policy", runs: "Runs" },
    owners: null,
  };
  return {
    segments: segmentsSheet(outcome, context),
    tierbook: tierbookSheet(outcome, context),
    runs: runsSheet(outcome, table, context, { log: [], moves: [], orders: [] }),
  };
}

type Kind<K extends DocBlock["kind"]> = Extract<DocBlock, { kind: K }>;

function block<K extends DocBlock["kind"]>(doc: SheetDoc, kind: K, id: string): Kind<K> {
  const found = doc.blocks.find((candidate) => candidate.id === id && candidate.kind === kind);
  if (!found) throw new Error(`no ${kind} ${id}`);
  return found as Kind<K>;
}

const formulas = (cells: readonly DocCell[]): unknown[] =>
  cells.map((cell) => (typeof cell === "object" && cell !== null && "formula" in cell ? cell.formula : cell));

test("a tier's row counts and sums the customer table by the label column as written", () => {
  const table = block(reports([850, 60, 40, 30, 20], "en").segments, "table", "value-tier/table");
  expect(table.columns.map(({ header }) => header)).toEqual([
    "Segment",
    "Customers",
    "Share of customers",
    "Value",
    "Share of value",
    "Cumulative share",
    "Median at the run",
    "Owner",
  ]);
  expect(formulas(table.rows[1] ?? [])).toEqual([
    "Core",
    '=COUNTIFS(Clients[[Value tier (2)]],"="&A9)',
    "=IFERROR(B9/B$12,0)",
    '=SUMIFS(Clients[[Balance]],Clients[[Value tier (2)]],"="&A9)',
    '=IFERROR(SUMIFS(Clients[[Balance]],Clients[[Value tier (2)]],"="&A9,Clients[[Balance]],">0")/SUMIF(Clients[[Balance]],">0"),0)',
    "=SUM(E$8:E9)",
    50,
    null,
  ]);
});

test("the rows add up to the customer table, whatever was added to it since", () => {
  const table = block(reports([850, 60, 40, 30, 20], "en").segments, "table", "value-tier/table");
  expect(formulas(table.rows[3] ?? []).slice(0, 4)).toEqual([
    "Not classified",
    "=COUNTA(Clients[[Client]])-SUM(B8:B10)",
    "=IFERROR(B11/B$12,0)",
    '=ROUND(SUMIF(Clients[[Balance]],">0")+SUMIF(Clients[[Balance]],"<0")-SUM(D8:D10),6)',
  ]);
  expect(formulas(table.rows[4] ?? []).slice(0, 4)).toEqual(["Total", "=SUM(B8:B11)", "=SUM(C8:C11)", "=SUM(D8:D11)"]);
});

test("names with wildcards are matched as they are", () => {
  expect(criterion("A8", ["Core", "Standard"])).toBe('"="&A8');
  expect(criterion("A8", ["A*", "Core"])).toBe('"="&SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(A8,"~","~~"),"*","~*"),"?","~?")');
});

test("columns with special characters are escaped as Excel wants it", () => {
  expect(structuredReference("客户表", "余额 (万元)")).toBe("客户表[[余额 (万元)]]");
  expect(structuredReference("Clients", "Client's #[1] @")).toBe("Clients[[Client''s '#'[1'] '@]]");
});

test("formulas use nothing newer than Excel 2016", () => {
  const { segments } = reports([1, null], "en");
  const text = JSON.stringify(segments);
  const functions = new Set([...text.matchAll(/([A-Z][A-Z0-9.]+)\(/g)].map(([, name]) => name));
  expect([...functions].sort()).toEqual(["COUNTA", "COUNTIFS", "IFERROR", "ROUND", "SUM", "SUMIF", "SUMIFS"]);
});

test("the curve has twenty rows, rises to one, and its bars add up", () => {
  const curve = block(reports([850, 60, 40, 30, 20], "en").segments, "table", "value-tier/curve");
  expect(curve.rows).toHaveLength(20);
  expect(curve.rows[0]?.[0]).toBe("5%");
  expect(curve.rows[19]?.[2]).toBe(1);
  expect(curve.rows.reduce((sum, [, bar]) => sum + Number(bar), 0)).toBeCloseTo(1, 12);
  const chart = block(reports([850, 60], "en").segments, "chart", "value-tier/chart");
  const headers = curve.columns.map(({ header }) => header);
  expect([chart.chart.categories, chart.chart.bars, chart.chart.line]).toEqual(headers);
  expect(chart.chart.table).toBe(curve.id);
});

test("reads the curve between its points", () => {
  const curve = [
    { customers: 0, value: 0 },
    { customers: 0.5, value: 0.9 },
    { customers: 1, value: 1 },
  ];
  expect([0, 0.25, 0.5, 0.75, 1].map((at) => curveAt(curve, at))).toEqual([0, 0.45, 0.9, 0.95, 1]);
});

test("says on which data it stands, what it shows, and whom to ask", () => {
  const { tierbook } = reports([850, 60, 40, 30, 20, null, 0], "en");
  const facts = block(tierbook, "pairs", "facts").pairs.map(({ name, cell }) => [name, cell]);
  expect(facts).toEqual([
    ["Data as of", "31 Oct 2026"],
    ["Customer table", "Clients"],
    ["Key column", "Client"],
    ["Rows read", 7],
    ["Classified", 6],
    ["Not classified", 1],
    ["Of the classified, with a remark", 1],
    ["Run by, and who to ask", "Li Wei"],
  ]);
  const findings = tierbook.blocks.filter(({ id }) => id.startsWith("finding-")).map((it) => (it as Kind<"text">).cell);
  expect(findings).toEqual([
    "Strategic: 1 customer (14.3%) holds 85.0% of Balance.",
    "The largest tenth of the customers holds 59.5% of Balance.",
    "Standard: 3 customers with 5.0% of the value; half of them have 20 or less.",
    "1 customer could not be classified: see the list of the run log.",
  ]);
  expect(block(tierbook, "text", stateBlock).cell).toBe(`Complete: run of ${figures("en").moment(runAt)}`);
});

test("lists who was not classified with cell and reason, then the remarks", () => {
  const list = block(reports([90, "n/a", 0, null], "en").runs, "table", "list");
  expect(list.rows).toEqual([
    [
      "Value tier",
      "Not classified",
      "K2",
      { text: "Clients 2026-10!H3", linkTo: { sheet: "Clients 2026-10", cell: "H3" } },
      "Text instead of a number",
      "n/a",
      null,
    ],
    [
      "Value tier",
      "Not classified",
      "K4",
      { text: "Clients 2026-10!H5", linkTo: { sheet: "Clients 2026-10", cell: "H5" } },
      "Empty cell",
      "",
      null,
    ],
    [
      "Value tier",
      "Classified, with a remark",
      "K3",
      { text: "Clients 2026-10!H4", linkTo: { sheet: "Clients 2026-10", cell: "H4" } },
      "Zero",
      "0",
      0,
    ],
  ]);
});

test("lists a thousand at most, and says how many there are", () => {
  const { runs, tierbook } = reports([1, ...Array.from({ length: 1500 }, () => null)], "en");
  expect(block(runs, "table", "list").rows).toHaveLength(listLimit);
  expect(block(runs, "text", "list-says").cell).toBe("The first 1,000 of 1,500 customers.");
  expect(block(tierbook, "text", "list-says").cell).toBe("1,500 customers.");
});

test("rows and values of the table are classified or listed, and nothing is left", () => {
  const { runs } = reports([90.1, 0.2, "n/a", null, -3], "en");
  expect(block(runs, "table", "sums").rows).toEqual([["Value tier", "Balance", 5, 3, 2, 0, 87.3, 87.3, 0, 0]]);
});

test("a list without anyone keeps its table", () => {
  const { runs } = reports([1], "en");
  expect(block(runs, "table", "list").rows).toHaveLength(1);
  expect(block(runs, "text", "list-says").cell).toBe("Every customer is classified, without a remark.");
});

describe.each(languages)("in %s", (language) => {
  const ten = (plan: Plan): Plan => ({
    ...plan,
    segmentations: [1, 2].map((n) => ({
      method: "abc",
      id: `s-${n}`,
      name: `S ${n}`,
      valueColumn: "Balance",
      cutoffs: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9],
      tiers: Array.from({ length: 10 }, (_, i) => ({ id: `t${i}`, name: `T${i}` })),
    })),
  });

  test("blocks keep clear of each other, with ten tiers and two segmentations too", () => {
    const { segments, tierbook, runs } = reports([1, null, 3], language, ten);
    for (const doc of [segments, tierbook, runs]) {
      const taken = new Map<string, string>();
      for (const it of doc.blocks) {
        if (it.kind === "chart") continue;
        const rows = it.kind === "table" ? it.rows.length + 1 : it.kind === "pairs" ? it.pairs.length : 1;
        const columns = it.kind === "table" ? it.columns.length : it.kind === "pairs" ? 2 : 1;
        for (let row = it.row; row < it.row + rows; row++) {
          for (let column = it.column; column < it.column + columns; column++) {
            const place = `${row}:${column}`;
            expect([place, taken.get(place), it.id]).toEqual([place, undefined, it.id]);
            taken.set(place, it.id);
          }
        }
      }
    }
  });

  test("block ids and table names stand for one thing each", () => {
    const { segments, tierbook, runs } = reports([1, null, 3], language, ten);
    const blocks = [...segments.blocks, ...tierbook.blocks, ...runs.blocks];
    const names = blocks.flatMap((it) => (it.kind === "table" ? [it.name] : []));
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[A-Za-z_]\w{0,254}$/);
    for (const doc of [segments, tierbook, runs])
      expect(new Set(doc.blocks.map(({ id }) => id)).size).toBe(doc.blocks.length);
  });

  test("headers of a table differ from each other, and every row has a cell for each", () => {
    const { segments, tierbook, runs } = reports([1, null, 3], language);
    for (const it of [...segments.blocks, ...tierbook.blocks, ...runs.blocks]) {
      if (it.kind !== "table") continue;
      expect(new Set(it.columns.map(({ header }) => header)).size).toBe(it.columns.length);
      for (const row of it.rows) expect(row).toHaveLength(it.columns.length);
    }
  });

  test("no word is missing and none shouts", () => {
    const { segments, tierbook, runs } = reports([1, null, 0, -4], language);
    expect(JSON.stringify([segments, tierbook, runs])).not.toMatch(/undefined|NaN|\[object|[!！](?!H)/);
  });

  test("no tier may be called as those without one", () => {
    expect(reservedNames).toContain(sheetWords(language).notClassified);
    const plan = defaultPlan({
      table: { id: "", name: "T" },
      keyColumn: "k",
      valueColumn: "v",
      template: "retail",
      sheetLanguage: language,
    });
    const [only] = plan.segmentations;
    const tiers = [
      { id: "a", name: "A" },
      { id: "b", name: sheetWords(language).notClassified },
    ];
    expect(planProblems({ ...plan, segmentations: only ? [{ ...only, cutoffs: [0.5], tiers }] : [] })).toMatchObject([
      { kind: "reserved-name" },
    ]);
  });
});
