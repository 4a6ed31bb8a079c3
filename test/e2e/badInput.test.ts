import { bookBytes, customers, emptyBookBytes } from "./books";
import { cell, openFile, openWorkbench, typeInto, until } from "./browser";
import { chooseTable, wordsOf } from "./pane";

test("a file that is no workbook is refused by name, and the open workbook stays", async () => {
  const workbench = await openWorkbench();
  const { page, words } = workbench;
  await openFile(workbench, "letter.xlsx", new TextEncoder().encode("Dear customer"));
  expect(await page.getByRole("alert").textContent()).toContain(words.failures["not-a-workbook"]("letter.xlsx"));
  expect(await cell(page, "A5").textContent()).toBe("C10001");
});

test("a workbook without a table says how to make one", async () => {
  const workbench = await openWorkbench();
  await openFile(workbench, "empty.xlsx", emptyBookBytes());
  await workbench.pane.getByText(wordsOf(workbench).data.none).waitFor();
});

test("a table whose columns all repeat offers an id column of its own", async () => {
  const workbench = await openWorkbench();
  const rows = [1, 1, 2, 2].map((value) => [`Branch ${value}`, value * 10]);
  await openFile(
    workbench,
    "branches.xlsx",
    bookBytes({ sheet: "Loans", table: "Loans", headers: ["Branch", "Loan"], rows }),
  );
  await chooseTable(workbench, "Loans");
  await workbench.pane.getByText(wordsOf(workbench).data.noKey).waitFor();
});

test("a protected sheet refuses typing with the reason, and the pane says that it cannot be written to", async () => {
  const workbench = await openWorkbench();
  const { page, pane, words } = workbench;
  const bytes = bookBytes(customers(20), (book) => {
    for (const sheet of book.sheets) sheet.protection = { isProtected: true, options: {} };
  });
  await openFile(workbench, "protected.xlsx", bytes);
  await until(
    async () => cell(page, "A2").textContent(),
    (text) => text === "K100000",
  );
  await typeInto(workbench, "C12", "5");
  expect(await page.getByRole("alert").textContent()).toContain(words.refusals.protected);
  // Eight digits: they fit in every font.
  expect(await cell(page, "C12").textContent()).toBe("90909091");
  await chooseTable(workbench, "Customers");
  await pane.getByRole("tab").first().click();
  await pane.getByText(wordsOf(workbench).data.problems["sheet-protected"]()).waitFor();
});

test("a workbook opened for viewing says that it is read-only", async () => {
  const workbench = await openWorkbench();
  await workbench.page.getByLabel(workbench.words.mode).selectOption("viewing");
  await workbench.pane.getByText(wordsOf(workbench).bar.readOnly).first().waitFor();
  expect(workbench.complaints).toEqual([]);
});
