import { listPaneWords } from "../../src/text/list/listPaneWords";
import { rowAt } from "../../src/host/model/cells";
import { bookBytes, customers } from "./books";
import { cell, openFile, openWorkbench, until, type OpenWorkbench } from "./browser";
import { expectSound, narrow } from "./expectSound";
import { askToWrite, chooseTable, wordsOf, writeTiers } from "./pane";

/** A list with a hidden client, a subtotal, and balances of which two are text: no table yet. */
const list = bookBytes(
  {
    sheet: "Loans",
    table: "Loans",
    headers: ["Client ID", "Client", "Balance"],
    rows: [
      ["C01", "Harbour Foods", 900],
      ["C02", "Lindt & Sons", "1.234"],
      ["C03", "Meadow Dairy", 90],
      [null, "Subtotal", 990],
      ["C04", "Oak Furniture", "60.500"],
      ["C05", "Pine Paper", 25],
    ],
  },
  ({ sheets }) =>
    sheets.forEach((sheet) => {
      sheet.tables.splice(0);
      rowAt(sheet, 3).hidden = true;
    }),
);

async function hasFocus(workbench: OpenWorkbench, name: RegExp | string): Promise<boolean> {
  const button = workbench.pane.getByRole("button", { name }).first();
  return until(
    async () => button.evaluate((it) => it === it.ownerDocument.activeElement),
    (isFocused) => isFocused,
  );
}

test.each(["en", "zh"] as const)(
  "a list becomes a table where it stands or as a clean copy, its rows are asked about once, and Back goes back (%s)",
  async (language) => {
    const workbench = await openWorkbench({ language });
    const { pane } = workbench;
    const { segments, shell } = wordsOf(workbench);
    const words = listPaneWords(language);
    await openFile(workbench, "loans.xlsx", list);
    await narrow(workbench);
    const offer = pane.getByRole("region", { name: words.title });
    const heading = offer.getByRole("heading", { name: words.found("Loans!A1:C7") });

    await offer.getByRole("button", { name: words.useSelection }).click();
    await heading.waitFor();
    await offer.getByRole("button", { name: words.back }).click();
    expect(await hasFocus(workbench, words.useSelection)).toBe(true);
    await offer.getByRole("listitem").first().getByRole("button").click();
    await heading.waitFor();
    await offer.getByRole("button", { name: words.back }).click();
    expect(await hasFocus(workbench, /^Loans/)).toBe(true);

    await offer.getByRole("listitem").first().getByRole("button").click();
    await expectSound(workbench, "what can be made of a list");
    await offer.getByRole("button", { name: words.makeTable }).click();
    const hidden = pane.getByLabel(words.rowQuestions.hiddenRows(1));
    await pane.getByRole("tab", { name: shell.tabs.data }).click();
    await hidden.selectOption("leave-out");
    await pane.getByLabel(words.rowQuestions.subtotals(1)).selectOption("leave-out");
    await expectSound(workbench, "whether hidden rows and totals count");
    await pane.getByRole("tab", { name: shell.tabs.segments }).click();
    await pane.getByText(segments.reasons["hidden-row"]).waitFor({ state: "attached" });
    await pane.getByText(segments.reasons["total-row"]).waitFor({ state: "attached" });
    await writeTiers(workbench);

    await pane.getByRole("tab", { name: shell.tabs.data }).click();
    await pane.getByRole("button", { name: words.copyTitle }).click();
    // Both answers are the plan's by now; only the numbers are still to be declared.
    const totals = offer.getByLabel(words.totals(1), { exact: true });
    await totals.waitFor();
    expect(await totals.inputValue()).toBe("leave-out");
    await offer.getByLabel(words.numbers("Balance", "C3, C6")).selectOption("point-comma");
    await expectSound(workbench, "a table that a copy would read better");
    await pane.getByRole("button", { name: words.makeCopy }).click();
    await offer.waitFor({ state: "detached" });
    await pane.getByRole("tab", { name: shell.tabs.segments }).click();
    await askToWrite(workbench);
    expect(workbench.complaints).toEqual([]);
  },
);

/** A ledger with its date and unit above, and two columns of numbers that can be read in two ways. */
const ledger = bookBytes(
  {
    sheet: "Loans",
    table: "Loans",
    headers: ["As of 31 October 2026", "Loan book", "Unit: EUR k"],
    rows: [
      ["Client ID", "Balance", "Limit"],
      ["C01", "1.234", "2.500"],
      ["C02", "n/a", "1.000"],
      ["C03", "5.000", "3.000"],
    ],
  },
  ({ sheets }) => sheets.forEach((sheet) => sheet.tables.splice(0)),
);

test.each(["en", "zh"] as const)(
  "a person says which row is the header, how each column is written and what means blank, and takes over the title (%s)",
  async (language) => {
    const workbench = await openWorkbench({ language });
    const { pane } = workbench;
    const { data, shell } = wordsOf(workbench);
    const words = listPaneWords(language);
    await openFile(workbench, "ledger.xlsx", ledger);
    await narrow(workbench);
    const offer = pane.getByRole("region", { name: words.title });
    await offer.getByRole("listitem").first().getByRole("button").click();
    await offer.getByRole("heading", { name: words.found("Loans!A2:C5") }).waitFor();
    await expectSound(workbench, "a ledger with open questions");

    const header = offer.getByRole("textbox", { name: words.header });
    await header.fill("3");
    await offer.getByRole("button", { name: words.headerRead }).click();
    await offer.getByRole("heading", { name: words.found("Loans!A3:C5") }).waitFor();
    await offer.getByRole("button", { name: words.headerFind }).click();
    await offer.getByRole("heading", { name: words.found("Loans!A2:C5") }).waitFor();

    await offer.getByLabel(words.numbers("Limit", "C3, C4")).selectOption("comma-point");
    await offer.getByLabel(words.numbers("Balance", "B3, B5")).selectOption("point-comma");
    await offer.getByLabel(words.blankWord("n/a", 1)).check();
    const copy = offer.getByRole("button", { name: words.makeCopy });
    await until(
      async () => copy.getAttribute("aria-disabled"),
      (disabled) => disabled !== "true",
    );
    await copy.click();
    await offer.waitFor({ state: "detached" });
    await pane.getByRole("tab", { name: shell.tabs.data }).click();
    expect(await pane.getByLabel(data.dataDate).inputValue()).toBe("2026-10-31");
    expect(workbench.complaints).toEqual([]);
  },
);

test("F21 a filtered table is refused with a way out: cleared, written, and filtered again", async () => {
  const filtered = bookBytes(customers(12), ({ sheets: [sheet] }) => {
    const [table] = sheet?.tables ?? [];
    if (!sheet || !table) throw new Error("the book requires a table");
    table.filter = {
      area: table.area,
      criteria: new Map([[0, { filterOn: "Values", values: ["K100000", "K100001"] }]]),
    };
    for (let row = 3; row < 13; row++) rowAt(sheet, row).filtered = true;
  });
  const workbench = await openWorkbench();
  const { pane, page } = workbench;
  const { write } = wordsOf(workbench);
  await openFile(workbench, "filtered.xlsx", filtered);
  await chooseTable(workbench, "Customers");
  await askToWrite(workbench);
  await pane.getByRole("button", { name: write.now }).click();
  await pane.getByRole("button", { name: write.clearFilter }).click();
  await pane.getByText(write.done).waitFor();
  expect(await cell(page, "D2").textContent()).toBe("A");
  await until(
    async () => cell(page, "D4").count(),
    (count) => count === 0,
  );
  expect(workbench.complaints).toEqual([]);
});
