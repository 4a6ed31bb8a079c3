import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expected, goldenFolder } from "./goldenData";

const files = readdirSync(goldenFolder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(goldenFolder.length + 1))
  .sort();
const bytesOf = (name: string): Buffer => readFileSync(join(goldenFolder, name));

test("the expected values were computed of these very files", () => {
  const data = files.filter((name) => !/\.md$|files\.json$/.test(name));
  const found = data.map((name) => [name, createHash("sha256").update(bytesOf(name)).digest("hex")]);
  expect(Object.fromEntries(found)).toEqual(expected("files"));
});

test("every data set is described in the README as one of our own, and the whole stays small", () => {
  const readme = bytesOf("README.md").toString();
  const sets = files.filter((name) => !/^expected\/|\.md$/.test(name));
  expect(sets.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  expect(files.reduce((sum, name) => sum + bytesOf(name).length, 0)).toBeLessThan(3_000_000);
});
