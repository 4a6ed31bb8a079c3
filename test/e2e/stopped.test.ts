import { bookBytes, customers } from "./books";
import { cell, goTo, openFile, openWorkbench, until, type OpenWorkbench } from "./browser";
import { askToWrite, chooseTable, tierCounts, wordsOf } from "./pane";

/** Enough rows that a run takes many requests. */
const many = 30_000;

/** A run under way: its labels are being kept. */
async function begunRun(): Promise<OpenWorkbench> {
  const workbench = await openWorkbench();
  const { page, pane } = workbench;
  await openFile(workbench, "customers.xlsx", bookBytes(customers(many)));
  await until(
    async () => cell(page, "A2").textContent(),
    (text) => text === "K100000",
  );
  await chooseTable(workbench, "Customers");
  await until(
    () => tierCounts(workbench),
    (tiers) => tiers.length > 0,
  );
  await askToWrite(workbench);
  const { write } = wordsOf(workbench);
  await pane.getByRole("button", { name: write.now }).click();
  await pane.getByText(write.stages.staging).waitFor();
  return workbench;
}

async function header(workbench: OpenWorkbench): Promise<string> {
  await goTo(workbench, "D1");
  return (await cell(workbench.page, "D1").textContent()) ?? "";
}

test("a run that is cancelled leaves the workbook as it was", async () => {
  const workbench = await begunRun();
  const { write } = wordsOf(workbench);
  await workbench.pane.getByRole("button", { name: write.cancel }).click();
  await workbench.pane.getByText(write.cancelled).waitFor();
  expect(await header(workbench)).toBe("");
});

test.each(["finish", "rollBack"] as const)(
  "a pane killed in the middle of a run offers to %s it when it is back",
  async (way) => {
    const workbench = await begunRun();
    const { page, pane, words } = workbench;
    const { bar, write } = wordsOf(workbench);
    // Labels that are all kept can be finished from there; before that, there is only the way back.
    if (way === "finish") await pane.getByText(write.stages.committing).waitFor();
    await page.getByRole("button", { name: words.reloadPane }).click();
    await pane.getByRole("button", { name: bar[way] }).click();
    await pane.getByText(way === "finish" ? bar.finished : bar.rolledBack).waitFor();
    const label = await header(workbench);
    expect(label === "").toBe(way === "rollBack");
  },
);
