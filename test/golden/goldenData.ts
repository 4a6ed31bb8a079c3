import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { csvLines } from "../workbench/bookFile";

/** Data sets and what is expected of them: see data/README.md. A file that is missing fails the tests that need it. */
export const goldenFolder = join(__dirname, "data");

export function goldenBytes(name: string): Uint8Array {
  const bytes = readFileSync(join(goldenFolder, name));
  return new Uint8Array(name.endsWith(".gz") ? gunzipSync(bytes) : bytes);
}

/** The lines of a CSV file, the first of which is its header. */
export function goldenLines(name: string): readonly [header: readonly string[], ...lines: (readonly string[])[]] {
  const [header = [], ...lines] = csvLines(new TextDecoder().decode(goldenBytes(name)));
  return [header, ...lines];
}

/** The records of a CSV file by the names of its columns. */
export function records(name: string): readonly Readonly<Record<string, string>>[] {
  const [header, ...lines] = goldenLines(name);
  return lines.map((line) => Object.fromEntries(header.map((column, i) => [column, line[i] ?? ""])));
}

/** What make/values.py computed of a data set, or what another program answered. */
export function expected<T>(name: string): T {
  return JSON.parse(new TextDecoder().decode(goldenBytes(`expected/${name}.json`))) as T;
}
