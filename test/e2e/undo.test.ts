import { paneWords } from "../../src/text/pane/paneWords";
import { undoWords } from "../../src/text/undoWords";
import { cell, openWorkbench } from "./browser";
import { chooseTable, writeTiers } from "./pane";

test("the pane says what undoing the last run would do, undoes it when asked to, and says so in the history", async () => {
  const workbench = await openWorkbench({ language: "en" });
  const { page, pane } = workbench;
  const { shell, write } = paneWords("en");
  const words = undoWords("en");
  await chooseTable(workbench, "Clients_Oct");
  await writeTiers(workbench);
  await pane.getByRole("button", { name: write.close }).click();
  await pane.getByRole("tab", { name: shell.tabs.history }).click();
  await pane.getByRole("button", { name: words.open }).click();
  await pane.getByText(words.title).waitFor();
  await pane.getByText(words.planGone).waitFor();
  await pane.getByRole("button", { name: words.notNow }).click();
  await pane.getByRole("button", { name: words.open }).click();
  await pane.getByRole("button", { name: words.now }).click();
  await pane.getByText(words.done).waitFor();
  await pane.getByText(/^Undone on /).waitFor();
  expect(await pane.getByRole("button", { name: words.open }).count()).toBe(0);
  expect(await page.getByRole("tab", { name: "Segments" }).count()).toBe(0);
  await cell(page, "A1").waitFor();
  expect(workbench.complaints).toEqual([]);
});
