import { cell, goTo, openWorkbench, until } from "./browser";
import { chooseTable, tierCounts, writeTiers } from "./pane";

test.each([
  ["en", "Clients_Oct", "Segments"],
  ["zh", "客户_10月", "客户分层分群"],
] as const)("the sample in %s gets its tiers beside the data and a summary", async (language, table, sheet) => {
  const workbench = await openWorkbench({ language });
  const { page, pane } = workbench;
  await chooseTable(workbench, table);
  await until(
    () => tierCounts(workbench),
    (rows) => rows.some((row) => row.includes("129")),
  );
  await writeTiers(workbench);

  // The label column stands at the right end of the table's fifteen columns.
  await goTo(workbench, "P4");
  const label = await until(
    async () => (await cell(page, "P4").textContent()) ?? "",
    (text) => text !== "",
  );
  expect(await pane.getByText(label).count()).toBeGreaterThan(0);

  await page.getByRole("tab", { name: sheet }).click();
  await cell(page, "B8").waitFor();
  const counts = await Promise.all(["B8", "B9", "B10", "B12"].map((address) => cell(page, address).textContent()));
  expect(counts).toEqual(["129", "177", "294", "600"]);
  await page.getByRole("img").first().waitFor({ state: "attached" });
  expect(await page.getByTestId("unsupported").count()).toBe(0);
  expect(workbench.outside).toEqual([]);
  expect(workbench.complaints).toEqual([]);
});
