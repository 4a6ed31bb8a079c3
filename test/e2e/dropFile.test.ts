import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bookBytes, customers } from "./books";
import { openWorkbench, until, type OpenWorkbench } from "./browser";

const folder = mkdtempSync(join(tmpdir(), "drop-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Moves a file over the page as the desktop does: the browser itself decides which frame gets the events. */
async function dragged({ page }: OpenWorkbench, name: string) {
  const file = join(folder, name);
  writeFileSync(file, bookBytes(customers(3)));
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  return async (type: "dragEnter" | "dragOver" | "drop", [x, y]: readonly [number, number]) =>
    session.send("Input.dispatchDragEvent", { type, x, y, data });
}

test("a workbook that is dropped opens, over the sheet and over the pane; one that leaves again does not", async () => {
  const workbench = await openWorkbench();
  const { page, pane, words } = workbench;
  await pane.getByRole("tab").first().waitFor();
  const target = page.getByText(words.dropHere);
  const [sheet, paneMiddle] = [[300, 400] as const, [1100, 400] as const];
  for (const [name, from, to] of [
    ["over the sheet.xlsx", sheet, sheet],
    ["from sheet to pane.xlsx", sheet, paneMiddle],
    ["over the pane.xlsx", paneMiddle, paneMiddle],
  ] as const) {
    const drag = await dragged(workbench, name);
    // The pane of the workbook before may still be on its way out, and takes no events then.
    await until(
      async () => {
        await drag("dragEnter", from);
        return target.count();
      },
      (count) => count > 0,
    );
    await drag("dragOver", to);
    await drag("drop", to);
    await until(
      async () => page.getByTestId("file-name").textContent(),
      (text) => text === name,
    );
    expect(await target.count()).toBe(0);
    await pane.getByRole("tab").first().waitFor();
  }
  expect(page.context().pages()).toHaveLength(1);

  const drag = await dragged(workbench, "not dropped.xlsx");
  await drag("dragEnter", sheet);
  await target.waitFor();
  await target.dispatchEvent("dragleave");
  expect(await target.count()).toBe(0);
});
