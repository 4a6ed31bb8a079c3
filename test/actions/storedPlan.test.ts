import { readState } from "../../src/actions/readState";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { failureData } from "../../src/failure";
import type { Book } from "../../src/host/model/book";
import { sha256 } from "../../src/workbook/sha256";
import { planNamespace } from "../../src/workbook/backup";
import { snapshot } from "../safety/snapshot";
import { clientPlan, openClients, when } from "./clientBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

async function afterRun() {
  const office = await openClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  return { ...office, plan };
}

function storeOf(book: Book) {
  return book.sheets.find(({ name }) => name === "_tierbook")!;
}

/** Puts another text where the plan is stored, with a check sum that fits. */
async function forge(book: Book, text: string): Promise<void> {
  const { rows } = storeOf(book);
  const first = rows.get(0)!.cells.get(0)!;
  const head = JSON.parse(first.value as string) as { entries: Record<string, { row: number; sha256: string }> };
  const entry = head.entries["plan:1"]!;
  entry.sha256 = await sha256(text);
  rows.get(entry.row)!.cells.get(2)!.value = `|${text}`;
  first.value = JSON.stringify(head);
}

test.each([
  ["broken", "{", "plan-broken"],
  ["no plan at all", '{"version":1}', "plan-broken"],
  ["hostile in its keys", '{"version":1,"__proto__":{"polluted":true}}', "plan-hostile"],
  ["hostile in its depth", `{"version":1,"x":${"[".repeat(200)}${"]".repeat(200)}}`, "plan-hostile"],
  ["newer than this Tierbook", '{"version":99}', "plan-too-new"],
] as const)("a stored plan that is %s is said to be so, and nothing else suffers", async (_what, text, code) => {
  const { book } = await afterRun();
  await forge(book, text);
  const state = await readState();
  expect(state.plan).toBeNull();
  expect(state.planProblem?.code).toBe(code);
  expect(state.lastRun?.status).toBe("complete");
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test("a stored plan that is newer than this Tierbook is never written over; a broken one is", async () => {
  const { book, plan } = await afterRun();
  await forge(book, '{"version":99}');
  const before = JSON.stringify(snapshot(book));
  await expect(runPlan(plan, inThread, when)).rejects.toMatchObject({ code: "plan-too-new" });
  expect(JSON.stringify(snapshot(book))).toBe(before);
  await forge(book, "{");
  await runPlan(plan, inThread, when);
  expect(await readState()).toMatchObject({ plan: { keyColumn: plan.keyColumn }, planProblem: null });
});

test("a stored plan that somebody edited gives way to its second copy, and that is said", async () => {
  const { book, plan } = await afterRun();
  const cells = [...storeOf(book).rows.values()].map(({ cells: found }) => found);
  const stored = cells.find((found) => found.get(0)?.value === "plan-next")!.get(2)!;
  stored.value = (stored.value as string).replace("0.8", "0.7");
  const state = await readState();
  expect(state.plan).toEqual(plan);
  expect(state.planRestored).toBe(true);
});

test("a workbook whose hidden sheets were removed still knows its plan, and runs again without harm", async () => {
  const { book, plan } = await afterRun();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("_tierbook").delete();
    await context.sync();
  });
  const state = await readState();
  expect(state.plan).toEqual(plan);
  expect(state.planRestored).toBe(true);
  const { columns, sheets } = await runPlan(plan, inThread, when);
  expect(columns[0]!.name).toBe("ABC");
  expect(sheets.map(({ name }) => name)).toEqual(["Segments", "Owners", "Policy", "Runs", "Tierbook"]);
  expect(book.sheets[0]!.tables[0]!.columns.map(({ name }) => name)).not.toContain("ABC (2)");
});

test("a workbook without anything of ours has no plan and no problem", async () => {
  await openClients();
  expect(await readState()).toMatchObject({ plan: null, planProblem: null, unfinished: null, lastRun: null });
});

test("a second copy that was made for another schema is no plan", async () => {
  await openClients();
  await Excel.run(async (context) => {
    context.workbook.customXmlParts.add(`<plan xmlns="${planNamespace}" sha256="${"0".repeat(64)}">{}</plan>`);
    await context.sync();
  });
  expect((await readState()).plan).toBeNull();
});

test("a roll-back that fails as well says which columns are not to be trusted, and the run stays unfinished", async () => {
  let fail = false;
  const { book } = await openClients({
    fault: () => (fail ? { when: "before", then: "error" } : null),
  });
  const failure = await runPlan(await clientPlan(), inThread, {
    ...when,
    onProgress: ({ stage }) => {
      if (stage === "sheets") fail = true;
    },
  }).then(() => null, failureData);
  expect(failure).toMatchObject({ code: "rollback-failed", detail: { columns: ["ABC"] } });
  fail = false;
  const { unfinished } = await readState();
  expect(unfinished).toMatchObject({ canFinish: true, labelColumns: ["ABC"], person: "Ada", rows: 12 });
  const tierbook = book.sheets.find(({ name }) => name === "Tierbook")!;
  expect(tierbook.rows.get(5)!.cells.get(1)!.value).toContain("RUN UNFINISHED");
});
