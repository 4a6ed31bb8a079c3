import { cell, goTo, openWorkbench, until } from "./browser";
import { chooseTable, tierCounts, wordsOf, writeTiers } from "./pane";

test.each([
  ["en", "Clients_Oct", "Strategic", "Segments", "Value tier"],
  ["zh", "客户_10月", "战略客户", "客户分层分群", "价值等级"],
] as const)(
  "the sample in %s gets its tiers beside the data and a summary",
  async (language, table, first, sheet, label) => {
    const workbench = await openWorkbench({ language });
    const { page, pane, words } = workbench;
    await chooseTable(workbench, table);
    await until(
      () => tierCounts(workbench),
      (rows) => rows.some((row) => row.includes("129")),
    );
    await writeTiers(workbench);

    // The label column stands at the right end of the table's fifteen columns.
    await goTo(workbench, "P4");
    await until(
      async () => cell(page, "P4").textContent(),
      (text) => text === label,
    );
    expect(await pane.getByText(first).count()).toBeGreaterThan(0);

    await page.getByRole("tab", { name: sheet }).click();
    await cell(page, "B8").waitFor();
    const counts = await Promise.all(["B8", "B9", "B10", "B12"].map((address) => cell(page, address).textContent()));
    expect(counts).toEqual(["129", "177", "294", "600"]);
    expect(await page.getByTestId("unsupported").count()).toBe(0);
    expect(workbench.outside).toEqual([]);
    expect(workbench.complaints).toEqual([]);
    expect(words.sheets).not.toBe("");
    expect(wordsOf(workbench).write.done).not.toBe("");
  },
);
