import { chromium } from "playwright-core";
import { paneWords } from "../../src/text/pane/paneWords";
import { workbenchWords } from "../../src/workbench/words";
import setup from "../e2e/setup";
import { longTasks, traceCategories, type TracedTask } from "./paneTrace";

/** A large book takes its time, and a busy machine more. */
const patience = 300_000;

/** Tasks of this length and more are looked at, in milliseconds. */
const least = 20;

/** Scripts of the pane's by who wrote them. The workbench page shares the thread, but is no part of the pane. */
const authors = [
  { author: "ours", script: /^taskpane\./ },
  { author: "React and Fluent UI", script: /^vendor\./ },
  { author: "office.js", script: /^(office|excel-|o15apptofilemappingtable)/ },
  { author: "the workbench around the pane", script: /^workbench\./ },
] as const;

export type Author = (typeof authors)[number]["author"];

/** What held the pane's thread while a stretch of work was done. */
export interface PaneStage {
  readonly name: string;
  /** The longest share of one task, in milliseconds of processor time, by whose code it was. */
  readonly longest: Readonly<Record<Author, number>>;
  /** Functions of the pane's own in its longest task, longest first. */
  readonly functions: readonly string[];
}

export interface PaneMeasure {
  readonly stages: readonly PaneStage[];
  /** From the last keystroke in a cut-off to the new preview, typing pause included, in milliseconds; sorted. */
  readonly previews: readonly number[];
}

/** Opens a book in the workbench and does the main job in its pane, tracing it with Chromium. */
export async function measurePane(bytes: Uint8Array, table: string): Promise<PaneMeasure> {
  await setup();
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath: process.env["TIERBOOK_BROWSER"] ?? "", args });
  try {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: "en-US" });
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    await page.goto(process.env["TIERBOOK_E2E_URL"] ?? "");
    await page.locator('[data-cell="A1"]').waitFor();
    await page
      .getByTestId("workbook-file")
      .setInputFiles({ name: "book.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
    const pane = page.frameLocator(`iframe[title="${workbenchWords.en.pane}"]`);
    const { segments, write } = paneWords("en");
    const chosen = pane.getByText(table, { exact: true }).first();
    await chosen.waitFor();

    const stages: PaneStage[] = [];
    const traced = async (name: string, work: () => Promise<void>): Promise<void> => {
      await browser.startTracing(page, { categories: traceCategories });
      await work();
      const trace = await browser.stopTracing();
      stages.push(stageOf(name, longTasks(trace.toString("utf8"), authors[0].script, least)));
    };
    const open = pane.getByRole("button", { name: write.open, disabled: false });
    await traced("choosing the table: reading, key check, preview", async () => {
      await chosen.click();
      await open.waitFor();
    });

    const previews: number[] = [];
    await traced("a changed cut-off", async () => {
      const cutoff = pane.getByRole("textbox", { name: segments.cutoff("A") });
      for (const percent of ["70", "75", "60", "65", "50"]) {
        previews.push(await cutoff.evaluate(changeAndWait, { percent, answer: "table tbody tr" }));
      }
    });
    await traced("writing and verifying", async () => {
      await open.click();
      await pane.getByRole("button", { name: new RegExp(`^(${write.now}|${write.again})$`) }).click();
      await pane.getByText(write.done).waitFor();
    });
    return { stages, previews: previews.sort((a, b) => a - b) };
  } finally {
    await browser.close();
  }
}

/**
 * Types a percentage as a person would, in one go, and waits for the first row of tiers to change. Runs in the pane, so
 * it names no function: the loader of this file would add calls that the pane does not know.
 */
function changeAndWait(
  input: unknown,
  { percent, answer }: { readonly percent: string; readonly answer: string },
): Promise<number> {
  const before = document.querySelector(answer)?.textContent;
  const start = performance.now();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, percent);
  (input as HTMLInputElement).dispatchEvent(new Event("input", { bubbles: true }));
  return new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      if (document.querySelector(answer)?.textContent === before) return;
      observer.disconnect();
      resolve(performance.now() - start);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

function stageOf(name: string, tasks: readonly TracedTask[]): PaneStage {
  const shareOf = (task: TracedTask, script: RegExp): number =>
    [...task.byScript].reduce((sum, [file, time]) => sum + (script.test(file) ? time : 0), 0);
  const longest = Object.fromEntries(
    authors.map(({ author, script }) => [author, Math.max(0, ...tasks.map((task) => shareOf(task, script)))]),
  ) as Record<Author, number>;
  const [worst] = [...tasks].sort((a, b) => shareOf(b, authors[0].script) - shareOf(a, authors[0].script));
  const functions = [...(worst?.byFunction ?? [])]
    .filter(([code]) => /(^|for )taskpane\./.test(code))
    .sort(([, a], [, b]) => b - a)
    .slice(0, 5)
    .map(([code, time]) => `${time.toFixed(0)} ms ${code}`);
  return { name, longest, functions };
}
