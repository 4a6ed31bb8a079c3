import { monthWords } from "../../src/text/monthWords";
import { plannedWords } from "../../src/text/plannedWords";
import { changeWords } from "../../src/text/changeWords";
import { openWorkbench } from "./browser";
import { askToWrite, chooseTable, wordsOf, writeTiers } from "./pane";

test("who would change segment is seen, exported and left as it is, before it is accepted", async () => {
  const workbench = await openWorkbench();
  const { page, pane } = workbench;
  const { write, segments } = wordsOf(workbench);
  const words = plannedWords.en;
  const month = monthWords.en;
  const step = (name: string) => pane.getByRole("navigation", { name: month.way }).getByRole("button", { name });
  await chooseTable(workbench, "Clients_Oct");
  await askToWrite(workbench);
  await pane.getByText(words.first(600)).waitFor();
  await pane.getByRole("button", { name: write.back }).click();
  await writeTiers(workbench);
  await pane.getByRole("button", { name: write.close }).click();

  const cutoff = pane.getByLabel(segments.cutoff("A"));
  await cutoff.fill("60");
  await step(month.steps.preview).click();
  await pane.getByRole("table", { name: words.matrix("Value tier") }).waitFor();
  await pane.getByText(words.moved(80, 600)).waitFor();
  expect(await pane.getByRole("table", { name: words.segments }).locator("tbody tr").count()).toBe(2);
  await pane.getByRole("button", { name: words.write }).click();
  await pane.getByText(changeWords.en.pane.written(words.sheet.name)).waitFor({ timeout: 60_000 });
  await page.getByRole("tab", { name: words.sheet.name }).waitFor();

  await pane.getByRole("button", { name: write.back }).click();
  expect(await cutoff.inputValue()).toBe("60");
  await cutoff.fill("80");
  await askToWrite(workbench);
  await pane.getByText(words.nobody(600)).waitFor();
  await pane.getByRole("button", { name: write.back }).click();
  await cutoff.fill("60");
  await writeTiers(workbench);
  await pane
    .getByRole("navigation", { name: month.way })
    .getByRole("listitem")
    .filter({ hasText: month.steps.write })
    .filter({ hasText: month.states.done })
    .waitFor();
  expect(workbench.complaints).toEqual([]);
  expect(workbench.outside).toEqual([]);
});
