import { readFileSync } from "node:fs";
import type { Frame, Page } from "playwright-core";
import { until, type OpenWorkbench } from "./browser";

const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

function paneFrame(page: Page): Frame {
  const frame = page.frames().find((each) => each.url().includes("taskpane"));
  if (frame === undefined) throw new Error("paneFrame requires the pane to stand in the workbench");
  return frame;
}

/** Waits until the pane has come to rest: while a button is being enabled, its colours are neither those before nor after. */
async function atRest(frame: Frame): Promise<void> {
  let before = "";
  await until(
    async () => {
      await frame.waitForTimeout(200);
      const now = await frame.content();
      const isResting = now === before;
      before = now;
      return isResting;
    },
    (isResting) => isResting,
  );
}

/** What axe finds in the pane. Fluent's focus sentinels are its own: hidden, focusable, and never seen by a reader. */
async function findings({ page }: OpenWorkbench): Promise<string[]> {
  const frame = paneFrame(page);
  await atRest(frame);
  if (!(await frame.evaluate("'axe' in window"))) await frame.evaluate(axeSource);
  const { violations } = await frame.evaluate<{ violations: Finding[] }>(
    'axe.run({ exclude: [["[data-tabster-dummy]"]] })',
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}

/** How far the pane reaches beyond its own width, in pixels. */
async function sideways({ page }: OpenWorkbench): Promise<number> {
  return paneFrame(page).evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** A pane as narrow as Excel makes it. Opening another workbook makes it wide again. */
export async function narrow({ page }: OpenWorkbench): Promise<void> {
  await page.locator("aside.pane").evaluate((column: HTMLElement) => {
    column.style.width = "320px";
  });
}

/** Fails where axe finds something in the pane, or where it reaches beyond its width. */
export async function expectSound(workbench: OpenWorkbench, place: string): Promise<void> {
  expect([place, await findings(workbench)]).toEqual([place, []]);
  expect([place, await sideways(workbench)]).toEqual([place, 0]);
}
