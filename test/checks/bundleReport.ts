import { gzipSync } from "node:zlib";

/** A file of dist or of src: its path with forward slashes, relative to that folder, and its text. */
export interface NamedText {
  readonly path: string;
  readonly text: string;
}

export interface Bundle {
  /** `pane` is what opening the pane loads, `later` what it fetches once it is open. */
  readonly name: "pane" | "later" | "worker";
  readonly files: readonly { readonly path: string; readonly gzip: number }[];
  /** Bytes over the wire, all files together. */
  readonly gzip: number;
  readonly limit: number;
}

export interface BundleReport {
  readonly bundles: readonly Bundle[];
  readonly problems: readonly string[];
}

/** In bytes after gzip. The pane is opened over company networks, so it is counted with its libraries. */
const limits = { pane: 238 * 1024, later: 365 * 1024, worker: 40 * 1024 } as const;

/**
 * Weighs what a user downloads, and looks for code that must not ship.
 *
 * The page, its styles, the scripts that it names and the words of one language, the heavier, are what opening the pane
 * loads; other scripts come later.
 *
 * @param dist - the files of a production build
 * @param sources - the files of src, to tell whose code stands in the build
 */
export function bundleReport(dist: readonly NamedText[], sources: readonly NamedText[]): BundleReport {
  const code = dist.filter(({ path }) => /\.(m?js|css|html)$/.test(path) && !path.startsWith("assets/"));
  const inWorker = code.filter(({ path }) => path.startsWith("worker/"));
  const page = code.find(({ path }) => path === "taskpane.html");
  const words = heaviest(code.filter(({ path }) => path.startsWith("words-")));
  const later = code.filter(
    (file) =>
      !inWorker.includes(file) && file !== words && file.path.endsWith("js") && page?.text.includes(file.path) !== true,
  );
  const bundles = [
    weigh(
      "pane",
      code.filter((file) => !inWorker.includes(file) && !later.includes(file)),
    ),
    weigh("later", later),
    weigh("worker", inWorker),
  ];
  const heavy = bundles
    .filter(({ gzip, limit }) => gzip > limit)
    .map(({ name, gzip, limit }) => `${name}: ${kilobytes(gzip)} gzip is over the budget of ${kilobytes(limit)}`);
  const missing = [
    ...(page === undefined ? ["pane: dist/taskpane.html is missing; run the build"] : []),
    ...(inWorker.length > 0 ? [] : ["worker: dist/worker/ holds no script; run the build"]),
  ];
  return { bundles, problems: [...missing, ...heavy, ...strangers(dist, sources)] };
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

function heaviest(files: readonly NamedText[]): NamedText | undefined {
  const size = ({ text }: NamedText): number => gzipSync(text, { level: 9 }).length;
  return [...files].sort((a, b) => size(b) - size(a))[0];
}

function weigh(name: Bundle["name"], files: readonly NamedText[]): Bundle {
  const weighed = files.map(({ path, text }) => ({ path, gzip: gzipSync(text, { level: 9 }).length }));
  return { name, files: weighed, gzip: weighed.reduce((sum, { gzip }) => sum + gzip, 0), limit: limits[name] };
}

/** Names that Microsoft's library uses inside and Tierbook never does. */
const officeJs = /\bOSF\.|OSFPerformance|_richApiNativeBridge/;

function strangers(dist: readonly NamedText[], sources: readonly NamedText[]): readonly string[] {
  const scripts = dist.filter(({ path }) => /\.m?js$/.test(path));
  const text = scripts.map((script) => script.text).join("\n");
  return [
    ...scripts
      .filter((script) => officeJs.test(script.text) || /(^|\/)(office|excel-web)[-.\w]*\.js$/.test(script.path))
      .map(({ path }) => `${path}: holds Office.js, which Excel loads from Microsoft's own address`),
    ...dist.filter(({ path }) => path.endsWith(".map")).map(({ path }) => `${path}: a source map is not shipped`),
    ...marksOf(sources)
      .filter(({ marks }) => marks.length >= 3 && marks.filter((mark) => text.includes(mark)).length > marks.length / 2)
      .map(({ path }) => `src/${path}: stands in the add-in, where host and workbench have no place`),
  ];
}

/** Per file of host and workbench the long texts that no shipped file has: they outlive minifying. */
function marksOf(
  sources: readonly NamedText[],
): readonly { readonly path: string; readonly marks: readonly string[] }[] {
  const stays = (path: string): boolean => /^(host|workbench)\//.test(path);
  const ships = sources
    .filter(({ path }) => !stays(path))
    .map(({ text }) => text)
    .join("\n");
  return sources
    .filter(({ path }) => stays(path))
    .map(({ path, text }) => {
      const literals = Array.from(text.matchAll(/"([^"\\\n]{12,})"/g), (found) => found[1] ?? "");
      return { path, marks: [...new Set(literals)].filter((mark) => !/^[./@]/.test(mark) && !ships.includes(mark)) };
    });
}
