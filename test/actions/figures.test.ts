import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { clientPlan, openClients, when } from "./clientBook";

jest.setTimeout(30_000);

/** Types an amount into the table of customers. */
async function typeAmount(amount: number): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Clients").getRange("D4").values = [[amount]];
    await context.sync();
  });
}

test("after a run the figures of the sheet are those that it found", async () => {
  await openClients();
  const { figures } = await runPlan(await clientPlan(), inThread, when);
  expect(figures?.differences).toEqual([]);
  // Three tiers, those not classified and the total.
  expect(figures?.compared).toBe(3 * 5 + 5 + 4);
});

test("an amount that somebody changes while a run writes is told as a difference between sheet and run", async () => {
  await openClients();
  let typed = null as Promise<void> | null;
  const { figures } = await runPlan(await clientPlan(), inThread, {
    ...when,
    onProgress: ({ stage }) => {
      if (stage === "saving") typed ??= typeAmount(900);
    },
  });
  await typed;
  expect(figures?.differences).toContainEqual({
    cell: "Segments!D8",
    segment: "A",
    figure: "Value",
    found: 900,
    shown: 1300,
  });
});
