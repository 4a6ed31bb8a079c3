import { readFileSync } from "node:fs";
import type { Download } from "playwright-core";
import { carryWords } from "../../src/text/month/carryWords";
import { monthWords as newMonthWords } from "../../src/text/month/monthWords";
import { monthWords } from "../../src/text/monthWords";
import { packWords } from "../../src/text/packWords";
import { plannedWords } from "../../src/text/plannedWords";
import {
  countedMoves,
  limitsOf,
  tiersByLimits,
  tiersByShare,
  tierSizes,
  type CountedMoves,
} from "../workbench/sample/countedMoves";
import { clientsIn, exportBytes } from "../workbench/sample/exportedClients";
import { openFile, openWorkbench, type OpenWorkbench } from "./browser";
import { chooseTable, wordsOf, writeTiers } from "./pane";

const [carry, newMonth, month, planned] = [carryWords("en"), newMonthWords("en"), monthWords.en, plannedWords.en];
const pack = packWords("en");
const tiers = "Value tier";

/** Every press of the mouse in the pane from now on; what is typed and what is chosen from a list are none. */
async function countClicks({ page }: OpenWorkbench): Promise<() => Promise<number>> {
  const frame = page.frames().find((each) => each.url().includes("taskpane"));
  await frame?.evaluate("addEventListener('pointerdown', () => { window.clicks = (window.clicks ?? 0) + 1; }, true)");
  return async () => Number(await frame?.evaluate("window.clicks ?? 0"));
}

const step = ({ pane }: OpenWorkbench, name: string) =>
  pane.getByRole("navigation", { name: month.way }).getByRole("button", { name });

async function freeze(workbench: OpenWorkbench, sheet: string): Promise<void> {
  const { pane } = workbench;
  await step(workbench, month.steps.freeze).click();
  await pane.getByRole("button", { name: pack.pane.freeze, exact: true }).click();
  await pane.getByText(pack.pane.written(sheet)).waitFor();
}

/** The first month in the sample's workbook: run, owned, frozen, and saved for the next one. */
async function ownFreezeAndSave(workbench: OpenWorkbench): Promise<Download> {
  const { page, pane } = workbench;
  const { shell, data, owners } = wordsOf(workbench);
  await chooseTable(workbench, "Clients_Sep");
  await pane.getByRole("tab", { name: shell.tabs.data }).click();
  await pane.getByLabel(data.dataDate).fill("2026-09-30");
  await pane.getByRole("button", { name: data.see }).click();
  await writeTiers(workbench);
  await step(workbench, month.steps.assign).click();
  await pane.getByRole("button", { name: owners.edit("Strategic") }).click();
  for (const [field, text] of [
    ["owner", "Wang Fang"],
    ["objective", "Keep what they owe above plan"],
  ] as const) {
    const input = pane.getByLabel(owners.fields[field], { exact: true });
    await input.fill(text);
    await input.blur();
    await pane.locator(".fui-Field", { has: input }).getByText(owners.saved).waitFor();
  }
  await freeze(workbench, "Pack 2026-09");
  const download = page.waitForEvent("download");
  await pane.getByRole("button", { name: carry.save }).click();
  return download;
}

/** Cells of the pane's tables, a line for each row. */
const lines = async ({ pane }: OpenWorkbench, table: string): Promise<string[]> =>
  (await pane.getByRole("table", { name: table, exact: true }).locator("tbody tr").allInnerTexts()).map((line) =>
    line.replace(/\s+/g, " ").trim(),
  );

/** From what a new month begins with to its pack; what it shows on the way is what was counted. */
async function walk(workbench: OpenWorkbench, { customers, moved, entered, left }: CountedMoves): Promise<void> {
  const { pane } = workbench;
  const { history } = wordsOf(workbench);
  await pane.getByRole("button", { name: newMonth.next }).click();
  await step(workbench, month.steps.preview).click();
  await pane.getByText(planned.moved(moved, 600)).waitFor();
  const matrix = await lines(workbench, planned.matrix(tiers));
  const now = [0, 1, 2, 4];
  expect(matrix.map((line) => line.split(" ")[0])).toEqual(["Strategic", "Core", "Standard", "Entered"]);
  for (const [i, from] of now.entries()) {
    const counts = (customers[from] ?? []).filter((count, to) => now.includes(to) && count > 0);
    // Below each number of customers stands what they owe now.
    for (const count of counts) expect(` ${matrix[i] ?? ""} `).toContain(` ${count} `);
  }
  await pane
    .getByRole("button", { name: /^Write/ })
    .last()
    .click();
  await pane.getByText(wordsOf(workbench).write.done).waitFor();
  await freeze(workbench, "Pack 2026-10");
  await pane.getByText(history.moved(tiers, moved, entered, left)).waitFor();
}

test("the sample's second month is carried over both ways: moves as counted apart, and eight clicks to its pack", async () => {
  const [september, october] = await Promise.all([clientsIn("september"), clientsIn("october")]);
  const before = tiersByShare(september);
  const [found, kept] = [tiersByShare(october), tiersByLimits(october, limitsOf(september, before))];
  const anew = countedMoves(before, found, october);
  const workbench = await openWorkbench();
  const { pane } = workbench;
  const { shell, data, owners } = wordsOf(workbench);
  const file = await ownFreezeAndSave(workbench);
  expect(file.suggestedFilename()).toBe("tierbook-2026-09-30.json");
  const carried = readFileSync(await file.path());

  // In the same workbook, by the table of the new export, with last month's cut-offs.
  await step(workbench, month.steps.data).click();
  await pane.getByRole("button", { name: data.another }).click();
  await chooseTable(workbench, "Clients_Oct");
  const compared = newMonth.comparedFor(tiers);
  await pane.getByRole("table", { name: compared }).waitFor();
  expect((await lines(workbench, newMonth.title)).map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
    `Matched ${600 - anew.entered}`,
    `New ${anew.entered}`,
    `Gone ${anew.left}`,
  ]);
  const keeping = countedMoves(before, kept, october);
  const rows = await lines(workbench, compared);
  const [strategic, core, standard, moving] = rows.map((line) => line.split(" ").filter((cell) => /^\d+$/.test(cell)));
  // Limits above a thousand stand with a comma: what is left are the customers, kept and anew.
  const [keptSizes, foundSizes] = [tierSizes(kept), tierSizes(found)];
  expect([strategic, core, standard]).toEqual(keptSizes.map((size, i) => [String(size), String(foundSizes[i])]));
  expect(moving).toEqual([String(keeping.moved), String(anew.moved)]);
  await pane.getByLabel(newMonth.cutoffs, { exact: true }).selectOption("keep");
  await walk(workbench, keeping);

  // In the workbook of the new export, by the file, with cut-offs found anew.
  await openFile(workbench, "october.xlsx", exportBytes("october"));
  const offer = pane.getByRole("button", { name: carry.offer });
  await offer.waitFor();
  const clicks = await countClicks(workbench);
  const chooser = workbench.page.waitForEvent("filechooser");
  await offer.click();
  await (await chooser).setFiles({ name: "tierbook.json", mimeType: "application/json", buffer: carried });
  await pane.getByText(carry.read("Clients_Sep", "2026-09-30", 1, 1)).waitFor();
  await chooseTable(workbench, "Clients_Oct");
  await pane.getByRole("table", { name: compared }).waitFor();
  await walk(workbench, anew);
  // With the choice of the file in the system's own dialog.
  expect((await clicks()) + 1).toBeLessThanOrEqual(8);
  await pane.getByRole("tab", { name: shell.tabs.owners }).click();
  await pane.getByText(owners.counts(3, 2, 0)).waitFor();
  await pane.getByText("Wang Fang").waitFor();
  expect(workbench.complaints).toEqual([]);
  expect(workbench.outside).toEqual([]);
});
