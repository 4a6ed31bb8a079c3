import { paneWords } from "../../src/text/pane/paneWords";
import type { PaneWords } from "../../src/text/pane/paneWords";
import { until, type OpenWorkbench } from "./browser";

/** The pane's words in the language that the workbench shows it in. */
export function wordsOf({ words }: OpenWorkbench): PaneWords {
  return paneWords(words.sample === "Sample" ? "en" : "zh");
}

/** Chooses a table by its name. Where its key column is clear, the tiers follow at once. */
export async function chooseTable({ pane }: OpenWorkbench, table: string): Promise<void> {
  await pane.getByText(table, { exact: true }).first().click();
}

/** Waits for the preview, then writes it to the workbook and waits until all is written and checked. */
export async function writeTiers(workbench: OpenWorkbench): Promise<void> {
  const { pane } = workbench;
  const { write } = wordsOf(workbench);
  await askToWrite(workbench);
  await pane.getByRole("button", { name: new RegExp(`^(${write.now}|${write.again})$`) }).click();
  await pane.getByText(write.done).waitFor();
}

/** Opens the question of what will be written. */
export async function askToWrite(workbench: OpenWorkbench): Promise<void> {
  const { pane } = workbench;
  const { write } = wordsOf(workbench);
  const open = pane.getByRole("button", { name: write.open });
  await until(
    async () => open.isEnabled(),
    (isEnabled) => isEnabled,
  );
  await open.click();
}

/** The customers of each tier, as the preview's table shows them. */
export async function tierCounts({ pane }: OpenWorkbench): Promise<string[]> {
  return pane.locator("table").first().locator("tbody tr").allInnerTexts();
}
