import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Workbook } from "exceljs";
import { csvLines } from "../workbench/bookFile";
import { cellsByLibreOffice, libreOffice, withoutCachedValues } from "../workbench/libreOffice";
import { bookBytes } from "./books";
import { cell, openFile, openWorkbench, until, type OpenWorkbench } from "./browser";
import { chooseTable, tierCounts, wordsOf, writeTiers } from "./pane";

const shared = resolve(__dirname, "../../../shared/data/open");
const source = join(shared, "loans/cumcm_302_企业.csv");
const work = mkdtempSync(join(tmpdir(), "browser-"));
afterAll(() => rmSync(work, { recursive: true }));

async function downloaded({ page, words }: OpenWorkbench): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: words.download }).click(),
  ]);
  return readFileSync(await download.path());
}

describe("the 302 loan applicants of CUMCM 2020-C, in the browser", () => {
  if (!existsSync(source)) {
    process.stdout.write("skipped: no shared data\n");
    test.skip("needs shared data", () => undefined);
    return;
  }
  type Tier = "A" | "B" | "C";
  const published = JSON.parse(readFileSync(join(shared, "expected/cumcm_302.json"), "utf8")) as {
    readonly tiers_ABC_by_销项价税合计: Readonly<Record<string, Readonly<Record<Tier, { n: number; value: number }>>>>;
  };
  const expected =
    published.tiers_ABC_by_销项价税合计["cum_share_before<threshold (item that crosses stays in the class)"];

  test("get 91, 69 and 142 in the tiers by 销项价税合计, in the pane, in the file and by LibreOffice; a second run updates in place", async () => {
    const [headers = [], ...lines] = csvLines(readFileSync(source, "utf8"));
    const rows = lines.map((texts) => texts.map((text, i) => (i < 2 ? text : Number(text))));
    const workbench = await openWorkbench({ language: "zh" });
    const { page, pane } = workbench;
    await openFile(workbench, "cumcm.xlsx", bookBytes({ sheet: "企业", table: "企业", headers, rows }));
    await until(
      async () => cell(page, "A1").textContent(),
      (text) => text === "企业代号",
    );
    await chooseTable(workbench, "企业");
    await pane.getByLabel(wordsOf(workbench).segments.valueColumn).selectOption("销项价税合计");
    const shown = await until(
      () => tierCounts(workbench),
      (tiers) => tiers.some((tier) => /\b91\b/.test(tier)),
    );
    expect(shown.slice(0, 3).map((tier) => /\b(91|69|142)\b/.exec(tier)?.[1])).toEqual(["91", "69", "142"]);
    await writeTiers(workbench);

    const bytes = await downloaded(workbench);
    const second = new Workbook();
    await second.xlsx.load(Buffer.from(bytes) as never);
    const labels = second.getWorksheet("企业")?.getColumn(27).values.slice(2) ?? [];
    const names = [...new Set(labels)];
    expect(labels).toHaveLength(302);
    expect(names.map((name) => labels.filter((label) => label === name).length).sort((a, b) => a - b)).toEqual([
      69, 91, 142,
    ]);

    if (libreOffice) {
      const lines = cellsByLibreOffice(withoutCachedValues(bytes), work).get("客户分层分群") ?? [];
      for (const tier of ["A", "B", "C"] as const) {
        const { n, value } = expected?.[tier] ?? { n: NaN, value: NaN };
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
