import { chromium } from "playwright-core";
import { paneWords } from "../../src/text/pane/paneWords";
import { workbenchWords } from "../../src/workbench/words";
import setup from "../e2e/setup";

/** A large book takes its time, and a busy machine more. */
const patience = 300_000;

/** Tasks that held the pane's thread for over 50 ms, in milliseconds, longest first. */
export async function longPaneTasks(bytes: Uint8Array, table: string): Promise<readonly number[]> {
  await setup();
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath: process.env["TIERBOOK_BROWSER"] ?? "", args });
  try {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: "en-US" });
    context.setDefaultTimeout(patience);
    // In every frame; the pane's own observer tells which tasks were its own.
    await context.addInitScript(`
      globalThis.longTasks = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (entry.name === "self") globalThis.longTasks.push(entry.duration);
      }).observe({ type: "longtask", buffered: true });
    `);
    const page = await context.newPage();
    await page.goto(process.env["TIERBOOK_E2E_URL"] ?? "");
    await page.locator('[data-cell="A1"]').waitFor();
    await page
      .getByTestId("workbook-file")
      .setInputFiles({ name: "book.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
    const pane = page.frameLocator(`iframe[title="${workbenchWords.en.pane}"]`);
    const { write } = paneWords("en");
    await pane.getByText(table, { exact: true }).first().click();
    // Starting counts towards no run.
    await pane.locator("body").evaluate("globalThis.longTasks.length = 0");
    await pane.getByRole("button", { name: write.open, disabled: false }).click();
    await pane.getByRole("button", { name: new RegExp(`^(${write.now}|${write.again})$`) }).click();
    await pane.getByText(write.done).waitFor();
    const tasks = await pane.locator("body").evaluate("globalThis.longTasks");
    return [...(tasks as number[])].sort((a, b) => b - a);
  } finally {
    await browser.close();
  }
}
