import { outOfDateWords } from "../../src/text/outOfDateWords";
import { openWorkbench, typeInto } from "./browser";
import { chooseTable, writeTiers, wordsOf } from "./pane";

test.each(["en", "zh"] as const)(
  "what changed since the last run is told with its column and rows (%s)",
  async (language) => {
    const workbench = await openWorkbench({ language });
    const { pane, page } = workbench;
    const { data, write } = wordsOf(workbench);
    const words = outOfDateWords(language);
    await chooseTable(workbench, language === "en" ? "Clients_Oct" : "客户_10月");
    await writeTiers(workbench);
    await pane.getByRole("button", { name: write.close }).first().click();
    const sheets = page.getByRole("tab");
    await sheets.first().click();
    const told = pane.getByText(words.title, { exact: true });
    expect(await told.count()).toBe(0);

    await typeInto(workbench, "I10", "999999999999");
    await told.waitFor();
    await pane.getByText(words.cells).click();
    await pane.getByRole("button", { name: data.readAgain }).first().click();
    await pane.getByText(words.cells).waitFor();
    expect(await told.count()).toBe(1);
  },
);
