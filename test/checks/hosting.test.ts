import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { NamedText } from "./bundleReport";
import { hostingProblems } from "./hostingProblems";

const { headersFile, officeJsAddress, paneHtml } = createRequire(__filename)("../../hosting.cjs") as {
  readonly headersFile: (text: string, officeJs: string) => string;
  readonly officeJsAddress: (asked?: string) => string;
  readonly paneHtml: (page: string, officeJs: string) => string;
};
const inTree = (path: string): string => readFileSync(join(__dirname, "../..", path), "utf8");

/** What a build makes of the files in the tree, with stand-ins for scripts and an icon. */
function built(officeJs?: string): readonly NamedText[] {
  const address = officeJsAddress(officeJs);
  const head = '<script defer src="taskpane.0123abcd.js"></script></head>';
  return [
    { path: "taskpane.html", text: paneHtml(inTree("src/taskpane/taskpane.html").replace("</head>", head), address) },
    { path: "_headers", text: headersFile(inTree("assets/_headers"), address) },
    { path: "taskpane.0123abcd.js", text: "" },
    { path: "worker/engine.0123abcd.js", text: "" },
    { path: "assets/icon-32.png", text: "" },
    { path: "manifest.xml", text: "" },
  ];
}

const clouds = {
  worldwide: undefined,
  unified: "https://officeapis.public.onecdn.static.microsoft/1/office.js",
  gcc: "https://appsforoffice.gcc.cdn.office.net/appsforoffice/lib/1/hosted/office.js",
  gccHigh: "https://appsforoffice.gcch.cdn.office.net/appsforoffice/lib/1/hosted/office.js",
  dod: "https://appsforoffice.dod.cdn.office.net/appsforoffice/lib/1/hosted/office.js",
  china: "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
};

test.each(Object.entries(clouds))("a build for %s gets Office.js from there, and lets it in", (_, address) => {
  const dist = built(address);
  expect(hostingProblems(dist)).toEqual([]);
  const scripts = [...(dist[0]?.text.matchAll(/src="(https:[^"]+)"/g) ?? [])].map(([, url]) => url);
  expect(scripts).toEqual([address ?? "https://appsforoffice.microsoft.com/lib/1/hosted/office.js"]);
});

test("a build for one cloud opens the policy to no other address", () => {
  expect(built(clouds.china)[1]?.text).toContain(" https://appsforoffice.cdn.partner.office365.cn;");
  for (const address of [clouds.worldwide, clouds.unified, clouds.gcc])
    expect(built(address)[1]?.text).not.toContain("appsforoffice.cdn.partner.office365.cn");
});

test.each([
  "http://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  "appsforoffice.microsoft.com",
  "https://example.com/lib/",
  "https://example.com/my-office.js",
  "https://example.com/office.js?v=1",
  "",
])("refuses “%s” as the address of Office.js, and says what it requires", (address) => {
  expect(() => officeJsAddress(address)).toThrow(
    "TIERBOOK_OFFICE_JS requires an https address that ends in /office.js",
  );
});

/** The problems after one edit of one file, which must have changed something. */
function problemsAfter(path: string, find: string | RegExp, replacement: string): string {
  const dist = built().map((file) =>
    file.path === path ? { path, text: file.text.replace(find, replacement) } : file,
  );
  expect(dist).not.toEqual(built());
  return hostingProblems(dist).join("\n");
}

test.each([
  ["/taskpane: its policy does not say default-src 'none'", "_headers", "/taskpane\n", "/elsewhere\n"],
  ["/assets/icon-32.png: two rules name cache-control", "_headers", "/*\n", "/*\n  Cache-Control: no-cache\n"],
  ["/assets/icon-32.png: is served with Cache-Control “no-cache”", "_headers", "public, max-age=86400", "no-cache"],
  ["/worker/engine.0123abcd.js: is served with", "_headers", ", immutable", ""],
  ["shuts out Office.js of https://*.static.microsoft", "_headers", / https:\/\/\*\.static\.microsoft/g, ""],
  ["/taskpane: its policy does not say child-src 'self'", "_headers", /child-src 'self'; /g, ""],
  ["says 'unsafe-eval' of scripts", "_headers", /script-src/g, "script-src 'unsafe-eval'"],
  ["forbids https://*.sharepoint.cn to show the pane", "_headers", / https:\/\/\*\.sharepoint\.cn/g, ""],
  ["has no policy of its own", "taskpane.html", /<meta http-equiv[^>]*>/, ""],
  ["its own policy is not the header's", "taskpane.html", "connect-src 'none'", "connect-src *"],
  ["its policy stands after a script", "taskpane.html", /(<meta http-equiv[^>]*>)([\s\S]*)(<\/head>)/, "$2$1$3"],
  [
    "script of https://example.com",
    "taskpane.html",
    "https://appsforoffice.microsoft.com/lib",
    "https://example.com/lib",
  ],
] as const)("says “%s” after such an edit", (problem, path, find, replacement) => {
  expect(problemsAfter(path, find, replacement)).toContain(problem);
});
