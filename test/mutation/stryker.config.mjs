import { readFileSync } from "node:fs";

/** What is mutated, and the tests that are to notice. Tests of other rooms notice more, and take hours. */
const rooms = {
  methods: { source: "src/methods", tests: ["methods", "engine", "golden"] },
  engine: { source: "src/engine", tests: ["methods", "engine", "golden"] },
  writing: { source: "src/actions/writing", tests: ["actions", "safety"] },
  workbook: { source: "src/workbook", tests: ["workbook", "actions"] },
};
/** `TIERBOOK_ROOM=engine npm run mutation`; a part of it by `-- --mutate src/engine/compareRuns.ts`. */
const room = rooms[process.env.TIERBOOK_ROOM ?? "methods"];

const { jest } = JSON.parse(readFileSync("package.json", "utf8"));
const node = jest.projects.find(({ displayName }) => displayName === "node");
const testMatch = room.tests.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`);

export default {
  mutate: [`${room.source}/**/*.ts`],
  testRunner: "jest",
  jest: { projectType: "custom", config: { ...node, testMatch } },
  coverageAnalysis: "perTest",
  // swc reads no tsconfig, so that Stryker need not rewrite one, which takes a TypeScript beside it.
  tsconfigFile: "none",
  ignoreStatic: true,
  concurrency: 1,
  timeoutMS: 20_000,
  tempDirName: ".cache/stryker",
  ignorePatterns: ["dist", "assets", "coverage", ".cache"],
  reporters: ["clear-text", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false },
  thresholds: { high: 95, low: 90, break: 85 },
};
