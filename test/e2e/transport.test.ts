import { cell, goTo, openWorkbench, typeInto, until, type OpenWorkbench } from "./browser";

/** What the probe's office.js has found out. */
async function ready({ pane }: OpenWorkbench): Promise<Record<string, unknown>> {
  const text = await until(
    async () => (await pane.locator("#ready").textContent()) ?? "",
    (found) => found !== "",
  );
  return JSON.parse(text) as Record<string, unknown>;
}

async function answer({ pane }: OpenWorkbench): Promise<unknown> {
  const text = await until(
    async () => (await pane.locator("#answer").textContent()) ?? "",
    (found) => found !== "",
  );
  return JSON.parse(text) as unknown;
}

test("office.js finds Excel on the web, with the sets that its build knows", async () => {
  const workbench = await openWorkbench({ probe: true });
  expect(await ready(workbench)).toMatchObject({
    host: "Excel",
    platform: "OfficeOnline",
    displayLanguage: "en-US",
    mode: "readWrite",
    has113: true,
    has116: false,
  });
  expect(workbench.outside).toEqual([]);
  expect(workbench.complaints).toEqual([]);
});

test("Excel's display language reaches the add-in", async () => {
  const workbench = await openWorkbench({ probe: true, language: "zh" });
  expect(await ready(workbench)).toMatchObject({ displayLanguage: "zh-CN" });
});

test("a workbook opened for viewing is read-only for the add-in and for the grid", async () => {
  const workbench = await openWorkbench({ probe: true });
  await ready(workbench);
  await workbench.page.getByLabel(workbench.words.mode).selectOption("viewing");
  expect(
    await until(
      () => ready(workbench),
      ({ mode }) => mode === "readOnly",
    ),
  ).toMatchObject({ mode: "readOnly" });
  await typeInto(workbench, "A1", "x");
  expect(await workbench.page.getByRole("alert").textContent()).toContain(workbench.words.refusals["read-only"]);
});

test("what the add-in writes shows in the grid, and what is typed there it reads and hears of", async () => {
  const workbench = await openWorkbench({ probe: true });
  const { page, pane } = workbench;
  await ready(workbench);
  await pane.locator("#address").fill("B2");
  await pane.locator("#text").fill("Written by the add-in");
  await pane.locator("#write").click();
  expect(await answer(workbench)).toBe("written");
  await until(
    async () => cell(page, "B2").textContent(),
    (text) => text === "Written by the add-in",
  );

  await typeInto(workbench, "B2", "Typed by a person");
  const events = await until(
    async () => (await pane.locator("#events").textContent()) ?? "",
    (text) => text.includes("RangeEdited") && text.trim().split("\n").length >= 2,
  );
  expect(events).toContain('"address":"B2"');
  await pane.locator("#read").click();
  expect(await answer(workbench)).toEqual({
    address: expect.stringContaining("!B2") as string,
    values: [["Typed by a person"]],
  });
});

test("an operation that the host does not play fails loudly and stands in red in the trace", async () => {
  const workbench = await openWorkbench({ probe: true });
  const { page, pane, words } = workbench;
  await ready(workbench);
  await pane.locator("#unknown").click();
  expect(await answer(workbench)).toEqual({ code: "ApiNotFound" });
  expect(await page.getByTestId("unsupported").textContent()).toBe(words.unsupported(1));
  await page.getByRole("button", { name: words.trace }).click();
  expect(await page.locator('[data-failed="true"]').first().textContent()).toContain(words.notSupported);
});

test("a pane that is loaded anew finds its host again and hears of edits once", async () => {
  const workbench = await openWorkbench({ probe: true });
  const { page, pane, words } = workbench;
  await ready(workbench);
  await pane.locator("#text").fill("of the old page");
  await page.getByRole("button", { name: words.reloadPane }).click();
  await until(
    async () => pane.locator("#text").inputValue(),
    (text) => text === "",
  );
  await ready(workbench);
  await goTo(workbench, "B2");
  await page.keyboard.type("once");
  await page.keyboard.press("Enter");
  const events = await until(
    async () => (await pane.locator("#events").textContent()) ?? "",
    (text) => text !== "",
  );
  expect(events.trim().split("\n")).toHaveLength(1);
});
