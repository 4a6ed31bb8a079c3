import { paneWords } from "../../src/text/pane/paneWords";
import { cell, goTo, openWorkbench, until } from "./browser";
import { chooseTable, tierCounts, writeTiers } from "./pane";

test("an owner filled in in the pane stands in the sheet and beside the segment, and the banner counts the others", async () => {
  const workbench = await openWorkbench({ language: "en" });
  const { page, pane } = workbench;
  const { owners } = paneWords("en");
  const tab = pane.getByRole("tab", { name: "Owners" });
  await tab.click();
  await pane.getByText(owners.none).waitFor();
  await pane.getByRole("tab", { name: "Data" }).click();
  await chooseTable(workbench, "Clients_Oct");
  await until(
    () => tierCounts(workbench),
    (rows) => rows.some((row) => row.includes("129")),
  );
  await writeTiers(workbench);
  await pane.getByText(owners.banner(3, 0)).waitFor();

  await tab.click();
  await pane.getByText(owners.counts(3, 3, 0)).waitFor();
  await pane.getByRole("button", { name: owners.edit("Strategic") }).click();
  const owner = pane.getByLabel(owners.fields.owner);
  await owner.fill("Lin");
  await owner.blur();
  await pane.getByText(owners.saved).waitFor();
  await pane.getByLabel(owners.fields.status).selectOption("at-risk");
  await pane.getByText(owners.counts(3, 2, 0)).waitFor();

  await page.getByRole("tab", { name: "Owners" }).click();
  await until(
    async () => (await cell(page, "E7").textContent()) ?? "",
    (text) => text === "Lin",
  );
  await goTo(workbench, "N7");
  await until(
    async () => (await cell(page, "N7").textContent()) ?? "",
    (text) => text === "At risk",
  );
  expect(workbench.complaints).toEqual([]);
});

test("what is typed while a field is saved is not lost: the form takes it, keeps focus and caret, and saves it next", async () => {
  const workbench = await openWorkbench({ language: "en" });
  const { page, pane } = workbench;
  const { owners } = paneWords("en");
  await chooseTable(workbench, "Clients_Oct");
  await until(
    () => tierCounts(workbench),
    (rows) => rows.some((row) => row.includes("129")),
  );
  await writeTiers(workbench);
  await pane.getByRole("tab", { name: "Owners" }).click();
  await pane.getByText(owners.counts(3, 3, 0)).waitFor();
  await pane.getByRole("button", { name: owners.edit("Strategic") }).click();
  await pane.getByLabel(owners.fields.owner).fill("Lin");
  // Leaving the field saves it; the next one is typed into at once, and so is the first again.
  await page.keyboard.press("Tab");
  await page.keyboard.type("Wu Deputy", { delay: 15 });
  const deputy = pane.getByLabel(owners.fields.deputy);
  const state = (): Promise<readonly [boolean, boolean, string]> =>
    deputy.evaluate((field) => {
      const input = field as HTMLInputElement;
      return [document.activeElement === input, input.disabled, input.value] as const;
    });
  expect(await state()).toEqual([true, false, "Wu Deputy"]);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("End");
  await page.keyboard.type(" Mei");
  await page.keyboard.press("Tab");
  await pane.getByText(owners.counts(3, 2, 0)).waitFor();
  expect(await state()).toEqual([true, false, "Wu Deputy"]);
  await page.getByRole("tab", { name: "Owners" }).click();
  for (const [address, text] of [
    ["E7", "Lin Mei"],
    ["F7", "Wu Deputy"],
  ] as const) {
    await until(
      async () => (await cell(page, address).textContent()) ?? "",
      (found) => found === text,
    );
  }
  expect(workbench.complaints).toEqual([]);
});
