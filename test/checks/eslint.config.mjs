import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

// Patterns count from the folder the linter is started in: the repository, or the plants of `plants.test.ts`.
const root = process.cwd();

/** No DOM, no host, no clock, no randomness. The same folders stand in `tsconfig.pure.json`. */
const pureFolders = ["src/{methods,table,segmentations,plan,policy,register,engine,reports,sample,text}/**"];
const everything = ["src/**/*.{ts,tsx}", "test/**/*.{ts,tsx}"];

const officeGlobals = ["Excel", "Office", "OfficeExtension", "CustomFunctions", "OfficeRuntime"];
const onlyWorkbook = "Excel and Office are spoken to in src/workbook alone.";
const noOffice = officeGlobals.map((name) => ({ name, message: onlyWorkbook }));
const noNetwork = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "WebTransport", "RTCPeerConnection"].map(
  (name) => ({
    name,
    message: "Nothing leaves the machine: the add-in makes no network call.",
  }),
);

const style = [
  { selector: "ExportDefaultDeclaration", message: "Export by name, so that a rename is one rename." },
  { selector: "ExportSpecifier[exported.name='default']", message: "Export by name, so that a rename is one rename." },
  { selector: "TSEnumDeclaration", message: "Use a union of string literals." },
  { selector: "ExportAllDeclaration", message: "No barrels: import the module that has the idea." },
  { selector: "ExportNamedDeclaration[source]", message: "No barrels: import the module that has the idea." },
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: "Workbook text is untrusted: render it as text.",
  },
  {
    selector: "AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|srcdoc)$/]",
    message: "Workbook text is untrusted: set textContent.",
  },
  {
    selector: "CallExpression[callee.property.name=/^(insertAdjacentHTML|createContextualFragment|sendBeacon)$/]",
    message: "Workbook text is untrusted and stays here: build nodes, send nothing.",
  },
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]",
    message: "Build nodes.",
  },
];
const noOfficeTypes = {
  selector: `TSQualifiedName[left.name=/^(${officeGlobals.join("|")})$/]`,
  message: onlyWorkbook,
};
const noClock = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: "Time is an argument, so that the same plan and table give the same outcome.",
};
const noClass = {
  selector: "ClassDeclaration",
  message: "Data is readonly and functions are plain; the classes are Failure and HostError.",
};
const noExcelRun = { object: "Excel", property: "run", message: "Call inExcel, which reads Office errors." };
const sizes = (lines, linesOfFunction, complexity) => ({
  "max-lines": ["error", { max: lines, skipBlankLines: true, skipComments: true }],
  "max-lines-per-function": ["error", { max: linesOfFunction, skipBlankLines: true, skipComments: true }],
  complexity: ["error", complexity],
});
const off = (...rules) => Object.fromEntries(rules.map((rule) => [rule, "off"]));

export default tseslint.config(
  { ignores: ["dist", "coverage", "test/checks/plants", "test/golden/data"] },
  {
    files: ["**/*.{js,mjs,cjs}"],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: { process: "readonly", module: "writable", require: "readonly", __dirname: "readonly" },
    },
  },
  {
    files: everything,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: "tsconfig.json", tsconfigRootDir: root } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      ...sizes(300, 80, 20),
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
      "no-eval": "error",
      "no-new-func": "error",
      "no-script-url": "error",
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx", "hack"] }],
      "no-restricted-globals": ["error", ...noOffice, ...noNetwork],
      "no-restricted-syntax": ["error", ...style, noOfficeTypes, noClass],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/restrict-plus-operands": ["error", { allowNumberAndString: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-unnecessary-condition": [
        "error",
        { allowConstantLoopConditions: "only-allowed-literals" },
      ],
      // An arrow that calls for its effect is a plain arrow here; a void result confuses nobody.
      ...off("@typescript-eslint/no-confusing-void-expression"),
      // Ways to say the same: the writer's choice.
      ...off(
        "@typescript-eslint/non-nullable-type-assertion-style",
        "@typescript-eslint/prefer-optional-chain",
        "@typescript-eslint/prefer-for-of",
        "@typescript-eslint/consistent-type-definitions",
        "@typescript-eslint/no-unnecessary-type-parameters",
      ),
      // Without classes there is no `this` to lose.
      ...off("@typescript-eslint/unbound-method"),
      // The keys of a record of stored entries are data.
      ...off("@typescript-eslint/no-dynamic-delete"),
      // `name || fallback` is right where "" counts as no name.
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: { string: true } }],
      // Array<…> or …[] is prettier's and the writer's business.
      ...off("@typescript-eslint/array-type"),
    },
  },
  {
    files: ["src/**/*.ts"],
    rules: { "@typescript-eslint/explicit-module-boundary-types": "error" },
  },
  {
    files: pureFolders,
    rules: {
      "no-restricted-syntax": ["error", ...style, noOfficeTypes, noClass, noClock],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "Seeds are arguments." },
        { object: "Date", property: "now", message: "Time is an argument." },
      ],
    },
  },
  // Numeric loops and sparse grids index by a bound they have just checked.
  {
    files: ["src/{methods,engine,segmentations,table,workbook,host,workbench}/**", "test/**"],
    rules: off("@typescript-eslint/no-non-null-assertion"),
  },
  {
    files: ["src/{taskpane,workbench}/**/*.tsx"],
    extends: [jsxA11y.flatConfigs.recommended],
    plugins: { "react-hooks": reactHooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      // A component is one function with its markup in it.
      "max-lines-per-function": ["error", { max: 120, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ["src/workbook/**"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "no-restricted-globals": ["error", ...noNetwork],
      "no-restricted-syntax": ["error", ...style, noClass],
      "no-restricted-properties": ["error", noExcelRun],
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
    },
  },
  { files: ["src/workbook/inExcel.ts"], rules: off("no-restricted-properties") },
  // A dictionary is as long as what there is to say.
  {
    files: ["src/text/**"],
    rules: { "max-lines": ["error", { max: 600, skipBlankLines: true, skipComments: true }] },
  },
  // Excel's properties stand in tables whose type says what each returns.
  { files: ["src/host/objects/**"], rules: off("@typescript-eslint/explicit-module-boundary-types") },
  // The file format and the formula language are long tables of cases; splitting them further hides the table.
  { files: ["src/host/**"], rules: sizes(400, 120, 25) },
  { files: ["src/host/{xlsx,formulas,format,objects}/**"], rules: sizes(400, 150, 35) },
  {
    files: ["src/failure.ts", "src/host/errors.ts"],
    rules: { "no-restricted-syntax": ["error", ...style, noOfficeTypes] },
  },
  {
    files: ["src/workbench/**"],
    rules: { "no-restricted-globals": ["error", ...noOffice], "max-lines-per-function": ["error", { max: 120 }] },
  },
  // A separator that can be focused and a tab list with a roving focus are controls, which the plugin does not know.
  {
    files: ["src/workbench/**/*.{ts,tsx}"],
    rules: {
      complexity: ["error", 25],
      ...off("@typescript-eslint/explicit-module-boundary-types"),
    },
  },
  {
    files: ["src/workbench/**/*.tsx"],
    rules: off(
      "jsx-a11y/interactive-supports-focus",
      "jsx-a11y/no-noninteractive-element-interactions",
      "jsx-a11y/no-noninteractive-tabindex",
    ),
  },
  // What runs in a terminal speaks to the terminal.
  {
    files: ["src/workbench/{start,segment}.ts", "src/workbench/sample/**", "test/{bench,checks,e2e}/**"],
    rules: off("no-console"),
  },
  {
    files: ["test/**/*.{ts,tsx}"],
    rules: {
      ...sizes(500, 1000, 20),
      "no-restricted-globals": "off",
      "no-restricted-syntax": ["error", ...style.filter((rule) => !rule.selector.includes("HTML"))],
      // Tests look into answers, files and pages whose types are unknown, and say what they expect of them.
      ...off(
        "max-lines-per-function",
        "no-new-func", // the examples in the docstrings are run
        "@typescript-eslint/no-implied-eval",
        "@typescript-eslint/no-unsafe-argument",
        "@typescript-eslint/no-unsafe-assignment",
        "@typescript-eslint/no-unsafe-call",
        "@typescript-eslint/no-unsafe-member-access",
        "@typescript-eslint/no-unsafe-return",
        "@typescript-eslint/no-base-to-string", // cells hold text, numbers or errors; a test knows which
        "@typescript-eslint/require-await",
      ),
    },
  },
  // Jest calls the default export of a global setup.
  { files: ["test/e2e/setup.ts"], rules: off("no-restricted-syntax") },
);
