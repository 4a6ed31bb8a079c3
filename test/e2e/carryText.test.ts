import { readCarry } from "../../src/actions/carry/carryFile";
import { fileWords } from "../../src/text/fileWords";
import { carryWords } from "../../src/text/month/carryWords";
import { exportBytes } from "../workbench/sample/exportedClients";
import { openFile, openWorkbench, until } from "./browser";
import { expectSound, narrow } from "./expectSound";
import { chooseTable, wordsOf, writeTiers } from "./pane";

test.each([
  ["en", "mac"],
  ["zh", "frame"],
] as const)("a month is carried over as text where no file is saved (%s, %s)", async (language, noDownloads) => {
  const workbench = await openWorkbench({ language, noDownloads });
  const { page, pane } = workbench;
  const [file, carry] = [fileWords(language), carryWords(language)];
  let downloads = 0;
  page.on("download", () => downloads++);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await narrow(workbench);
  await chooseTable(workbench, language === "en" ? "Clients_Sep" : "客户_9月");
  await writeTiers(workbench);
  await pane.getByRole("tab", { name: wordsOf(workbench).shell.tabs.history }).click();
  await pane.getByRole("button", { name: carry.save }).click();
  if (noDownloads === "mac") await pane.getByText(file.noFile).waitFor();
  else await pane.getByText(file.instead).click();
  await pane.getByRole("button", { name: file.copy }).click();
  await pane.getByText(file.copied).waitFor();
  await expectSound(workbench, "a text to copy");
  const text = await page.evaluate(async () => navigator.clipboard.readText());
  expect(readCarry(text).plan.segmentations).toHaveLength(1);
  expect(downloads).toBe(0);

  await openFile(workbench, "october.xlsx", exportBytes("october"));
  await narrow(workbench);
  await pane.getByText(carry.paste, { exact: true }).click();
  const field = pane.getByLabel(carry.pasted);
  await field.fill(text.slice(0, -20));
  await pane.getByRole("button", { name: carry.take }).click();
  await pane.getByRole("alert").waitFor();
  await expectSound(workbench, "a text of which the end is missing");
  await field.fill(`\n${text}\n`);
  await pane.getByRole("button", { name: carry.take }).click();
  await pane
    .getByRole("status")
    .filter({ hasText: language === "en" ? "Clients_Sep" : "客户_9月" })
    .waitFor();
  await until(
    async () => field.inputValue(),
    (left) => left === "",
  );
  await expectSound(workbench, "a text that was taken over");
  expect(workbench.complaints).toEqual([]);
});
