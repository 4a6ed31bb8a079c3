import { paneWords } from "../../src/text/pane/paneWords";
import { failureText } from "../../src/text/failureText";
import { noWords } from "../../src/text/noWords";
import { openWorkbench } from "./browser";

test("a place whose file cannot be fetched says so, and opens when it can be fetched again", async () => {
  const { owners, shell } = paneWords("en");
  const { page, pane } = await openWorkbench({ without: /\/owners\.[^/]*js$/ });
  await pane.getByRole("tab", { name: shell.tabs.owners }).click();
  const { what } = failureText("en", { code: "part-missing", message: "" });
  await pane.getByRole("alert").getByText(what).waitFor();
  await page.unrouteAll();
  await pane.getByRole("button", { name: shell.tryAgain }).click();
  await pane.getByText(owners.none).waitFor();
});

test("a pane whose words cannot be fetched says so in both languages, and opens when they can be fetched", async () => {
  const { page, pane } = await openWorkbench({ without: /\/words-[^/]*js$/ });
  const alert = pane.getByRole("alert");
  for (const { text } of noWords.said) await alert.getByText(text).waitFor();
  await page.unrouteAll();
  await pane.getByRole("button", { name: noWords.tryAgain }).click();
  await pane.getByRole("tab", { name: paneWords("en").shell.tabs.owners }).waitFor();
});
