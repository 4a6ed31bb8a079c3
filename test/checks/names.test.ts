import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

const root = join(__dirname, "../..");
const files = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

test("no file is named after what it is made of instead of what it does", () => {
  const empty = /(^|[a-z])(utils?|helpers?|manager|service|common|misc|index)\.tsx?$/i;
  expect(files.filter((file) => empty.test(basename(file)))).toEqual([]);
});

test("the pure folders of the compiler are folders that the layer table calls pure", () => {
  const { include } = JSON.parse(readFileSync(join(__dirname, "tsconfig.pure.json"), "utf8")) as { include: string[] };
  const pure = include.map((path) => path.replace("../../src/", "")).filter((path) => !path.endsWith(".ts"));
  const linter = readFileSync(join(__dirname, "eslint.config.mjs"), "utf8");
  const inLinter = /src\/\{([\w,]+)\}\/\*\*"\];/.exec(linter)?.[1]?.split(",") ?? [];
  expect([...inLinter].sort()).toEqual([...pure].sort());
});

test("every folder of src stands in the layer table", () => {
  const table = readFileSync(join(__dirname, "dependency-cruiser.cjs"), "utf8");
  const folders = readdirSync(join(root, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.filter(({ name }) => !new RegExp(`^  ${name}: \\[`, "m").test(table)).map(({ name }) => name)).toEqual(
    [],
  );
});

test("the README maps every folder of src", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const folders = readdirSync(join(root, "src"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(root, "src", entry.name)).length > 0)
    .map(({ name }) => name);
  expect(folders.filter((name) => !readme.includes(`| \`${name}\``))).toEqual([]);
});

test("every file and command that the README names is there", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const links = Array.from(readme.matchAll(/\]\(([^)#:]+)\)/g), (found) => found[1] ?? "");
  const commands = Array.from(readme.matchAll(/npm run ([\w:]+)/g), (found) => found[1] ?? "");
  expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
  expect(commands.filter((command) => !(command in scripts))).toEqual([]);
});
