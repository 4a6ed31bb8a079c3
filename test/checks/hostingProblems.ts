import { headersFor, parseHeaders, type HeaderRule } from "../../src/workbench/headerRules";
import type { NamedText } from "./bundleReport";

/** The pane's page, also as hosts name it that take .html out of addresses. */
const panePaths = ["/taskpane.html", "/taskpane"];

/** Where Excel on the web and Teams show the pane from, one for each cloud. */
const shownBy = [
  ...["https://*.officeapps.live.com", "https://onedrive.live.com", "https://*.sharepoint.com"],
  ...["https://*.cloud.microsoft", "https://*.office.com", "https://*.office365.com", "https://*.teams.microsoft.com"],
  ...["https://*.office365.us", "https://*.sharepoint.us", "https://*.partner.officewebapps.cn"],
  "https://*.sharepoint.cn",
];

/**
 * What would break where dist is hosted: policies that miss the pane or contradict each other, Office.js shut out, icons
 * that Excel may not keep, scripts fetched again at each opening, and headers named twice for one file.
 *
 * @param dist - the files of a build, its `_headers` among them
 */
export function hostingProblems(dist: readonly NamedText[]): readonly string[] {
  const page = textOf(dist, "taskpane.html");
  const rules = parseHeaders(textOf(dist, "_headers"));
  const paths = [...dist.map(({ path }) => `/${path}`).filter((path) => path !== "/_headers"), "/taskpane"];
  return [
    ...paths.flatMap((path) => twiceNamed(rules, path)),
    ...paths.flatMap((path) => cacheProblem(path, headersFor(rules, path)["Cache-Control"])),
    ...panePaths.flatMap((path) =>
      policyProblems(path, headersFor(rules, path)["Content-Security-Policy"] ?? "", page),
    ),
    ...metaProblems(page, headersFor(rules, "/taskpane.html")["Content-Security-Policy"] ?? ""),
    ...dist.filter(({ path }) => /selfcheck/i.test(path)).map(({ path }) => `${path}: the self-check is not shipped`),
  ];
}

function twiceNamed(rules: readonly HeaderRule[], path: string): readonly string[] {
  const named = rules
    .map((rule) => Object.keys(headersFor([rule], path)))
    .flat()
    .map((name) => name.toLowerCase());
  return named
    .filter((name, index) => named.indexOf(name) !== index)
    .map((name) => `${path}: two rules name ${name}, which some hosts join`);
}

function cacheProblem(path: string, value = ""): readonly string[] {
  const hashed = /\.[0-9a-f]{8}\.js(\.LICENSE\.txt)?$/.test(path);
  const expected = hashed
    ? /^public, max-age=31536000, immutable$/
    : path.startsWith("/assets/")
      ? /^public, max-age=86400$/
      : /^no-cache$/;
  return expected.test(value) ? [] : [`${path}: is served with Cache-Control “${value}”`];
}

function policyProblems(path: string, policy: string, page: string): readonly string[] {
  const allowed = directives(policy);
  const scripts = allowed.get("script-src") ?? [];
  const strangers = [...page.matchAll(/<script[^>]*src="?(https:\/\/[^">\s]+)/g)]
    .map(([, url]) => new URL(url ?? "").origin)
    .filter((origin) => !scripts.some((host) => covers(host, origin)));
  const expected: readonly (readonly [string, string])[] = [
    ["default-src", "'none'"],
    ["connect-src", "'none'"],
    ["worker-src", "'self'"],
    ["child-src", "'self'"],
  ];
  return [
    ...expected
      .filter(([name, value]) => allowed.get(name)?.join(" ") !== value)
      .map(([name, value]) => `${path}: its policy does not say ${name} ${value}`),
    ...["https://appsforoffice.microsoft.com", "https://*.static.microsoft"]
      .filter((host) => !scripts.includes(host))
      .map((host) => `${path}: its policy shuts out Office.js of ${host}`),
    ...strangers.map((origin) => `${path}: its policy shuts out the script of ${origin}`),
    ...scripts
      .filter((word) => word.startsWith("'unsafe"))
      .map((word) => `${path}: its policy says ${word} of scripts`),
    ...shownBy
      .filter((host) => allowed.get("frame-ancestors")?.includes(host) !== true)
      .map((host) => `${path}: its policy forbids ${host} to show the pane`),
  ];
}

/** The page's own policy is the header's, but for what a page cannot say, and stands before the first script. */
function metaProblems(page: string, policy: string): readonly string[] {
  const meta = /<meta http-equiv="?Content-Security-Policy"? content="([^"]*)"/.exec(page);
  if (meta === null) return ["taskpane.html: has no policy of its own for hosts without headers"];
  const expected = policy.replace(/; frame-ancestors [^;]*/, "");
  return [
    ...(meta[1] === expected ? [] : [`taskpane.html: its own policy is not the header's: ${meta[1] ?? ""}`]),
    ...(meta.index < page.indexOf("<script") ? [] : ["taskpane.html: its policy stands after a script"]),
  ];
}

function directives(policy: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    policy.split(";").map((directive) => {
      const [name = "", ...values] = directive.trim().split(/\s+/);
      return [name, values];
    }),
  );
}

function covers(host: string, origin: string): boolean {
  return host.startsWith("https://*.") ? origin.endsWith(host.slice("https://*".length)) : host === origin;
}

function textOf(dist: readonly NamedText[], path: string): string {
  return dist.find((file) => file.path === path)?.text ?? "";
}
