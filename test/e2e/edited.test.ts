import { openWorkbench, typeInto, until } from "./browser";
import { chooseTable, tierCounts, wordsOf } from "./pane";

test("an edit of the table is told in the pane, and reading again brings the tiers up to date", async () => {
  const workbench = await openWorkbench();
  const { pane } = workbench;
  const { bar, data } = wordsOf(workbench);
  await chooseTable(workbench, "Clients_Oct");
  const before = await until(
    () => tierCounts(workbench),
    (rows) => rows.length > 0,
  );
  const told = pane.getByText(bar.edited("Clients_Oct"));
  expect(await told.count()).toBe(0);

  // A client that outweighs all others: the first tier is its alone.
  await typeInto(workbench, "I10", "999999999999");
  await told.waitFor();
  expect(await tierCounts(workbench)).toEqual(before);
  await pane.getByRole("button", { name: data.readAgain }).first().click();
  const after = await until(
    () => tierCounts(workbench),
    (rows) => rows.length > 0 && rows[0] !== before[0],
  );
  expect(after[0]).toMatch(/\b1\b/);
  expect(await told.count()).toBe(0);
});
