import { spawnSync } from "node:child_process";
import { join, relative } from "node:path";

const plants = join(__dirname, "plants");
const tools = join(__dirname, "../../node_modules");

/** Runs a check over the plants, as `npm run check` runs it over the sources. */
function runOverPlants(script: string, args: readonly string[]): string {
  const { stdout, error } = spawnSync(process.execPath, [join(tools, script), ...args], {
    cwd: plants,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  return stdout;
}

describe("the linter rejects", () => {
  let found: ReadonlyMap<string, readonly string[]> = new Map();

  beforeAll(() => {
    const args = ["-c", "../eslint.config.mjs", "--format", "json", "src"];
    const files = JSON.parse(runOverPlants("eslint/bin/eslint.js", args)) as readonly {
      readonly filePath: string;
      readonly messages: readonly { readonly ruleId: string | null }[];
    }[];
    found = new Map(
      files.map((file) => [
        relative(join(plants, "src"), file.filePath).replaceAll("\\", "/"),
        file.messages.map((message) => message.ruleId ?? "unparsed"),
      ]),
    );
  }, 120_000);

  test.each([
    ["methods/readsTheClock.ts", "no-restricted-properties"],
    ["methods/readsTheDate.ts", "no-restricted-syntax"],
    ["methods/rollsDice.ts", "no-restricted-properties"],
    ["table/barrel.ts", "no-restricted-syntax"],
    ["table/classOfData.ts", "no-restricted-syntax"],
    ["table/defaultExport.ts", "no-restricted-syntax"],
    ["table/enumeration.ts", "no-restricted-syntax"],
    ["table/leftUndone.ts", "no-warning-comments"],
    ["actions/runsExcel.ts", "no-restricted-globals"],
    ["actions/namesAnOfficeType.ts", "no-restricted-syntax"],
    ["actions/sendsRows.ts", "no-restricted-globals"],
    ["actions/evaluates.ts", "no-eval"],
    ["actions/buildsFunction.ts", "no-new-func"],
    ["workbook/runsExcelByItself.ts", "no-restricted-properties"],
    ["workbook/readsBeforeSync.ts", "office-addins/call-sync-before-read"],
    ["workbook/syncsPerRow.ts", "office-addins/no-context-sync-in-loop"],
    ["taskpane/prints.ts", "no-console"],
    ["taskpane/rawHtml.tsx", "no-restricted-syntax"],
    ["taskpane/setsInnerHtml.ts", "no-restricted-syntax"],
    ["taskpane/missesDependency.tsx", "react-hooks/exhaustive-deps"],
    ["taskpane/pictureWithoutWords.tsx", "jsx-a11y/alt-text"],
  ])("%s by %s", (plant, rule) => {
    expect(found.get(plant)).toContain(rule);
  });

  test("nothing in a file that breaks no lint rule", () => {
    expect(found.get("workbench/page.ts")).toEqual([]);
  });
});

test("the pure compiler rejects the page and the process in a pure folder", () => {
  const output = runOverPlants("typescript/bin/tsc", ["--noEmit", "--pretty", "false", "-p", "tsconfig.pure.json"]);
  expect(output).toMatch(/touchesThePage\.ts.*'document'/);
  expect(output).toMatch(/readsTheProcess\.ts.*'process'/);
  expect(output).toMatch(/enumeration\.ts.*erasableSyntaxOnly/);
}, 60_000);

describe("the layer table rejects", () => {
  let found: readonly string[] = [];

  beforeAll(() => {
    const args = ["--config", "../dependency-cruiser.cjs", "--output-type", "json", "src"];
    const { summary } = JSON.parse(runOverPlants("dependency-cruiser/bin/dependency-cruise.mjs", args)) as {
      readonly summary: { readonly violations: readonly { from: string; to: string; rule: { name: string } }[] };
    };
    found = summary.violations.map(({ from, rule }) => `${from.replace(/^src\//, "")} by ${rule.name}`);
  }, 60_000);

  test.each([
    "methods/importsEngine.ts by methods-layer",
    "methods/usesReact.ts by methods-packages",
    "actions/importsHost.ts by actions-layer",
    "host/host.ts by host-layer",
    "taskpane/importsWorkbook.ts by taskpane-types",
    "taskpane/importsDevTool.ts by taskpane-packages",
    "taskpane/importsDevTool.ts by not-to-dev-dep",
    "worker/importsWorkbench.ts by worker-layer",
    "worker/readsFiles.ts by no-node",
    "table/circleA.ts by no-circular",
    "table/leftUndone.ts by no-orphans",
  ])("%s", (violation) => {
    expect(found).toContain(violation);
  });

  test("nothing of the workbench's own", () => {
    expect(found.filter((violation) => violation.startsWith("workbench/"))).toEqual([]);
  });
});
