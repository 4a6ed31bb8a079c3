import { bookBytes, customers } from "./books";
import { cell, goTo, openFile, openWorkbench, typeInto, until } from "./browser";

test("a hundred thousand rows scroll with only what is in sight in the page", async () => {
  const rows = 100_000;
  const workbench = await openWorkbench();
  const { page } = workbench;
  await openFile(workbench, "large.xlsx", bookBytes(customers(rows)));
  await until(
    async () => cell(page, "A2").textContent(),
    (text) => text === "K100000",
  );
  const drawn = async (): Promise<number> => page.locator("[data-cell]").count();
  const scroller = page.getByTestId("grid-scroller");
  for (const part of [0.1, 0.5, 0.9, 1]) {
    await scroller.evaluate((element, share) => (element.scrollTop = share * element.scrollHeight), part);
    expect(await drawn()).toBeLessThan(1500);
  }
  await goTo(workbench, `B${rows + 1}`);
  await until(
    async () => cell(page, `B${rows + 1}`).textContent(),
    (text) => text === `Customer ${rows}`,
  );
  expect(await drawn()).toBeLessThan(1500);
});

test("a formula typed into the grid calculates, and Escape leaves a cell as it was", async () => {
  const workbench = await openWorkbench();
  const { page, words } = workbench;
  await openFile(workbench, "few.xlsx", bookBytes(customers(3)));
  await until(
    async () => cell(page, "A2").textContent(),
    (text) => text === "K100000",
  );
  await typeInto(workbench, "E2", "=ROUND(SUM(C2:C4)/1000000,0)");
  await until(
    async () => cell(page, "E2").textContent(),
    (text) => text === "1833",
  );
  await typeInto(workbench, "C4", "0");
  await until(
    async () => cell(page, "E2").textContent(),
    (text) => text === "1500",
  );
  await goTo(workbench, "B2");
  await page.keyboard.type("something else");
  await page.keyboard.press("Escape");
  expect(await cell(page, "B2").textContent()).toBe("Customer 1");
  await page.keyboard.press("F2");
  await page.keyboard.type("!");
  await page.keyboard.press("Enter");
  await until(
    async () => cell(page, "B2").textContent(),
    (text) => text === "Customer 1!",
  );
  await goTo(workbench, "E2");
  await until(
    async () => page.getByRole("textbox", { name: words.formulaBar, exact: true }).inputValue(),
    (text) => text === "=ROUND(SUM(C2:C4)/1000000,0)",
  );
});
