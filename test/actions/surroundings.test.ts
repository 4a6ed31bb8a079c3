import { inspectTable } from "../../src/actions/inspectTable";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { failureData } from "../../src/failure";
import type { HostOptions } from "../../src/host/host";
import { planProblems } from "../../src/plan/planProblems";
import { snapshot } from "../safety/snapshot";
import { clientPlan, clientRows, openClients, tableId, when } from "./clientBook";

jest.setTimeout(120_000);

const sheet = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem("Clients");

async function change(deed: (context: Excel.RequestContext) => void): Promise<void> {
  await Excel.run(async (context) => {
    deed(context);
    await context.sync();
  });
}

/** What keeps a run from writing beside such surroundings, once it is sure that it changed nothing. */
async function refusal(deed: (context: Excel.RequestContext) => void, options: HostOptions = {}) {
  const { book } = await openClients(options);
  const plan = await clientPlan();
  await change(deed);
  const before = JSON.stringify(snapshot(book));
  const failure = await runPlan(plan, inThread, when).then(() => null, failureData);
  expect(JSON.stringify(snapshot(book))).toBe(before);
  return failure;
}

test("F20 a write that Excel denies is put back, and the reason is told", async () => {
  let deny = false;
  const options: HostOptions = {
    fault: ({ changes }) => {
      if (!deny || changes === 0) return null;
      deny = false;
      return { when: "before", then: "error", code: "AccessDenied" };
    },
  };
  const { book } = await openClients(options);
  const plan = await clientPlan();
  const before = JSON.stringify(snapshot(book));
  deny = true;
  const failure = await runPlan(plan, inThread, when).then(() => null, failureData);
  expect(failure).toMatchObject({ code: "rolled-back", detail: { reason: "access-denied" } });
  expect(JSON.stringify(snapshot(book))).toBe(before);
});

test("F32 another table right beside is named by its first cell, and stays", async () => {
  const failure = await refusal((context) => {
    sheet(context).getRange("F3:G4").values = [
      ["Their key", "Their value"],
      ["K1", 7],
    ];
    sheet(context).tables.add("F3:G4", true).name = "Theirs";
  });
  expect(failure).toMatchObject({ code: "cells-in-the-way", subject: "Clients!F3" });
});

test("F35 a table that reaches the sheet's last column is refused before anything is written", async () => {
  await openClients();
  await change((context) => {
    sheet(context).getRange("XFA1:XFD3").values = [
      ["Client ID", "Client", "Outstanding", "Region"],
      ["K1", "One", 9, "North"],
      ["K2", "Two", 5, "South"],
    ];
    sheet(context).tables.add("XFA1:XFD3", true).name = "Far";
  });
  const plan = { ...(await clientPlan()), table: { id: await tableId("Far"), name: "Far" } };
  await expect(runPlan(plan, inThread, when)).rejects.toMatchObject({ code: "sheet-full", subject: "Clients" });
});

test("F37 labels stay what they are where Excel fills columns by itself", async () => {
  const { book } = await openClients({ profile: { fillCalculatedColumns: true } });
  const plan = await clientPlan();
  const tiers = plan.segmentations[0]!.tiers.map((tier, i) => (i === 0 ? { ...tier, name: "=A1" } : tier));
  await runPlan({ ...plan, segmentations: [{ ...plan.segmentations[0]!, tiers }] }, inThread, when);
  const labels = clientRows.map((_, row) => book.sheets[0]!.rows.get(3 + row)!.cells.get(5)!);
  const none = "Not classified";
  const wanted = ["=A1", "=A1", "=A1", "=A1", "B", "C", "C", "C", "C", "C", none, none];
  expect(labels.map(({ value }) => value)).toEqual(wanted);
  expect(labels.every(({ formula }) => formula === undefined)).toBe(true);
});

test("F40 a workbook that calculates on request is told before the run, and goes on doing so", async () => {
  const { book } = await openClients();
  expect((await inspectTable(await tableId())).problems.map(({ kind }) => kind)).not.toContain("calculates-on-request");
  await change((context) => {
    context.workbook.application.calculationMode = "Manual";
  });
  expect((await inspectTable(await tableId())).problems.map(({ kind }) => kind)).toContain("calculates-on-request");
  await runPlan(await clientPlan(), inThread, when);
  expect(book.calculationMode).toBe("Manual");
});

test.each([
  ["an emoji, and Arabic", "شركاء 🏦"],
  ["markup", "<img src=x onerror=alert(1)>"],
])("F50 and F51 a segment named with %s is that text in the labels", async (_what, name) => {
  const { book } = await openClients();
  const plan = await clientPlan();
  const tiers = plan.segmentations[0]!.tiers.map((tier, i) => (i === 0 ? { ...tier, name } : tier));
  await runPlan({ ...plan, segmentations: [{ ...plan.segmentations[0]!, tiers }] }, inThread, when);
  expect(book.sheets[0]!.rows.get(3)!.cells.get(5)!.value).toBe(name);
});

test.each([
  ["half of a character", "A\uD83C"],
  ["a null character", "A\u0000"],
])("F50 a segment named with %s is refused before anything is written", async (_what, name) => {
  await openClients();
  const plan = await clientPlan();
  const tiers = plan.segmentations[0]!.tiers.map((tier, i) => (i === 0 ? { ...tier, name } : tier));
  const problems = planProblems({ ...plan, segmentations: [{ ...plan.segmentations[0]!, tiers }] });
  expect(problems).toMatchObject([{ kind: "bad-text", path: "segmentations[0].tiers[0].name" }]);
});

test("F52 sheets of ours get names that Excel takes, whatever a person's sheets are called", async () => {
  const { book } = await openClients();
  await change((context) => {
    for (const name of ["segments", "OWNERS", "Tierbook", "Runs (2)", "runs"]) context.workbook.worksheets.add(name);
  });
  await runPlan(await clientPlan(), inThread, when);
  const names = book.sheets.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["Segments (2)", "Owners (2)", "Tierbook (2)", "Runs (3)"]));
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
});
