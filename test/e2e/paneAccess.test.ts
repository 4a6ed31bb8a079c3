import { openWorkbench } from "./browser";
import { expectSound, narrow } from "./expectSound";
import { askToWrite, chooseTable, wordsOf, writeTiers } from "./pane";

test.each([
  ["en", "light", "Clients_Oct"],
  ["zh", "dark", "客户_10月"],
] as const)("every place in %s, on %s ground, is accessible and fits into 320 px", async (language, ground, table) => {
  const workbench = await openWorkbench({ language });
  const { page, pane } = workbench;
  const words = wordsOf(workbench);
  await page.emulateMedia({ colorScheme: ground });
  await narrow(workbench);
  await pane.getByText(words.data.question).waitFor();
  await expectSound(workbench, "the choice of a table");

  await chooseTable(workbench, table);
  await pane.locator("table").first().waitFor();
  for (const summary of await pane.locator("summary").all()) await summary.click();
  await expectSound(workbench, "the preview");

  await pane.getByLabel(words.segments.cutoff("B")).fill("70");
  await pane.getByText(words.segments.invalid["cutoff-order"]).waitFor();
  await expectSound(workbench, "a wrong cut-off");
  await pane.getByLabel(words.segments.cutoff("B")).fill("95");

  await askToWrite(workbench);
  await expectSound(workbench, "what will be written");
  await pane.getByRole("button", { name: words.write.back }).click();
  await writeTiers(workbench);
  await expectSound(workbench, "what was written");

  for (const place of ["data", "owners", "history"] as const) {
    await pane.getByRole("tab", { name: words.shell.tabs[place] }).click();
    await pane.getByRole("tabpanel", { name: words.shell.tabs[place] }).waitFor();
    await expectSound(workbench, place);
  }
  expect(workbench.complaints).toEqual([]);
});

test("the first tiers are reached by keyboard alone", async () => {
  const workbench = await openWorkbench();
  const { page, pane } = workbench;
  const words = wordsOf(workbench);
  await pane.getByText(words.data.question).waitFor();
  await pane.getByRole("tab", { name: words.shell.tabs.data }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await pane.getByRole("tabpanel", { name: words.shell.tabs.segments }).waitFor();
  await pane.locator("table").first().waitFor();
  expect(await pane.getByRole("button", { name: words.write.open }).isEnabled()).toBe(true);
});

test("the pane changes its language at once and keeps what was chosen and typed", async () => {
  const workbench = await openWorkbench();
  const { pane } = workbench;
  const words = wordsOf(workbench);
  await chooseTable(workbench, "Clients_Oct");
  await pane.getByLabel(words.segments.tierName("A")).fill("Key accounts");
  await pane.getByRole("button", { name: words.shell.otherLanguageLabel }).click();
  await pane.getByRole("tab", { name: "客户分层分群" }).waitFor();
  await pane.getByRole("rowheader", { name: "Key accounts" }).waitFor();
  expect(await pane.locator("html").getAttribute("lang")).toBe("zh-CN");
});

test("a second run says before it writes that column and sheets are updated in place", async () => {
  const workbench = await openWorkbench();
  const { pane } = workbench;
  const words = wordsOf(workbench);
  await chooseTable(workbench, "Clients_Oct");
  await askToWrite(workbench);
  await pane.getByText(words.write.newColumn("Value tier", "Clients_Oct")).waitFor();
  await pane.getByRole("button", { name: words.write.back }).click();
  await writeTiers(workbench);
  await askToWrite(workbench);
  await pane.getByText(words.write.sameColumn("Value tier", "Clients_Oct")).waitFor();
  await pane.getByText(words.write.sameSheet("Segments")).waitFor();
});
