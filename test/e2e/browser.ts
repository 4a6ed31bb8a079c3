import { chromium, type Browser, type BrowserContext, type FrameLocator, type Page } from "playwright-core";
import { workbenchWords, type WorkbenchWords } from "../../src/workbench/words";

/** A guard against tests that never end; nothing measures time. */
const patience = 30_000;
jest.setTimeout(8 * patience);

/** The workbench in a browser, as a person sees it. */
export interface OpenWorkbench {
  readonly page: Page;
  readonly pane: FrameLocator;
  readonly words: WorkbenchWords;
  /** Addresses outside the workbench's own that the browser asked for. */
  readonly outside: readonly string[];
  /** Errors on the console and errors that nobody caught. */
  readonly complaints: readonly string[];
}

export interface WorkbenchChoice {
  readonly language?: "en" | "zh";
  /** The probe of `fixtures/` in the pane's place. */
  readonly probe?: boolean;
  /** Where files are not saved: in a frame that may not, in silence, or in the web view of Excel on a Mac. */
  readonly noDownloads?: "frame" | "mac";
  /** Files that do not arrive until `page.unrouteAll()`. */
  readonly without?: RegExp;
}

/** What WKWebView calls itself: Safari adds its own name. */
const macWebView = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)";

let browser: Browser | undefined;
/** Workbenches of the test that runs. Those opened before all tests stay until the last one. */
const ofTest: BrowserContext[] = [];

// A workbench that nobody looks at any more goes on calculating and looking for changes.
afterEach(async () => {
  for (const context of ofTest.splice(0)) await context.close();
});

afterAll(async () => {
  await browser?.close();
});

/** Opens the workbench in a fresh profile, at the size of a small laptop. */
export async function openWorkbench({
  language = "en",
  probe = false,
  noDownloads,
  without,
}: WorkbenchChoice = {}): Promise<OpenWorkbench> {
  const url = process.env[probe ? "TIERBOOK_PROBE_URL" : "TIERBOOK_E2E_URL"] ?? "";
  browser ??= await chromium.launch({
    executablePath: process.env["TIERBOOK_BROWSER"] ?? "",
    // Chromium refuses to sandbox itself for root.
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    acceptDownloads: true,
    locale: language === "zh" ? "zh-CN" : "en-US",
    ...(noDownloads === "mac" ? { userAgent: macWebView } : {}),
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1280, height: 800 },
    // A colour on its way to another is neither: checks of contrast would depend on the moment.
    reducedMotion: "reduce",
  });
  if (expect.getState().currentTestName !== undefined) ofTest.push(context);
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const outside: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => {
    const address = request.url();
    if (!address.startsWith(url) && !address.startsWith("blob:") && !address.startsWith("data:")) outside.push(address);
  });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  if (without !== undefined) await page.route(without, async (route) => route.abort());
  await page.goto(`${url}?language=${language}${noDownloads === undefined ? "" : "&downloads=none"}`);
  await cell(page, "A1").waitFor();
  const words = workbenchWords[language];
  return { page, pane: page.frameLocator(`iframe[title="${words.pane}"]`), words, outside, complaints };
}

/** A cell of the sheet in sight, e.g. "B2". */
export function cell(page: Page, address: string) {
  return page.locator(`[data-cell="${address}"]`);
}

/** Goes to a place as a person does: by the name box. */
export async function goTo({ page, words }: OpenWorkbench, address: string): Promise<void> {
  const box = page.getByLabel(words.nameBox);
  await box.fill(address);
  await box.press("Enter");
}

/** Types into a cell and leaves it by Enter. */
export async function typeInto(workbench: OpenWorkbench, address: string, text: string): Promise<void> {
  await goTo(workbench, address);
  await workbench.page.keyboard.type(text);
  await workbench.page.keyboard.press("Enter");
}

/** Opens a workbook from bytes, as by the file dialog. */
export async function openFile({ page }: OpenWorkbench, name: string, bytes: Uint8Array): Promise<void> {
  const file = { name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) };
  await page.getByTestId("workbook-file").setInputFiles(file);
}

/** Waits until a reading satisfies; fails with the last reading. */
export async function until<T>(read: () => Promise<T>, satisfies: (value: T) => boolean): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const value = await read();
    if (satisfies(value)) return value;
    if (Date.now() > end) throw new Error(`waited in vain; the last reading was ${JSON.stringify(value)}`);
    await new Promise((next) => setTimeout(next, 50));
  }
}
