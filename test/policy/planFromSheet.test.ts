import { readPlan } from "../../src/plan/readPlan";
import type { Plan } from "../../src/plan/plan";
import type { StandingRows } from "../../src/segmentations/shared/policy/findTable";
import { planFromSheet, type SheetPlan, type TokenOf } from "../../src/policy/planFromSheet";
import { settingTokens } from "../../src/policy/settings";
import { policySheet } from "../../src/reports/policy/policySheet";
import { policyWords } from "../../src/reports/policyWords";
import { factsWords } from "../../src/text/factsWords";
import { languages } from "../../src/text/language";
import { everyMethod } from "./everyMethod";

const written = [
  { segmentation: "abc", name: "ABC (2)" },
  { segmentation: "rfm", measure: "score", name: "RFM score" },
];

/** The tables of the sheet as a person without Tierbook would find them, formulas uncalculated. */
function sheetOf(plan: Plan): StandingRows[] {
  const { blocks } = policySheet(plan, { name: "Policy", former: null, standing: new Map(), written });
  return blocks.flatMap((block) =>
    block.kind === "table"
      ? {
          headers: block.columns.map(({ header }) => header),
          rows: block.rows.map((cells) => cells.map((cell) => (typeof cell === "object" ? "" : cell))),
        }
      : [],
  );
}

const tokenOf: TokenOf = (setting, word) =>
  settingTokens[setting].find((token) =>
    languages.some((language) => (factsWords(language).words[setting] as Record<string, string>)[token] === word),
  );

const read = (standing: readonly StandingRows[]): SheetPlan => planFromSheet(standing, policyWords, tokenOf);

/** Every place of a text among the rows of the sheet, to be changed. */
function cellsOf(standing: StandingRows[], where: (cell: unknown) => boolean): { rows: unknown[]; at: number }[] {
  return standing.flatMap(({ rows }) =>
    rows.flatMap((cells) => cells.flatMap((cell, at) => (where(cell) ? [{ rows: cells as unknown[], at }] : []))),
  );
}

test.each(languages)("F59 the Policy sheet alone says all that a plan says, in %s", (sheetLanguage) => {
  const plan = readPlan(JSON.stringify({ ...everyMethod, sheetLanguage }));
  expect(read(sheetOf(plan))).toEqual({ plan, written, lost: [] });
});

test("F59 rows and tables in any order say the same, and what people changed counts", () => {
  // Segmentations, classes, combinations and tests have no numbers: they follow the order in which they are stated.
  const sorted = sheetOf(everyMethod).map(({ headers, rows }) =>
    headers.length <= 4 || headers.includes("Policy class") || headers.includes("Test")
      ? { headers, rows }
      : { headers, rows: [...rows].reverse() },
  );
  expect(read(sorted.reverse()).plan).toEqual(everyMethod);
  const changed = sheetOf(everyMethod);
  for (const { rows, at } of cellsOf(changed, (cell) => cell === 0.8)) rows[at] = 0.7;
  for (const { rows, at } of cellsOf(changed, (cell) => cell === "Very late")) rows[at] = "Overdue";
  const { plan } = read(changed);
  expect(plan?.segmentations[0]).toMatchObject({ cutoffs: [0.7, 0.95] });
  expect(plan?.segmentations[2]).toMatchObject({ tiers: [{}, {}, { id: "very-late", name: "Overdue" }] });
});

test("F59 a segmentation with a cell that cannot be used is named with the cell, and the others are there", () => {
  const standing = sheetOf(everyMethod);
  for (const { rows, at } of cellsOf(standing, (cell) => cell === "is one of")) rows[at] = "=HYPERLINK()";
  for (const { rows, at } of cellsOf(standing, (cell) => cell === 0.2)) rows[at] = "much";
  const { plan, lost } = read(standing);
  expect(plan?.segmentations.map(({ id }) => id)).toEqual(["abc", "late", "region", "policy", "rfm", "bought"]);
  expect(lost.map(({ name, at }) => [name, at && standing[at.table]?.rows[at.row]?.[at.column]])).toEqual([
    ["Top clients", null],
    ["Own rules", "=HYPERLINK()"],
  ]);
});

test("F55 ids and settings that nobody wrote are refused like a hostile plan, and leave no trace", () => {
  const facts = (ids: readonly string[]): StandingRows => ({
    headers: ["Id", "Holds for", "Setting", "Stated"],
    rows: ids.map((id) => [id, "x", "x", "Client ID"]),
  });
  const hostile = [
    ["*facts/*/role/__proto__", "*facts/__proto__/method", "*facts/*/constructor", "*facts/*/table", "*facts/*/key"],
    Array.from({ length: 20_000 }, (_, i) => `*facts/s${i}/method`),
    [`*facts/*/role/${"x".repeat(100_000)}`, `*facts/${"/".repeat(100_000)}`],
  ];
  for (const ids of hostile) {
    expect(read([facts(ids)]).plan).toBeNull();
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain("method");
  }
});
