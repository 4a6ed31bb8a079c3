/** Which layer may import which. One row per layer; anything not listed is forbidden. */
const layers = {
  // pure: no DOM, no host, no clock, no randomness
  methods: [],
  table: [],
  register: [],
  sample: [],
  text: [],
  // one folder per method; which of its files may import what stands below
  segmentations: ["methods", "table"],
  plan: ["segmentations", "table"],
  policy: ["plan", "segmentations"],
  engine: ["methods", "plan", "segmentations", "table"],
  reports: ["engine", "plan", "policy", "register", "segmentations", "table", "text"],
  // effects
  worker: ["engine", "plan", "segmentations", "table"],
  workbook: ["reports", "table"],
  actions: [
    "engine",
    "methods",
    "plan",
    "policy",
    "register",
    "reports",
    "sample",
    "segmentations",
    "table",
    "text",
    "workbook",
    "worker",
  ],
  // faces
  taskpane: ["actions", "plan", "segmentations", "text"],
  commands: ["actions"],
  functions: ["methods"],
  // the stand-in for Excel, which could be a package of its own
  host: [],
  // the page and the headless run; never in the add-in
  workbench: ["actions", "engine", "host", "plan", "sample", "segmentations", "table", "text"],
};

/** What a face may name in a type without importing its code. */
const types = {
  // What a method finds is told in the words of the layers that use it.
  segmentations: ["engine", "plan", "policy"],
  taskpane: ["engine", "policy", "register", "reports", "table", "workbook"],
};

/** Packages per layer; the workbench may take any. */
const packages = {
  methods: ["simple-statistics"],
  plan: ["zod"],
  segmentations: ["zod"],
  // The journal is read back from the workbook, so it is checked as the plan is.
  actions: ["zod"],
  taskpane: ["react", "react-dom", "@fluentui/react-components"],
  host: ["fflate", "@xmldom/xmldom", "numfmt"],
};

/** Wires its layers together: the one file of a face that may import them all. */
const wiring = "^src/[a-z]+/main\\.tsx?$";
/** Where a bundle or a command begins. */
const entries =
  "(^src/[a-z]+/main|^src/worker/worker|^src/commands/commands|^src/functions/functions|^src/workbench/(hostWorker|start|segment|sample/makeSample|[a-zA-Z]+Entry))\\.tsx?$";

const either = (names) => (names.length === 0 ? "nothing" : names.join("|"));
const error = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    error(
      "no-circular",
      "Two files that need each other at run time are one idea or three; types may name each other.",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    error("no-orphans", "A file that nobody imports.", { orphan: true, pathNot: `${entries}|\\.d\\.ts$|\\.json$` }, {}),
    error("not-to-test", "Tests know the code, not the other way round.", { path: "^src" }, { path: "^test" }),
    error("not-to-unresolvable", "An import that leads nowhere.", {}, { couldNotResolve: true }),
    error(
      "not-to-dev-dep",
      "What ships stands in dependencies; host and workbench do not ship.",
      { path: "^src", pathNot: "^src/(host|workbench)/" },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    ),
    error(
      "no-node",
      "The add-in runs in a browser.",
      { path: "^src", pathNot: "^src/(workbench/|host/transports/)" },
      { dependencyTypes: ["core"] },
    ),
    error(
      "failure-alone",
      "Open to all layers, so it knows none.",
      { path: "^src/failure\\.ts$" },
      { path: "^src/", pathNot: "^src/failure\\.ts$" },
    ),
    ...Object.entries(layers).map(([layer, allowed]) =>
      error(
        `${layer}-layer`,
        allowed.length === 0 ? `${layer} imports no other layer.` : `${layer} imports ${allowed.join(", ")} alone.`,
        { path: `^src/${layer}/`, pathNot: wiring },
        {
          path: "^src/",
          pathNot: `^src/(${layer === "host" ? "" : "failure\\.ts$|"}(${either([layer, ...allowed, ...(types[layer] ?? [])])})/)`,
        },
      ),
    ),
    ...Object.entries(types).map(([layer, named]) =>
      error(
        `${layer}-types`,
        `${layer} takes types alone from ${named.join(", ")}.`,
        { path: `^src/${layer}/`, pathNot: wiring },
        { path: `^src/(${either(named)})/`, dependencyTypesNot: ["type-only"] },
      ),
    ),
    error(
      "wiring",
      "Even the file that wires an add-in page takes nothing of the workbench or the host.",
      { path: "^src/(taskpane|commands|functions|worker)/" },
      { path: "^src/(host|workbench)/" },
    ),
    ...Object.keys(layers)
      .filter((layer) => layer !== "workbench")
      .map((layer) =>
        error(
          `${layer}-packages`,
          `${layer} uses ${either(packages[layer] ?? [])} of npm.`,
          { path: `^src/${layer}/` },
          { path: "node_modules/", pathNot: `node_modules/(${either([...(packages[layer] ?? []), "@types"])})/` },
        ),
      ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".d.ts", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "default", "types"],
    },
  },
};
