import { paneWords } from "../../src/text/pane/paneWords";
import { openWorkbench, typeInto, until } from "./browser";
import { chooseTable, tierCounts, writeTiers } from "./pane";

test("the pane begins with what the Policy sheet says, and tells the cell that cannot be used", async () => {
  const workbench = await openWorkbench({ language: "en" });
  const { page, pane } = workbench;
  const { policy, shell } = paneWords("en");
  const look = async (): Promise<void> => {
    await pane.getByRole("tab", { name: shell.tabs.data }).click();
    await pane.getByRole("tab", { name: shell.tabs.segments }).click();
  };
  await chooseTable(workbench, "Clients_Oct");
  await until(
    () => tierCounts(workbench),
    (rows) => rows.some((row) => row.includes("129")),
  );
  await writeTiers(workbench);

  await page.getByRole("tab", { name: "Policy" }).click();
  await typeInto(workbench, "D8", "most");
  await look();
  await pane.getByText(policy.problems(1)).waitFor();
  await pane.getByText(policy.problemsFirst).waitFor();
  await pane.getByRole("button", { name: policy.overwrite }).click();
  await pane.getByText(policy.problems(1)).waitFor({ state: "detached" });

  await page.getByRole("tab", { name: "Policy" }).click();
  await typeInto(workbench, "D8", "0.5");
  await look();
  await until(
    () => tierCounts(workbench),
    (rows) => !rows.some((row) => row.includes("129")),
  );
  expect(workbench.complaints).toEqual([]);
});
