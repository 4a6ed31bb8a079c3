import { readFileSync } from "node:fs";
import { request } from "node:https";
import { openWorkbench, until } from "./browser";
import { chooseTable, tierCounts } from "./pane";

interface Served {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

function get(path: string): Promise<Served> {
  return new Promise((done, failed) => {
    const url = new URL(path, process.env["TIERBOOK_E2E_URL"]);
    request(url, { rejectUnauthorized: false }, (response) => {
      let body = "";
      response.on("data", (part: Buffer) => (body += part.toString()));
      response.on("end", () => done({ status: response.statusCode, headers: response.headers, body }));
    })
      .on("error", failed)
      .end();
  });
}

test("the pane is served with a policy that reaches no network, and only Office may show it", async () => {
  const { headers } = await get("taskpane.html");
  const policy = String(headers["content-security-policy"]);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).not.toContain("unsafe-eval");
  expect(policy).toMatch(/frame-ancestors 'self' https:\/\/\*\.officeapps\.live\.com/);
  expect(headers["x-frame-options"]).toBeUndefined();
  expect(headers["x-content-type-options"]).toBe("nosniff");
});

test("the engine's file is served with a policy that allows nothing at all", async () => {
  const workbench = await openWorkbench();
  const engine = workbench.page.waitForRequest((asked) => asked.url().includes("/worker/engine"));
  await chooseTable(workbench, "Clients_Oct");
  const { headers, status } = await get(new URL((await engine).url()).pathname);
  expect(status).toBe(200);
  expect(headers["content-security-policy"]).toBe("default-src 'none'");
});

test("the page that ships keeps Microsoft's address of office.js", async () => {
  const cdn = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
  expect((await get("taskpane.html")).body).toContain(cdn);
  expect((await get("taskpane.html?office-js=local")).body).not.toContain(cdn);
});

test("nothing outside the served folders is served", async () => {
  for (const path of [
    "../package.json",
    "%2e%2e/package.json",
    "office-js/../package.json",
    "..%2f..%2fpackage.json",
  ]) {
    expect((await get(path)).status).toBe(404);
  }
});

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/**
 * Passes once axe finds nothing. A button that has just become usable has its former colours for one more frame, so
 * what counts is what stays.
 */
async function cleanAtRest(violations: () => Promise<readonly unknown[]>): Promise<void> {
  expect(await until(violations, ({ length }) => length === 0)).toEqual([]);
}

test.each(["en", "zh"] as const)("axe finds nothing on the pane's screens in %s", async (language) => {
  const workbench = await openWorkbench({ language });
  const { page, pane } = workbench;
  const frame = await until(
    async () => page.frames().find((each) => each.url().includes("taskpane")),
    (found) => found !== undefined,
  );
  await pane.getByRole("tab").first().waitFor();
  const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  // The pane's policy forbids inline scripts, so axe comes in by the debugger and not by a script element.
  await frame!.evaluate(axe);
  const violations = async (): Promise<readonly unknown[]> =>
    frame!.evaluate(async () => {
      const { axe: runner } = globalThis as unknown as {
        axe: { run(context: object): Promise<{ violations: Violation[] }> };
      };
      const found = await runner.run({ exclude: [["[data-tabster-dummy]"]] });
      return found.violations.map(({ id, nodes }) => [
        id,
        nodes.map(({ html, failureSummary }) => [html, failureSummary]),
      ]);
    });
  await cleanAtRest(violations);
  await chooseTable(workbench, language === "en" ? "Clients_Oct" : "客户_10月");
  await until(
    () => tierCounts(workbench),
    (rows) => rows.length > 0,
  );
  await cleanAtRest(violations);
  for (const tab of [0, 2, 3]) {
    await pane.getByRole("tab").nth(tab).click();
    await cleanAtRest(violations);
  }
});
