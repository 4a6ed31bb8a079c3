import { classify } from "../../src/engine/classify";
import { defaultPlan } from "../../src/plan/defaultPlan";
import type { Plan } from "../../src/plan/plan";
import type { ReportContext } from "../../src/reports/reportContext";
import { runsSheet } from "../../src/reports/runsSheet";
import { segmentsSheet } from "../../src/reports/segments/segmentsSheet";
import type { DocBlock, DocCell, SheetDoc } from "../../src/reports/sheetDoc";
import { tierbookSheet } from "../../src/reports/tierbookSheet";
import { columnOf } from "../../src/table/columns";
import { languages, type Language } from "../../src/text/language";
import { sheetWords } from "../../src/text/sheetWords";

const table = {
  name: "Drawdowns",
  rows: 6,
  columns: [
    columnOf("Client", ["a", "b", "a", "c", "c", "d"]),
    columnOf("Balance", [60, 30, 20, 5, "n/a", null]),
    columnOf("As of", [1, 1, 2, 1, 2, 1]),
  ],
};

function reports(
  language: Language,
  by: Plan["rows"]["combine"][number]["by"] = "sum",
): Record<"segments" | "runs" | "tierbook", SheetDoc> {
  const start = defaultPlan({
    table: { id: "", name: "Drawdowns" },
    keyColumn: "Client",
    valueColumn: "Balance",
    template: "retail",
    sheetLanguage: language,
  });
  const plan: Plan = {
    ...start,
    rows: {
      perCustomer: "several",
      combine: [{ column: "Balance", by }],
      dateColumn: "As of",
      groupColumn: null,
    },
  };
  const outcome = classify(plan, table);
  const context: ReportContext = {
    plan,
    runAt: new Date("2026-11-21T20:00:00Z"),
    person: "",
    table: "Drawdowns",
    sheet: "Book",
    firstRow: 2,
    letters: new Map([["Balance", "B"]]),
    labelColumns: new Map([["value-tier", "Tier"]]),
    sheetNames: { tierbook: "Tierbook", segments: "Segments", owners: "Owners", policy: "Policy", runs: "Runs" },
    owners: null,
  };
  const line = { at: "2026-10-31T18:00:00.000Z", person: "", status: "complete", table: "Drawdowns" } as const;
  const log = [{ ...line, rows: 6, customers: outcome.customers, segmentations: [] }];
  return {
    segments: segmentsSheet(outcome, context),
    runs: runsSheet(outcome, table, context, { log, moves: [], orders: [] }),
    tierbook: tierbookSheet(outcome, context),
  };
}

function tableOf(doc: SheetDoc, id: string): Extract<DocBlock, { kind: "table" }> {
  const found = doc.blocks.find((block) => block.kind === "table" && block.id === id);
  if (found?.kind !== "table") throw new Error(`no table ${id}`);
  return found;
}

/** The cells of a table by header, row by row. */
function byHeader(doc: SheetDoc, id: string, header: string): readonly DocCell[] {
  const { columns, rows } = tableOf(doc, id);
  const index = columns.findIndex((column) => column.header === header);
  expect(index).toBeGreaterThanOrEqual(0);
  return rows.map((row) => row[index] ?? null);
}

describe.each(languages)("customers with several rows in %s", (language) => {
  const words = sheetWords(language);

  test("customers are those of the run, rows and sums are counted by formulas", () => {
    const { segments } = reports(language);
    expect(byHeader(segments, "value-tier/table", words.rows.headers.customers)).toEqual([
      2,
      0,
      1,
      1,
      { formula: "=SUM(B8:B11)" },
    ]);
    expect(byHeader(segments, "value-tier/table", words.rows.headers.rows)).toEqual([
      { formula: '=COUNTIFS(Drawdowns[[Tier]],"="&A8)' },
      { formula: '=COUNTIFS(Drawdowns[[Tier]],"="&A9)' },
      { formula: '=COUNTIFS(Drawdowns[[Tier]],"="&A10)' },
      { formula: "=COUNTA(Drawdowns[[Client]])-SUM(D8:D10)" },
      { formula: "=SUM(D8:D11)" },
    ]);
    expect(byHeader(segments, "value-tier/table", words.segments.headers.value)[0]).toEqual({
      formula: '=SUMIFS(Drawdowns[[Balance]],Drawdowns[[Tier]],"="&A8)',
    });
  });

  test("values that are not added up are those of the run, and said to be", () => {
    const { segments } = reports(language, "max");
    expect(byHeader(segments, "value-tier/table", words.rows.headers.value).slice(0, 3)).toEqual([90, 5, 0]);
    const texts = segments.blocks.flatMap((block) => (block.kind === "text" ? [block.cell] : []));
    expect(texts.join("\n")).toContain(words.rows.atRun("Balance").slice(0, 12));
  });

  test("rows and customers are accounted for one beside the other", () => {
    const { runs, tierbook } = reports(language);
    const sums = tableOf(runs, "sums");
    const counts = Object.fromEntries(sums.columns.map(({ header }, i) => [header, sums.rows[0]?.[i] ?? null]));
    const { headers, customersRead } = words.rows;
    expect(counts).toMatchObject({
      [words.runs.sumHeaders.rows]: 6,
      [headers.rowsClassified]: 5,
      [headers.rowsNotClassified]: 1,
      [words.runs.sumHeaders.rowsOpen]: 0,
      [customersRead]: 4,
      [headers.customersClassified]: 3,
      [headers.customersNotClassified]: 1,
      [headers.customersOpen]: 0,
      [words.runs.sumHeaders.valueOpen]: 0,
    });
    expect(byHeader(runs, "log", customersRead)).toEqual([4]);
    const facts = tierbook.blocks.find((block) => block.kind === "pairs");
    expect(facts?.kind === "pairs" && facts.pairs.find(({ name }) => name === words.rows.read)?.cell).toBe(
      words.rows.rowsAndCustomers(6, 4),
    );
  });

  test("the list names the row whose cell was left out, with the customer's amount", () => {
    const { runs } = reports(language);
    const { rows } = tableOf(runs, "list");
    expect(rows.map((row) => [row[2], row[3], row[4], row[6]])).toEqual([
      ["d", { text: "Book!B7", linkTo: { sheet: "Book", cell: "B7" } }, words.tierbook.reasons.blank, null],
      ["c", { text: "Book!B6", linkTo: { sheet: "Book", cell: "B6" } }, words.tierbook.reasons["left-out"], 5],
    ]);
  });

  test("headers of a table differ from each other", () => {
    for (const doc of Object.values(reports(language))) {
      for (const block of doc.blocks) {
        if (block.kind !== "table") continue;
        const headers = block.columns.map(({ header }) => header);
        expect(new Set(headers).size).toBe(headers.length);
        for (const row of block.rows) expect(row).toHaveLength(headers.length);
      }
    }
  });
});
