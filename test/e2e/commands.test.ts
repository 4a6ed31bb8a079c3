import { autoOpenWords } from "../../src/text/autoOpenWords";
import { plannedWords } from "../../src/text/plannedWords";
import { openWorkbench, until } from "./browser";
import { expectSound, narrow } from "./expectSound";
import { chooseTable, wordsOf, writeTiers } from "./pane";

test.each([
  ["en", "Clients_Oct"],
  ["zh", "客户_10月"],
] as const)(
  "the ribbon's buttons lead to the preview and to the question, in one pane (%s)",
  async (language, table) => {
    const workbench = await openWorkbench({ language });
    const { page, pane } = workbench;
    const { shell, data, write } = wordsOf(workbench);
    const frame = () => page.frames().find((each) => each.url().includes("taskpane"));
    const press = async (command: "preview" | "run"): Promise<void> => {
      await frame()?.evaluate((word) => {
        location.hash = `#do=${word}`;
      }, command);
    };
    await narrow(workbench);
    await chooseTable(workbench, table);
    await writeTiers(workbench);
    await pane.getByRole("tab", { name: shell.tabs.data }).click();
    await pane.getByLabel(data.dataDate).fill("2026-10-31");
    await press("preview");
    await pane.getByRole("button", { name: write.open }).waitFor();
    expect(await pane.getByRole("tab", { name: shell.tabs.segments }).getAttribute("aria-selected")).toBe("true");
    for (let again = 0; again < 2; again++) {
      await press("run");
      await pane.getByText(plannedWords[language].heading, { exact: true }).waitFor();
      await pane.getByRole("button", { name: write.again }).waitFor();
      await pane.getByRole("tab", { name: shell.tabs.data }).click();
      // What was typed is still there: nothing was loaded anew.
      expect(await pane.getByLabel(data.dataDate).inputValue()).toBe("2026-10-31");
    }
    // A pane that is opened by the button itself goes the same way once the workbook is read.
    await frame()?.evaluate(() => {
      location.hash = "#do=run";
      location.reload();
    });
    await pane.getByText(plannedWords[language].heading, { exact: true }).waitFor();

    await pane.getByRole("tab", { name: shell.tabs.data }).click();
    const box = pane.getByRole("checkbox", { name: autoOpenWords(language).label });
    expect(await box.isChecked()).toBe(false);
    await box.click();
    await until(
      async () => box.isChecked(),
      (checked) => checked,
    );
    const setting = async (): Promise<unknown> =>
      frame()?.evaluate(async () =>
        Excel.run(async (context) => {
          const found = context.workbook.settings
            .getItemOrNullObject("Office.AutoShowTaskpaneWithDocument")
            .load("value");
          await context.sync();
          return found.isNullObject ? null : (found.value as unknown);
        }),
      );
    expect(await setting()).toBe(true);
    await expectSound(workbench, "the pane that opens with the workbook");
    await box.click();
    await until(setting, (value) => value === null);
    expect(workbench.complaints).toEqual([]);
  },
);
