import { paneWords } from "../../src/text/pane/paneWords";
import { rfmPaneWords } from "../../src/text/pane/rfmPaneWords";
import { outOfDateWords } from "../../src/text/outOfDateWords";
import { cell, openFile, openWorkbench, typeInto } from "./browser";
import { buyers, ordersBook } from "./ordersBook";
import { chooseTable, writeTiers } from "./pane";

test("RFM is found in a table of orders, scored by the limits that are proposed, mapped by hand and written", async () => {
  const workbench = await openWorkbench({ language: "en" });
  const { page, pane } = workbench;
  const { shell, segments } = paneWords("en");
  const rfm = rfmPaneWords("en");
  await openFile(workbench, "orders.xlsx", ordersBook);
  await chooseTable(workbench, "Customers");
  await pane.getByRole("tab", { name: shell.tabs.segments }).click();
  await pane.getByRole("button", { name: segments.addSegmentation }).click();
  await pane.getByRole("button", { name: segments.questions.rfm.asks }).click();

  const grid = pane.getByRole("table", { name: rfm.gridOf("RFM segment") });
  const counted = async (): Promise<number> => {
    const cells = await grid.getByRole("cell").allInnerTexts();
    return cells.reduce((sum, cell) => sum + Number(/^\d+/.exec(cell.trim())?.[0] ?? 0), 0);
  };
  await grid.waitFor();
  expect(await counted()).toBe(buyers);

  // Half of the customers ordered once, so that fifths by orders leave scores to nobody.
  await pane.getByRole("button", { name: rfm.proposalTake }).click();
  await pane.getByRole("button", { name: rfm.proposalTake }).waitFor({ state: "detached" });
  const limit = pane.getByLabel(rfm.limitOf(rfm.measures.frequency, 5));
  expect(await limit.inputValue()).toBe("6");
  await limit.fill("five");
  await pane.getByText(segments.invalid["number-no-number"]).first().waitFor();
  await limit.fill("5");
  await pane.getByText(segments.invalid["number-no-number"]).waitFor({ state: "detached" });

  await pane.getByText(rfm.complete(125)).waitFor();
  await pane.getByRole("button", { name: /^Recency 5, frequency 1:/ }).click();
  await pane.getByLabel(rfm.segmentFor(5, 1)).selectOption({ label: rfm.noSegment });
  await pane.getByText(/^No segment: 5 combinations of scores/).waitFor();
  await pane.getByLabel(rfm.segmentFor(5, 1)).selectOption({ label: "1 Champions" });
  await pane.getByText(rfm.complete(125)).waitFor();

  await writeTiers(workbench);
  await pane.getByText("Beside them: Last order, Orders, RFM amount, RFM score.").waitFor();
  await page.getByRole("tab", { name: "Segments" }).click();
  await cell(page, "A8").waitFor();

  // An order that is changed afterwards is told with its cell.
  await page.getByRole("tab", { name: "Orders" }).click();
  await typeInto(workbench, "C5", "888");
  await pane.getByText(/^Orders: Amount changed in 1 line since the run of/).waitFor();
  await pane.getByText(outOfDateWords("en").cells).click();
  await pane.getByText(/^Changed in Orders: *C5/).waitFor();
  expect(workbench.complaints).toEqual([]);
});
