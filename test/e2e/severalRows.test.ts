import { bookBytes } from "./books";
import { cell, openFile, openWorkbench, until } from "./browser";
import { asDays, drawdowns } from "./drawdowns";
import { chooseTable, tierCounts, wordsOf, writeTiers } from "./pane";

test.each(["en", "zh"] as const)(
  "drawdowns in %s: the client's id is the key, several rows are proposed, and every row gets its client's tier",
  async (language) => {
    const workbench = await openWorkbench({ language });
    const { page, pane, complaints } = workbench;
    const { rows, shell } = wordsOf(workbench);
    await openFile(workbench, "drawdowns.xlsx", bookBytes(drawdowns, asDays));
    await until(
      async () => cell(page, "A1").textContent(),
      (text) => text === "Drawdown no",
    );
    await chooseTable(workbench, "Drawdowns");
    const shown = await until(
      () => tierCounts(workbench),
      (tiers) => tiers.length > 0,
    );
    expect(shown[0]).toMatch(/\b2\b/);
    await pane.getByText(rows.rowsIn(7, 4, 4, 0)).waitFor();

    await pane.getByRole("tab", { name: shell.tabs.data }).click();
    const question = pane.getByLabel(rows.question);
    expect(await question.inputValue()).toBe("several");
    await pane.getByText(rows.repeats("C1", ["Book!B2", "B4", "B8"], 4, 7)).waitFor();
    expect(await pane.getByLabel("Outstanding", { exact: true }).inputValue()).toBe("sum");
    expect(await pane.getByLabel(rows.latestBy).inputValue()).toBe("Data date");
    await pane.getByLabel(rows.together).selectOption("Client group");
    await pane.getByRole("tab", { name: shell.tabs.segments }).click();
    await pane.getByText(rows.rowsIn(7, 3, 3, 0)).waitFor();
    await writeTiers(workbench);
    const labels = await Promise.all(["I2", "I4", "I8"].map((name) => cell(page, name).textContent()));
    expect(new Set(labels).size).toBe(1);
    expect(complaints).toEqual([]);
  },
);
