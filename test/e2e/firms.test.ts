import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Workbook } from "exceljs";
import { expectedFirms, firmCounts, firmTable, firmTiers } from "../golden/firms";
import { cellsByLibreOffice, libreOffice, withoutCachedValues } from "../workbench/libreOffice";
import { bookBytes } from "./books";
import { cell, openFile, openWorkbench, until, type OpenWorkbench } from "./browser";
import { chooseTable, tierCounts, wordsOf, writeTiers } from "./pane";

const work = mkdtempSync(join(tmpdir(), "browser-"));
afterAll(() => rmSync(work, { recursive: true }));

async function downloaded({ page, words }: OpenWorkbench): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: words.download }).click(),
  ]);
  return readFileSync(await download.path());
}

describe("the 302 firms, in the browser", () => {
  test("get their places in the tiers by 销项价税合计, in the pane, in the file and by LibreOffice; a second run updates in place", async () => {
    const workbench = await openWorkbench({ language: "zh" });
    const { page, pane } = workbench;
    await openFile(workbench, "firms.xlsx", bookBytes({ sheet: "企业", table: "企业", ...firmTable() }));
    await until(
      async () => cell(page, "A1").textContent(),
      (text) => text === "企业代号",
    );
    await chooseTable(workbench, "企业");
    await pane.getByLabel(wordsOf(workbench).segments.valueColumn).selectOption("销项价税合计");
    const shown = await until(
      () => tierCounts(workbench),
      (tiers) => firmCounts.every((count, i) => new RegExp(`\\b${count}\\b`).test(tiers[i] ?? "")),
    );
    expect(shown.length).toBeGreaterThanOrEqual(firmCounts.length);
    await writeTiers(workbench);

    const bytes = await downloaded(workbench);
    const second = new Workbook();
    await second.xlsx.load(Buffer.from(bytes) as never);
    const labels = second.getWorksheet("企业")?.getColumn(27).values.slice(2) ?? [];
    const names = [...new Set(labels)];
    expect(labels).toHaveLength(302);
    expect(names.map((name) => labels.filter((label) => label === name).length).sort((a, b) => a - b)).toEqual(
      [...firmCounts].sort((a, b) => a - b),
    );

    if (libreOffice) {
      const lines = cellsByLibreOffice(withoutCachedValues(bytes), work).get("客户分层分群") ?? [];
      for (const tier of firmTiers) {
        const { n, value } = expectedFirms[tier];
        const line = lines.find((cells) => cells[1] === String(n));
        expect(Number(line?.[3]) / value).toBeCloseTo(1, 11);
      }
    } else process.stdout.write("skipped: LibreOffice is not installed\n");

    const sheets = await page.getByRole("tab").allTextContents();
    await pane.getByRole("button", { name: wordsOf(workbench).write.close }).click();
    await writeTiers(workbench);
    expect(await page.getByRole("tab").allTextContents()).toEqual(sheets);
    const again = new Workbook();
    await again.xlsx.load(Buffer.from(await downloaded(workbench)) as never);
    expect(again.getWorksheet("企业")?.getColumn(27).values).toEqual(second.getWorksheet("企业")?.getColumn(27).values);
    expect(again.getWorksheet("企业")?.getCell("AB1").value).toBeNull();
    expect(workbench.outside).toEqual([]);
  });
});
