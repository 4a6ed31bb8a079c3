import { unfinishedWords } from "../../src/text/unfinishedWords";
import { bookBytes, customers } from "./books";
import { cell, goTo, openFile, openWorkbench, until, type OpenWorkbench } from "./browser";
import { askToWrite, chooseTable, tierCounts, wordsOf } from "./pane";

/** Enough rows that a run takes many requests. */
const many = 30_000;

/** Ends as soon as the pane shows a text, for however short a time: it is the page itself that watches. */
async function shown({ page }: OpenWorkbench, text: string): Promise<void> {
  await page
    .frames()
    .find((frame) => frame.url().includes("taskpane"))!
    .evaluate(
      (wanted) =>
        new Promise<void>((done) => {
          const observer = new MutationObserver(look);
          function look(): void {
            if (!document.body.textContent.includes(wanted)) return;
            observer.disconnect();
            done();
          }
          observer.observe(document.body, { subtree: true, childList: true, characterData: true });
          look();
        }),
      text,
    );
}

/** A run under way that has come to a stage. */
async function begunRun(stage: "staging" | "committing"): Promise<OpenWorkbench> {
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
  const reached = shown(workbench, write.stages[stage]);
  await pane.getByRole("button", { name: write.now }).click();
  await reached;
  return workbench;
}

async function header(workbench: OpenWorkbench): Promise<string> {
  await goTo(workbench, "D1");
  return (await cell(workbench.page, "D1").textContent()) ?? "";
}

test("a run that is cancelled leaves the workbook as it was", async () => {
  const workbench = await begunRun("staging");
  const { write } = wordsOf(workbench);
  await workbench.pane.getByRole("button", { name: write.cancel }).click();
  await workbench.pane.getByText(write.cancelled).waitFor();
  expect(await header(workbench)).toBe("");
});

test.each(["finish", "rollBack"] as const)(
  "a pane killed in the middle of a run offers to %s it when it is back",
  async (way) => {
    // Labels that are all kept can be finished from there; before that, there is only the way back.
    const workbench = await begunRun(way === "finish" ? "committing" : "staging");
    const { page, pane, words } = workbench;
    const { bar } = wordsOf(workbench);
    await page.getByRole("button", { name: words.reloadPane }).click();
    // Nobody but the person knows that the pane that was killed writes no more.
    await pane.getByRole("button", { name: unfinishedWords("en").takeOver }).click();
    await pane.getByRole("button", { name: bar[way] }).click();
    await pane.getByText(way === "finish" ? bar.finished : bar.rolledBack).waitFor();
    const label = await header(workbench);
    expect(label === "").toBe(way === "rollBack");
  },
);
