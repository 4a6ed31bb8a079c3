import { createHash } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const all = (...folders) => folders.map((folder) => `test/${folder}/**/*.test.ts`);
/** Of the tests that write those that try most in least time. */
const quick = [
  ...all("actions/undo", "actions/writing"),
  "test/actions/{runPlan,recovery,owners,changingLists,severalSegmentations,surroundings,formulasKept}.test.ts",
  "test/safety/{guards,putBack}.test.ts",
];
/** What is mutated, and the tests that are to notice. More of them would notice more, and take hours. */
const rooms = {
  methods: { source: "src/methods", tests: all("methods", "engine", "golden") },
  engine: { source: "src/engine", tests: all("methods", "engine", "golden") },
  writing: { source: "src/actions/writing", tests: quick },
  workbook: { source: "src/workbook", tests: [...all("workbook"), ...quick] },
};
const { room: name = "methods", sample, seed } = JSON.parse(process.env.TIERBOOK_MUTATION ?? "{}");
const room = rooms[name];
if (!room) throw new Error(`room must be one of ${Object.keys(rooms).join(", ")}, not ${name}`);

const { jest } = JSON.parse(readFileSync("package.json", "utf8"));
const node = jest.projects.find(({ displayName }) => displayName === "node");
const testMatch = room.tests.map((tests) => `<rootDir>/${tests}`);

/** Stryker tries every mutant of a range of code; of a sample only those that are drawn, and the others are ignored. */
if (sample !== undefined) {
  const stryker = createRequire(realpathSync(process.argv[1]));
  const { Instrumenter } = await import(pathToFileURL(stryker.resolve("@stryker-mutator/instrumenter")).href);
  const { instrument } = Instrumenter.prototype;
  Instrumenter.prototype.instrument = async function (...given) {
    const made = await instrument.apply(this, given);
    for (const mutant of shuffled(made.mutants, seed).slice(sample)) {
      mutant.status ??= "Ignored";
      mutant.statusReason ??= "not drawn";
    }
    return made;
  };
}

export default {
  mutate: [`${room.source}/**/*.ts`],
  testRunner: "jest",
  jest: { projectType: "custom", config: { ...node, testMatch } },
  coverageAnalysis: "perTest",
  // swc reads no tsconfig, so that Stryker need not rewrite one, which takes a TypeScript beside it.
  tsconfigFile: "none",
  ignoreStatic: true,
  concurrency: 1,
  timeoutMS: 60_000,
  dryRunTimeoutMinutes: 60,
  tempDirName: ".cache/stryker",
  ignorePatterns: ["dist", "assets", "coverage", ".cache"],
  reporters: ["clear-text", "progress-append-only", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportScoreTable: false },
  jsonReporter: { fileName: `.cache/mutation-${name}.json` },
};

/** In an order that a seed gives, whatever is read first: each is known by where it is and what it does. */
function shuffled(mutants, by) {
  const keyed = mutants.map((mutant) => {
    const { fileName, location, mutatorName, replacement } = mutant;
    const { start, end } = location;
    const place = [start.line, start.column, end.line, end.column];
    const name = JSON.stringify([by, fileName.replace(process.cwd(), ""), place, mutatorName, replacement]);
    return { mutant, key: createHash("sha256").update(name).digest("hex") };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ mutant }) => mutant);
}
