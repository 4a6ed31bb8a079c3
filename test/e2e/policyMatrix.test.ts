import { paneWords } from "../../src/text/pane/paneWords";
import { cell, openWorkbench, until } from "./browser";
import { chooseTable, tierCounts, writeTiers } from "./pane";

test("a policy matrix is set up from nothing, looked at before it says anything, and written", async () => {
  const workbench = await openWorkbench({ language: "en" });
  const { page, pane } = workbench;
  const { segments, matrix, write } = paneWords("en");
  const customersOf = async (name: string, isRight: (customers: number) => boolean): Promise<unknown> =>
    until(
      () => tierCounts(workbench),
      (rows) => {
        const row = rows.find((each) => each.includes(name));
        return row !== undefined && isRight(Number(/\n?\t?(\d+)/.exec(row.replace(/^.*?\t/s, ""))?.[1]));
      },
    );
  await chooseTable(workbench, "Clients_Oct");
  await pane.getByRole("button", { name: segments.addSegmentation }).click();
  await pane.getByRole("button", { name: segments.questions.matrix.asks }).click();

  // Nothing is mapped: the combinations can be seen, and nothing can be written.
  await customersOf(matrix.noPolicy, (customers) => customers === 600);
  await pane.getByText(segments.invalid["cells-missing"]).first().waitFor();
  expect(await pane.getByRole("button", { name: write.open }).isDisabled()).toBe(true);

  await pane.getByLabel(matrix.classFor("A × Normal")).selectOption("Grow");
  await customersOf("Grow", (customers) => customers > 0);

  // A third column: what held goes on to hold, and the table becomes a list.
  await pane.getByRole("button", { name: matrix.addColumn }).click();
  await pane.getByLabel(matrix.onlyOpen).check();
  await pane.getByText(matrix.many).click();
  await pane.getByLabel(matrix.manyClass, { exact: true }).selectOption("Exit");
  await pane.getByRole("button", { name: /^Set / }).click();
  await pane.getByText(matrix.allMapped).waitFor();
  await customersOf(matrix.noPolicy, (customers) => customers === 0);
  await writeTiers(workbench);

  await page.getByRole("tab", { name: "Segments" }).click();
  await cell(page, "A8").waitFor();
  expect(workbench.complaints).toEqual([]);
});
