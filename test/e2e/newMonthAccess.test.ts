import { saveCarry } from "../../src/actions/carry/saveCarry";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { changeWords } from "../../src/text/changeWords";
import { historyWords } from "../../src/text/historyWords";
import { carryWords } from "../../src/text/month/carryWords";
import { monthWords } from "../../src/text/month/monthWords";
import { openBook } from "../../src/workbench/headless/openBook";
import { samplePlan } from "../../src/workbench/sample/samplePlan";
import { sampleWorkbook } from "../../src/workbench/sample/sampleWorkbook";
import { exportBytes } from "../workbench/sample/exportedClients";
import { openFile, openWorkbench } from "./browser";
import { expectSound, narrow } from "./expectSound";
import { askToWrite, chooseTable, wordsOf, writeTiers } from "./pane";

/** What September's workbook saves for the next month. */
async function savedSeptember(): Promise<Buffer> {
  const office = await openBook(sampleWorkbook("en", undefined, ["september"]));
  const plan = { ...samplePlan("en"), table: { id: "", name: "Clients_Sep" }, dataDate: "2026-09-30" };
  await runPlan(plan, inThread, { now: new Date("2026-10-02T09:00:00Z"), person: "" });
  const { text } = await saveCarry();
  office.close();
  return Buffer.from(text);
}

let saved: Buffer;
beforeAll(async () => {
  saved = await savedSeptember();
});

test.each([
  ["en", "light"],
  ["zh", "dark"],
] as const)("a month that is carried over is accessible at 320 px (%s, %s)", async (language, colorScheme) => {
  const workbench = await openWorkbench({ language });
  const { page, pane } = workbench;
  const { data, shell, write } = wordsOf(workbench);
  const [carry, month] = [carryWords(language), monthWords(language)];
  const history = historyWords(language).pane;
  await page.emulateMedia({ colorScheme });
  await openFile(workbench, "october.xlsx", exportBytes("october"));
  await narrow(workbench);
  const offer = pane.getByRole("button", { name: carry.offer });
  await offer.waitFor();
  const input = pane.locator("input[type=file]");
  await input.setInputFiles({ name: "none.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await pane.getByRole("alert").or(pane.getByRole("status")).first().waitFor();
  await expectSound(workbench, "a file that carries nothing over");
  await input.setInputFiles({ name: "september.json", mimeType: "application/json", buffer: saved });
  await pane.getByText(carry.read("Clients_Sep", "2026-09-30", 1, 0)).waitFor();
  await expectSound(workbench, "a file that was read");
  await pane.getByRole("button", { name: carry.leave }).click();
  expect(await offer.evaluate((it) => it === it.ownerDocument.activeElement)).toBe(true);
  await input.setInputFiles({ name: "september.json", mimeType: "application/json", buffer: saved });

  await chooseTable(workbench, "Clients_Oct");
  await pane.getByRole("table", { name: month.comparedFor("Value tier") }).waitFor();
  await pane.getByLabel(data.dataDate).fill("2026-09-30");
  await pane.getByText(month.notLater("2026-09-30", "2026-09-30")).waitFor();
  const folded = pane.getByRole("region", { name: month.title }).locator("details:not([open]) > summary");
  while ((await folded.count()) > 0) await folded.first().click();
  await expectSound(workbench, "whom two months have in common, and cut-offs both ways");
  await pane.getByLabel(data.dataDate).fill("2026-10-31");
  await pane.getByRole("button", { name: month.next }).click();
  expect(await pane.getByRole("tabpanel").evaluate((it) => it === it.ownerDocument.activeElement)).toBe(true);
  await writeTiers(workbench);

  await pane.getByRole("tab", { name: shell.tabs.history }).click();
  await pane.getByRole("button", { name: history.add }).click();
  const sheet = "History of customers";
  await pane.getByText(changeWords[language].pane.written(sheet)).waitFor();
  await expectSound(workbench, "a run that was added to the history of customers");
  await pane.getByRole("tab", { name: shell.tabs.segments }).click();
  await askToWrite(workbench);
  expect(await pane.getByRole("checkbox", { name: history.every(sheet) }).isChecked()).toBe(true);
  await expectSound(workbench, "a run that adds itself to the history");
  await pane.getByRole("button", { name: write.again }).click();
  await pane.getByText(history.added(sheet)).waitFor();
  await expectSound(workbench, "a run that was added by itself");
  expect(workbench.complaints).toEqual([]);
});
