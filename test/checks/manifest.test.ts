import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { manifestProblems } from "./manifestProblems";

const root = join(__dirname, "../..");
const manifest = readFileSync(join(root, "manifest.xml"), "utf8");
const siteFile = (path: string): Uint8Array | null =>
  existsSync(join(root, path)) ? readFileSync(join(root, path)) : null;

test("finds nothing wrong with the self-check's, which is another add-in", () => {
  const own = readFileSync(join(root, "test/conformance/selfcheck.manifest.xml"), "utf8");
  expect(manifestProblems(own, siteFile)).toEqual([]);
  const id = (text: string): string | undefined => /<Id>(.*)<\/Id>/.exec(text)?.[1];
  expect(id(own)).not.toBe(id(manifest));
});

test("opens one pane by every button, which is the one that Excel opens with a workbook", () => {
  const panes = [...manifest.matchAll(/<TaskpaneId>(.*)<\/TaskpaneId>/g)].map(([, pane]) => pane);
  expect(panes).toEqual(Array.from({ length: 3 }, () => "Office.AutoShowTaskpaneWithDocument"));
  expect(manifest).toContain('"https://localhost:3000/taskpane.html#do=preview"');
  expect(manifest).toContain('"https://localhost:3000/taskpane.html#do=run"');
  // Changing the ribbon at run time would take Excel's undo away.
  expect(manifest).not.toMatch(/SharedRuntime|<Runtimes|<Enabled>/);
});

/** The problems of the manifest after one edit, which must have changed something. */
function problemsAfter(find: string | RegExp, replacement: string): string {
  const edited = manifest.replace(find, replacement);
  expect(edited).not.toBe(manifest);
  return manifestProblems(edited, siteFile).join("\n");
}

test("finds nothing wrong with the manifest", () => {
  expect(manifestProblems(manifest, siteFile)).toEqual([]);
});

test("opens the pane that webpack builds, and carries the version of the package", () => {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  expect(manifest).toContain(`<Version>${version}.0</Version>`);
  expect(manifest).toContain('<SourceLocation DefaultValue="https://localhost:3000/taskpane.html" />');
});

test.each([
  ["not well-formed", "</OfficeApp>", ""],
  ["not well-formed", /<\/?OfficeApp/g, (tag: string) => tag.replace("OfficeApp", "Add")],
  ["OfficeApp: expects Id", /(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/, "$2$1"],
  ["Control: expects Label, Supertip, Icon, Action", /<Supertip>[\s\S]*?<\/Supertip>/, ""],
  ["Id: ", "feab8a6e", "feab8a6"],
  ["Version: ", "0.1.0.0", "0.1"],
  ["Permissions: ", "ReadWriteDocument", "ReadDocument"],
  ["the ExcelApi set is not stated", /Name="ExcelApi"/g, 'Name="SharedRuntime"'],
  ["above 1.13 shuts out Office 2021", 'MinVersion="1.13"', 'MinVersion="1.15"'],
  ["no https URL", "https://localhost:3000/taskpane.html", "http://localhost:3000/taskpane.html"],
  ["there is no file for", "assets/icon-80.png", "assets/icon-81.png"],
  ["is 64 × 64 px, not 80", "assets/icon-80.png", "assets/icon-64.png"],
  ["is no PNG", "assets/icon-80.png", "assets/icon.svg"],
  ["Icon: has no image of 80 px", /<bt:Image size="80" resid="Icon.80" \/>/, ""],
  ["resid Nothing: there is no such resource", 'resid="Open.Title"', 'resid="Nothing"'],
  ["resource Open.Title: nothing uses it", 'resid="Open.Title"', 'resid="Open.Label"'],
  ["resource Open.Label: stands twice", ' id="Open.Title"', ' id="Open.Label"'],
  ["at most 32 characters", /Open\.Title/g, "Open.TitleThatIsFarTooLongForExcel"],
  ["Open.Title: has no zh-CN text", /(id="Open.Title"[^>]*>)\s*<bt:Override[^>]*>/, "$1"],
  [
    "DisplayName: has no zh-CN text",
    '<Override Locale="zh-CN" Value="Tierbook',
    '<Override Locale="de-DE" Value="Tierbook',
  ],
  ["1 to 125 characters", 'DefaultValue="Open Tierbook"', `DefaultValue="${"Open ".repeat(26)}"`],
  ["1 to 250 characters", 'DefaultValue="Open the pane', `DefaultValue="${"Open the pane".repeat(20)}`],
] as const)("says “%s” after such an edit", (problem, find, replacement) => {
  expect(problemsAfter(find, replacement as string)).toContain(problem);
});
