import { paneWords } from "../../src/text/pane/paneWords";
import { cell, openWorkbench, until } from "./browser";
import { chooseTable, tierCounts, writeTiers } from "./pane";

test("bands and groups are added in the pane, previewed, and written beside the value tiers", async () => {
  const workbench = await openWorkbench({ language: "en" });
  const { page, pane } = workbench;
  const { segments } = paneWords("en");
  const previewOf = async (text: string): Promise<string[]> =>
    until(
      () => tierCounts(workbench),
      (rows) => rows.some((row) => row.includes(text)),
    );
  await chooseTable(workbench, "Clients_Oct");
  await previewOf("Strategic");

  await pane.getByRole("button", { name: segments.addSegmentation }).click();
  await pane.getByRole("button", { name: segments.questions.cutoffs.asks }).click();
  await previewOf("High");
  const cut = pane.getByLabel(segments.bandCutoff("A"));
  await cut.fill("1");
  await pane.getByText(segments.invalid["cutoff-falling"]).first().waitFor();
  await cut.fill("1e9");
  await pane.getByText(segments.invalid["number-no-number"]).waitFor();
  await cut.fill("1000000000");
  await until(
    async () => pane.getByText(segments.outdated).count(),
    (count) => count === 0,
  );

  await pane.getByRole("button", { name: segments.addSegmentation }).click();
  await pane.getByRole("button", { name: segments.questions.groups.asks }).click();
  const unknown = await previewOf("Unknown");
  expect(unknown.length).toBeGreaterThan(2);
  await writeTiers(workbench);

  await page.getByRole("tab", { name: "Segments" }).click();
  await cell(page, "A8").waitFor();
  await until(
    () => page.getByRole("img").count(),
    (count) => count > 0,
  );
  expect(workbench.complaints).toEqual([]);
});
