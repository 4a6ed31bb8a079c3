import { readdirSync, readFileSync } from "node:fs";
import { request } from "node:https";
import { join } from "node:path";
import { hostingProblems } from "../checks/hostingProblems";
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

test.each(["taskpane.html", "taskpane"])(
  "%s is served with a policy that reaches no network, and only Office may show it",
  async (path) => {
    const { headers } = await get(path);
    const policy = String(headers["content-security-policy"]);
    expect(headers["content-type"]).toContain("text/html");
    expect(headers["cache-control"]).toBe("no-cache");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toContain("unsafe-eval");
    expect(policy).toMatch(/frame-ancestors 'self' https:\/\/\*\.officeapps\.live\.com/);
    expect(headers["x-frame-options"]).toBeUndefined();
    expect(headers["x-content-type-options"]).toBe("nosniff");
  },
);

test("what is built and shipped can be hosted", () => {
  const folder = process.env["TIERBOOK_E2E_PANE"] ?? "";
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((file) =>
    join(file.parentPath, file.name)
      .slice(folder.length + 1)
      .replaceAll("\\", "/"),
  );
  expect(paths).toContain("taskpane.html");
  const texts = paths.map((path) => ({ path, text: readFileSync(join(folder, path), "latin1") }));
  expect(hostingProblems(texts)).toEqual([]);
});

test("icons may be kept for a day, scripts for as long as they are named so", async () => {
  expect((await get("assets/icon-16.png")).headers["cache-control"]).toBe("public, max-age=86400");
  const { body } = await get("taskpane.html");
  for (const [, script] of body.matchAll(/src="?([a-z]+\.[0-9a-f]{8}\.js)/g)) {
    expect((await get(script ?? "")).headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  }
});

test.each(["taskpane.html", "taskpane"])("%s obeys its own policy where a host sends none of ours", async (path) => {
  const { page } = await openWorkbench();
  const bare = await page.context().newPage();
  const complaints: string[] = [];
  bare.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await bare.route("**/*", async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers() };
    delete headers["content-security-policy"];
    await route.fulfill({ response, headers });
  });
  const blocked = bare.waitForEvent("console", (message) => message.text().includes("connect-src 'none'"));
  await bare.goto(new URL(`${path}?office-js=local`, process.env["TIERBOOK_E2E_URL"]).href);
  await bare.getByRole("heading", { name: "Tierbook" }).waitFor();
  // Outside Excel, Office.js asks for a frame of its telemetry's, and does not get it.
  expect(complaints.filter((text) => !text.includes("frame-src 'none'"))).toEqual([]);
  await bare.evaluate("void fetch('/taskpane.html').catch(() => undefined)");
  await blocked;
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
