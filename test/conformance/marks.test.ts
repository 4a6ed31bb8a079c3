import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { probes } from "./probes";

const folder = join(__dirname, "../../src/host");
const byHand = [...readFileSync(join(__dirname, "README.md"), "utf8").matchAll(/^\| (H\d+) +\|/gm)].map(([, id]) => id);
const ids = new Set<string | undefined>([...probes.map(({ id }) => id), ...byHand]);

/** The comments of a file: each block, and each run of lines. */
function commentsOf(text: string): readonly string[] {
  return text.match(/\/\*[\s\S]*?\*\/|(?:^[^\S\n]*\/\/.*\n?)+|\/\/.*/gm) ?? [];
}

const assumed = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .flatMap((path) => commentsOf(readFileSync(join(folder, path), "utf8")).map((comment) => ({ path, comment })))
  .filter(({ comment }) => /\[[IKP]\]/.test(comment));

test("every assumption about Excel that no document of Microsoft's settles names the probe that does", () => {
  expect(assumed.length).toBeGreaterThan(40);
  const unnamed = assumed.filter(({ comment }) => !/\b[PH]\d+\b/.test(comment));
  expect(unnamed).toEqual([]);
});

test("every probe that a comment names is there", () => {
  const named = assumed.flatMap(({ path, comment }) =>
    (comment.match(/\b[PH]\d+\b/g) ?? []).map((id) => ({ path, id })),
  );
  expect(named.filter(({ id }) => !ids.has(id))).toEqual([]);
});

test("the list by hand has its twelve steps", () => {
  expect(byHand).toEqual(Array.from({ length: 12 }, (_, i) => `H${i + 1}`));
});
