import { randomBytes } from "node:crypto";
import { bundleReport, type NamedText } from "./bundleReport";

const page = { path: "taskpane.html", text: '<script defer src="taskpane.1.js"></script>' };
const pane = { path: "taskpane.1.js", text: "start()" };
const worker = { path: "worker/engine.1.js", text: "run()" };
const sources: readonly NamedText[] = [
  { path: "host/host.ts", text: 'const parts = ["xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"];' },
  { path: "taskpane/main.tsx", text: 'const title = "Customers in tiers";' },
];
const problemsOf = (...dist: readonly NamedText[]): readonly string[] => bundleReport(dist, sources).problems;
/** Text that gzip cannot make smaller than three quarters of its length. */
const heavy = (kilobytes: number): string => randomBytes(kilobytes * 1024).toString("base64");

test("finds nothing wrong with a small build", () => {
  expect(problemsOf(page, pane, worker)).toEqual([]);
});

test("counts the page with its scripts and styles for the pane, and what comes later and the worker apart", () => {
  const styles = { path: "pane.1.css", text: "p { margin: 0 }" };
  const owners = { path: "owners.1.js", text: "assign()" };
  const { bundles } = bundleReport([page, pane, styles, owners, worker], sources);
  expect(bundles.map(({ name, files }) => [name, files.map(({ path }) => path)])).toEqual([
    ["pane", ["taskpane.html", "taskpane.1.js", "pane.1.css"]],
    ["later", ["owners.1.js"]],
    ["worker", ["worker/engine.1.js"]],
  ]);
});

test("counts the words of one language for the pane, the heavier", () => {
  const english = { path: "words-en.1.js", text: "Customers in tiers" };
  const chinese = { path: "words-zh.1.js", text: "客户分层分群，客户等级" };
  const [opening, later] = bundleReport([page, pane, worker, english, chinese], sources).bundles;
  expect(opening?.files.map(({ path }) => path)).toContain(chinese.path);
  expect(later?.files.map(({ path }) => path)).toEqual([english.path]);
});

test.each([
  ["pane: 2", [page, worker, { path: "taskpane.1.js", text: heavy(245) }]],
  ["later: 3", [page, pane, worker, { path: "owners.1.js", text: heavy(370) }]],
  ["worker: ", [page, pane, { path: "worker/engine.1.js", text: heavy(50) }]],
  ["dist/taskpane.html is missing", [pane, worker]],
  ["dist/worker/ holds no script", [page, pane]],
  ["holds Office.js", [page, worker, { path: "taskpane.1.js", text: "OSF.Init()" }]],
  ["holds Office.js", [page, pane, worker, { path: "excel-web-16.00.js", text: "" }]],
  ["a source map is not shipped", [page, pane, worker, { path: "taskpane.1.js.map", text: "{}" }]],
  ["src/host/host.ts: stands in the add-in", [page, worker, { path: "taskpane.1.js", text: sources[0]?.text ?? "" }]],
])("says “%s…” of such a build", (problem, dist) => {
  expect(problemsOf(...dist).join("\n")).toContain(problem);
});
