import { listPaneWords } from "../../src/text/list/listPaneWords";
import { packWords } from "../../src/text/packWords";
import { rfmPaneWords } from "../../src/text/pane/rfmPaneWords";
import { rulesPaneWords } from "../../src/text/pane/rulesPaneWords";
import { plannedWords } from "../../src/text/plannedWords";
import { bookBytes, customers, emptyBookBytes } from "./books";
import { openFile, openWorkbench, until, type OpenWorkbench } from "./browser";
import { expectSound, narrow } from "./expectSound";
import { ordersBook } from "./ordersBook";
import { askToWrite, chooseTable, wordsOf, writeTiers } from "./pane";

/** 40 customers under a title, with a total below them: a list that is no table. */
const listBook = bookBytes({ ...customers(40), rows: [...customers(40).rows, ["Total", null, 1e9]] }, ({ sheets }) =>
  sheets.forEach(({ tables }) => tables.splice(0)),
);

async function openNarrow(workbench: OpenWorkbench, name: string, bytes: Uint8Array): Promise<void> {
  await openFile(workbench, name, bytes);
  await narrow(workbench);
}

/** Opens all that is folded in what is in sight. */
async function unfold({ pane }: OpenWorkbench): Promise<void> {
  for (const summary of await pane.locator("details:not([open]) > summary").all())
    if (await summary.isVisible()) await summary.click();
}

async function ask({ pane }: OpenWorkbench, question: { readonly asks: string }, add: string): Promise<void> {
  await pane.getByRole("button", { name: add }).last().click();
  await pane.getByRole("button", { name: question.asks }).click();
}

const grounds = [
  ["en", "light", "Clients_Oct"],
  ["zh", "dark", "客户_10月"],
] as const;

test.each(grounds)("what begins without a table is accessible at 320 px (%s, %s)", async (language, colorScheme) => {
  const workbench = await openWorkbench({ language });
  const { page, pane } = workbench;
  const { data, write } = wordsOf(workbench);
  const list = listPaneWords(language);
  await page.emulateMedia({ colorScheme });
  await openNarrow(workbench, "list.xlsx", listBook);
  const found = pane.getByRole("region", { name: list.title });
  await found.getByRole("listitem").first().waitFor();
  await expectSound(workbench, "lists that are no tables");
  await found.getByRole("listitem").first().getByRole("button").click();
  await found.getByRole("button", { name: list.makeCopy }).waitFor();
  expect(await found.getByRole("heading").evaluate((it) => it === it.ownerDocument.activeElement)).toBe(true);
  await expectSound(workbench, "what a clean copy would read");

  await openNarrow(workbench, "empty.xlsx", emptyBookBytes());
  await pane.getByText(data.none, { exact: true }).waitFor();
  await pane.getByRole("button", { name: data.trySample }).click();
  await pane.locator("table").first().waitFor();
  await pane.getByRole("button", { name: write.open }).waitFor();
  await expectSound(workbench, "the first tiers, one click from an empty workbook");
  expect(workbench.complaints).toEqual([]);
});

test.each(grounds)("RFM, rules and ranks are accessible at 320 px (%s, %s)", async (language, colorScheme, table) => {
  const workbench = await openWorkbench({ language });
  const { page, pane } = workbench;
  const { shell, segments, write } = wordsOf(workbench);
  const rules = rulesPaneWords(language);
  const rfm = rfmPaneWords(language);
  await page.emulateMedia({ colorScheme });
  await narrow(workbench);
  await chooseTable(workbench, table);
  await pane.locator("table").first().waitFor();
  await ask(workbench, segments.questions.quantiles, segments.addSegmentation);
  await pane.getByRole("combobox", { name: segments.columnOf.quantiles }).waitFor();
  await unfold(workbench);
  await expectSound(workbench, "tiers by rank");

  await ask(workbench, segments.questions.rules, segments.addSegmentation);
  await pane.getByRole("region", { name: rules.report.heading }).waitFor();
  await pane.getByRole("button", { name: rules.add, exact: true }).click();
  await pane.getByText(rules.problems["no-column"]).waitFor();
  await expectSound(workbench, "a rule that is not complete");

  await openNarrow(workbench, "orders.xlsx", ordersBook);
  await chooseTable(workbench, "Customers");
  await pane.getByRole("tab", { name: shell.tabs.segments }).click();
  await ask(workbench, segments.questions.rfm, segments.addSegmentation);
  await pane.getByRole("table", { name: rfm.mapTable }).waitFor();
  const preview = pane.getByRole("button", { name: write.open });
  await until(
    async () => preview.isEnabled(),
    (isEnabled) => isEnabled,
  );
  await unfold(workbench);
  await expectSound(workbench, "RFM");
  expect(workbench.complaints).toEqual([]);
});

test.each(grounds)("what a month ends with is accessible at 320 px (%s, %s)", async (language, colorScheme, table) => {
  const workbench = await openWorkbench({ language });
  const { page, pane } = workbench;
  const { shell, segments, write } = wordsOf(workbench);
  const planned = plannedWords[language];
  const pack = packWords(language).pane;
  await page.emulateMedia({ colorScheme });
  await narrow(workbench);
  await chooseTable(workbench, table);
  await writeTiers(workbench);
  await pane.getByRole("button", { name: write.close }).click();
  await pane.getByLabel(segments.cutoff("A")).fill("60");
  await askToWrite(workbench);
  await pane.getByRole("table", { name: planned.segments }).waitFor();
  await unfold(workbench);
  await expectSound(workbench, "who would change segment");

  await pane.getByRole("button", { name: write.back }).click();
  await writeTiers(workbench);
  await pane.getByRole("tab", { name: shell.tabs.history }).click();
  await pane.getByText("80%, 95% → 60%, 95%").waitFor();
  const month = pane.getByRole("region", { name: pack.heading });
  await month.getByRole("button", { name: pack.freeze, exact: true }).click();
  await month.getByRole("button", { name: pack.show }).waitFor();
  await unfold(workbench);
  await expectSound(workbench, "a month that is frozen");
  expect(workbench.complaints).toEqual([]);
});
