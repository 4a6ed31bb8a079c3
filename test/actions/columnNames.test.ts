import { runPlan } from "../../src/actions/runPlan";
import { readState } from "../../src/actions/readState";
import { inThread } from "../../src/engine/inThread";
import type { Plan } from "../../src/plan/plan";
import { clientPlan, openClients, when } from "./clientBook";

jest.setTimeout(120_000);

/** Every character of which Microsoft says that it needs a second pair of brackets or an apostrophe. */
const special = "\t\n,:.[]#'\"{}$^&*+=-><!@~`?;%()/\\|_";

const names: readonly (readonly [what: string, name: string])[] = [
  ["a space behind", "Outstanding "],
  ["a space before", " Outstanding"],
  ["a non-breaking space", "\u00a0Outstanding\u00a0"],
  ["a full-width space", "余额\u3000"],
  ["a tab", "\tOutstanding"],
  ["a line break within", "Out-\nstanding"],
  ["a line break behind", "Outstanding\n"],
  ["every special character", `Net ${special} x`],
  ["every special character at its end", `x ${special}`],
  ...Array.from(
    "'[]#@\"\t",
    (character) => [`${JSON.stringify(character)} at both edges`, `${character}Net${character}`] as const,
  ),
];

test.each(names)("a column whose name has %s is counted and summed by the sheets", async (_, name) => {
  const { book } = await openClients();
  const key = `Client ID${/^\s/.test(name) ? " " : ""}`;
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Clients");
    sheet.getRange("B3").values = [[key]];
    sheet.getRange("D3").values = [[`'${name}`]];
    await context.sync();
  });
  expect(book.sheets[0]!.tables[0]!.columns[2]!.name).toBe(name);
  const base = await clientPlan({ keyColumn: key });
  const [abc] = base.segmentations;
  // Names that people give are refused with control characters in them; those of their columns are what they are.
  const tier = `Tier ${name.replace(/\p{Control}/gu, "")}`;
  const plan: Plan = { ...base, segmentations: [{ ...abc!, name: tier, valueColumn: name }] };
  await runPlan(plan, inThread, when);
  const state = await readState();
  expect([state.policy?.problems, state.columns.map((column) => column.name)]).toEqual([[], [tier]]);
  await Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem("Segments").getUsedRange().load("values,valueTypes");
    await context.sync();
    expect(used.valueTypes.flat()).not.toContain("Error");
    const rowOf = (first: string): unknown[] => used.values.find((row) => row[0] === first) as unknown[];
    expect(rowOf("A").slice(0, 4)).toEqual(["A", 4, expect.closeTo(4 / 12), 900]);
    expect(rowOf("Not classified").slice(0, 2)).toEqual(["Not classified", 2]);
  });
});
