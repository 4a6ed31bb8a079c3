import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import type { Book, CellValue } from "../../src/host/model/book";
import { writeXlsx } from "../../src/host/xlsx/writeXlsx";
import { outOfDateWords } from "../../src/text/outOfDateWords";
import { rulesPaneWords } from "../../src/text/pane/rulesPaneWords";
import { planChangeWords } from "../../src/text/planChangeWords";
import { storageWords } from "../../src/text/storageWords";
import { openBook } from "../../src/workbench/headless/openBook";
import { samplePlan } from "../../src/workbench/sample/samplePlan";
import { sampleWorkbook } from "../../src/workbench/sample/sampleWorkbook";
import { bookBytes } from "./books";
import { openFile, openWorkbench, typeInto, type OpenWorkbench } from "./browser";
import { expectSound, narrow } from "./expectSound";
import { chooseTable, wordsOf, writeTiers } from "./pane";

const grounds = [
  ["en", "light"],
  ["zh", "dark"],
] as const;
type Ground = readonly ["en" | "zh", "light" | "dark"];

async function openOn([language, colorScheme]: Ground): Promise<OpenWorkbench> {
  const workbench = await openWorkbench({ language });
  await workbench.page.emulateMedia({ colorScheme });
  await narrow(workbench);
  return workbench;
}

/** Sound in the colours that it was opened with, and in those of a contrast theme. */
async function expectSoundIn(workbench: OpenWorkbench, [, colorScheme]: Ground, place: string): Promise<void> {
  await expectSound(workbench, place);
  await workbench.page.emulateMedia({ colorScheme, forcedColors: "active" });
  await expectSound(workbench, `${place}, in forced colours`);
  await workbench.page.emulateMedia({ colorScheme, forcedColors: "none" });
}

/** Where the keyboard is: a message that is settled must not take it along. */
async function expectFocusIn({ page }: OpenWorkbench, place: string): Promise<void> {
  const pane = page.frames().find((each) => each.url().includes("taskpane"));
  await pane?.waitForFunction(() => document.activeElement !== document.body);
  expect([place, await pane?.evaluate(() => document.activeElement?.tagName)]).not.toEqual([place, "BODY"]);
}

/** The sample after as many runs as there are data dates, with the last word to `change`. */
async function ranBook(language: "en" | "zh", dates: readonly string[], change: (book: Book) => void): Promise<Book> {
  const opened = sampleWorkbook(language);
  const office = await openBook(opened);
  for (const dataDate of dates) {
    await runPlan({ ...samplePlan(language), dataDate }, inThread, { now: new Date(dataDate), person: "Grace" });
  }
  office.host.settle();
  change(opened.book);
  saved.set(opened.book, writeXlsx(opened));
  office.close();
  return opened.book;
}

const saved = new WeakMap<Book, Uint8Array>();
const bytesOf = (book: Book): Uint8Array => saved.get(book) ?? new Uint8Array();

const storeOf = ({ sheets }: Book) => sheets.find(({ name }) => name === "_tierbook");

test.each(grounds)("what was lost of the storage is told accessibly (%s, %s)", async (...ground) => {
  const workbench = await openOn(ground);
  const { pane } = workbench;
  const words = storageWords(ground[0]);
  const book = await ranBook(ground[0], ["2026-10-31", "2026-11-30"], (of) => {
    storeOf(of)?.rows.get(0)?.cells.set(0, { value: "oops", style: 0 });
    of.customXmlParts.length = 0;
  });
  await openFile(workbench, "damaged.xlsx", bytesOf(book));
  await narrow(workbench);
  await pane.getByText(words.title, { exact: true }).waitFor();
  for (const summary of await pane.locator("summary").filter({ hasText: words.details }).all()) await summary.click();
  await expectSoundIn(workbench, ground, "what the storage lost");
  await pane.getByRole("button", { name: words.repair }).click();
  await pane.getByText(words.title, { exact: true }).waitFor({ state: "detached" });
  await expectFocusIn(workbench, "after the repair");
  expect(workbench.complaints).toEqual([]);
});

/** Contents of the hidden sheet, to be put where another run stands. */
function storeCells(book: Book): readonly (readonly [row: number, column: number, value: CellValue])[] {
  return [...(storeOf(book)?.rows ?? [])].flatMap(([row, { cells }]) =>
    [...cells].map(([column, { value }]) => [row, column, value ?? ""] as const),
  );
}

test.each(grounds)("a colleague's newer settings are told accessibly (%s, %s)", async (...ground) => {
  const workbench = await openOn(ground);
  const { page, pane } = workbench;
  const { owners, segments, shell } = wordsOf(workbench);
  const words = planChangeWords(ground[0]);
  const first = await ranBook(ground[0], ["2026-10-31"], () => undefined);
  const second = await ranBook(ground[0], ["2026-10-31", "2026-11-30"], () => undefined);
  await openFile(workbench, "shared.xlsx", bytesOf(first));
  await narrow(workbench);
  // The pane of the workbook that was open before knows of no owners.
  await pane.getByText(owners.banner(3, 0)).waitFor();
  await pane.getByRole("tab", { name: shell.tabs.segments }).click();
  await pane.getByLabel(segments.cutoff("A")).fill("70");
  const frame = page.frames().find((each) => each.url().includes("taskpane"));
  await frame?.evaluate(async (cells) => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("_tierbook");
      sheet.getRange().clear();
      for (const [row, column, value] of cells) {
        const cell = sheet.getRangeByIndexes(row, column, 1, 1);
        cell.numberFormat = [["@"]];
        cell.values = [[value]];
      }
      await context.sync();
    });
  }, storeCells(second));
  await pane.getByRole("tab", { name: shell.tabs.data }).click();
  await pane.getByRole("tab", { name: shell.tabs.segments }).click();
  await pane.getByText(words.title, { exact: true }).waitFor();
  await expectSoundIn(workbench, ground, "two people's settings");
  await pane.getByRole("button", { name: words.take }).click();
  await pane.getByText(words.title, { exact: true }).waitFor({ state: "detached" });
  await expectFocusIn(workbench, "after the colleague's settings were taken");
  expect(workbench.complaints).toEqual([]);
});

test.each(grounds)("changed data and odd cells are told accessibly (%s, %s)", async (...ground) => {
  const workbench = await openOn(ground);
  const { page, pane } = workbench;
  const { data, shell, write } = wordsOf(workbench);
  const words = outOfDateWords(ground[0]);
  const long = (of: string): string => `${of} of every customer as the core banking system had it at the close`;
  const rows = Array.from({ length: 60 }, (_, i) => [
    `K${i}`,
    i % 7 === 0 ? "n/a" : 1000 - i,
    i % 5 === 0 ? null : `North${i % 3}`,
    i % 9 === 0 ? { error: "#N/A" as const } : i,
  ]);
  const headers = ["Customer ID", long("Outstanding balance"), long("Region"), long("Days past due")];
  const bytes = bookBytes({ sheet: "Customers", table: "Customers", headers, rows });
  await openFile(workbench, "odd.xlsx", bytes);
  await narrow(workbench);
  await chooseTable(workbench, "Customers");
  await writeTiers(workbench);
  await pane.getByRole("button", { name: write.close }).first().click();
  await expectFocusIn(workbench, "after what was written is closed");
  await page.getByRole("tab").first().click();
  await typeInto(workbench, "B3", "999999");
  await pane.getByText(words.title, { exact: true }).waitFor();
  await pane.getByText(words.cells).click();
  await pane.getByRole("tab", { name: shell.tabs.data }).click();
  await pane.getByText(data.problems["text-among-numbers"](9, headers[1] ?? "")).waitFor();
  await expectSoundIn(workbench, ground, "what changed, and what is odd in columns with long names");
  await pane.getByRole("button", { name: data.readAgain }).first().click();
  await expectFocusIn(workbench, "after the table was read again");
  expect(workbench.complaints).toEqual([]);
});

test.each(grounds)("what rules leave and where they overlap is told accessibly (%s, %s)", async (...ground) => {
  const workbench = await openOn(ground);
  const { pane } = workbench;
  const { segments } = wordsOf(workbench);
  const words = rulesPaneWords(ground[0]);
  const rows = Array.from({ length: 40 }, (_, i) => [`K${i}`, 1000 - i, `2025-0${1 + (i % 9)}-15`, i]);
  const bytes = bookBytes({
    sheet: "Customers",
    table: "Customers",
    headers: ["Customer ID", "Balance", "Opened", "Days past due"],
    rows,
  });
  await openFile(workbench, "rules.xlsx", bytes);
  await narrow(workbench);
  await chooseTable(workbench, "Customers");
  await pane.locator("table").first().waitFor();
  await pane.getByRole("button", { name: segments.addSegmentation }).last().click();
  await pane.getByRole("button", { name: segments.questions.rules.asks }).click();
  const report = pane.getByRole("region", { name: words.report.heading });
  await report.getByText(words.report.wide).waitFor();
  await pane.getByRole("button", { name: words.add, exact: true }).click();
  await pane.getByLabel(words.column, { exact: true }).selectOption("Opened");
  await pane.getByLabel(words.kind).selectOption("band");
  await pane.getByLabel(words.from).fill("soon");
  await pane.getByText(words.problems["not-a-date"]).waitFor();
  await expectSoundIn(workbench, ground, "a limit that is no date");
  await pane.getByLabel(words.from).fill("15 Mar 2025");
  await report.getByText(words.report.overlaps).waitFor();
  await expectSoundIn(workbench, ground, "rules with gaps and overlaps");
  await pane.getByRole("button", { name: words.close, exact: true }).click();
  await expectFocusIn(workbench, "after the rule is closed");
  expect(workbench.complaints).toEqual([]);
});
