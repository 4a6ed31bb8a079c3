import { paneWords } from "../../src/text/pane/paneWords";
import { rulesPaneWords } from "../../src/text/pane/rulesPaneWords";
import { goTo, openWorkbench, until } from "./browser";
import { chooseTable, tierCounts, writeTiers } from "./pane";

test("rules of one's own are edited by keyboard, looked at with their overlaps and gaps, and written", async () => {
  const workbench = await openWorkbench({ language: "en" });
  const { page, pane } = workbench;
  const { segments } = paneWords("en");
  const words = rulesPaneWords("en");
  const press = async (name: string): Promise<void> => {
    await pane.getByRole("button", { name, exact: true }).last().focus();
    await page.keyboard.press("Enter");
  };
  await chooseTable(workbench, "Clients_Oct");
  await press(segments.addSegmentation);
  await pane.getByRole("button", { name: segments.questions.rules.asks }).click();
  const report = pane.getByRole("region", { name: words.report.heading });
  await report.getByText(words.report.wide).waitFor();
  await report.getByText(words.report.overlaps).waitFor();

  await press(words.add);
  await pane.getByText(words.problems["no-column"]).waitFor();
  await pane.getByText(segments.outdated).waitFor();
  await pane.getByLabel(words.column, { exact: true }).selectOption("Region");
  await pane.getByRole("checkbox", { name: "East" }).focus();
  await page.keyboard.press("Space");
  await press(words.addAlternative);
  await pane.getByLabel(words.column, { exact: true }).last().selectOption("Client");
  await pane.getByLabel(words.kind).last().selectOption("contains");
  await pane.getByLabel(words.text).fill("shipping");
  await pane.getByLabel(words.segmentName).fill("Local business");
  await pane.getByText("Region is East; or Client contains “shipping”").waitFor();
  const rows = await until(
    () => tierCounts(workbench),
    (found) => found.some((row) => row.includes("Local business")),
  );
  expect(rows).toHaveLength(4);

  // First of all: it takes from those after it.
  await press(paneWords("en").segments.moveUp(words.rule(3, "Local business")));
  await press(paneWords("en").segments.moveUp(words.rule(2, "Local business")));
  await pane.getByText(words.rule(1, "Local business"), { exact: true }).waitFor();
  await press(words.close);
  await writeTiers(workbench);
  await page.getByRole("tab", { name: "Policy" }).click();
  // The column of tests stands beyond the edge of a small window.
  await goTo(workbench, "F16");
  await page.getByText("is in the range").first().waitFor();
  expect(workbench.complaints).toEqual([]);
});
