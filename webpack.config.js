const { readFileSync } = require("node:fs");
const { join, resolve } = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { headersFile, officeJsAddress, paneHtml } = require("./hosting.cjs");

/** Where the manifest in the tree says the add-in lives; a build for elsewhere sets TIERBOOK_ORIGIN. */
const localOrigin = "https://localhost:3000";

/**
 * Without options: the add-in alone, into dist/.
 * `--env workbench`: the workbench page, into .cache/workbench/page, never part of what is shipped.
 * `--env selfcheck`: the page that asks a real Excel what the host assumes, into .cache/selfcheck, never shipped either.
 * `--env out=FOLDER`: any of them into another folder.
 */
module.exports = (env = {}, { mode = "production" } = {}) => {
  if (env.workbench) return workbench({ mode, out: env.out ?? ".cache/workbench/page" });
  if (env.selfcheck) return selfcheck({ mode, out: env.out ?? ".cache/selfcheck" });
  return addIn({
    mode,
    out: env.out ?? "dist",
    origin: env.origin ?? process.env.TIERBOOK_ORIGIN ?? localOrigin,
    officeJs: officeJsAddress(env.officeJs ?? process.env.TIERBOOK_OFFICE_JS),
  });
};

function addIn({ mode, out, origin, officeJs }) {
  return {
    ...common({ mode, out }),
    name: "add-in",
    entry: { taskpane: "./src/taskpane/main.tsx" },
    performance: false, // test/checks/budget.ts weighs what is loaded, as it travels
    optimization: {
      // The worker's file stands alone: its own Content-Security-Policy forbids it to import another.
      splitChunks: { chunks: ({ name }) => !workers.includes(name), cacheGroups: { vendor, fields } },
      chunkIds: "named", // what the parts of the pane share gets a name that says so
    },
    plugins: [
      new HtmlPlugin({
        templateContent: () => paneHtml(readFileSync("src/taskpane/taskpane.html", "utf8"), officeJs),
        filename: "taskpane.html",
        scriptLoading: "defer",
      }),
      new CopyPlugin({
        patterns: [
          { from: "assets/*.{png,svg,json,html}", globOptions: { ignore: ["**/screenshot.png"] } },
          {
            from: "assets/_headers",
            to: "_headers",
            toType: "file",
            transform: (text) => headersFile(text.toString(), officeJs),
          },
          { from: "manifest.xml", transform: (text) => withOrigin(text.toString(), origin) },
        ],
      }),
    ],
  };
}

function workbench({ mode, out }) {
  return {
    ...common({ mode, out }),
    name: "workbench",
    entry: { workbench: "./src/workbench/main.tsx" },
    performance: false,
    optimization: { splitChunks: false }, // the host's worker may not import a second file either
    plugins: [
      new HtmlPlugin({ template: "src/workbench/workbench.html", filename: "workbench.html", scriptLoading: "defer" }),
      new CopyPlugin({
        patterns: [{ from: "src/workbench/workbench.css" }, { from: "assets/icon-32.png", to: "assets/" }],
      }),
    ],
  };
}

function selfcheck({ mode, out }) {
  const page = "test/conformance/selfcheck";
  return {
    ...common({ mode, out }),
    name: "self-check",
    entry: { selfcheck: `./${page}.ts` },
    performance: false,
    plugins: [
      new HtmlPlugin({ template: `${page}.html`, filename: "selfcheck.html", scriptLoading: "defer" }),
      new CopyPlugin({ patterns: [{ from: "assets/icon-*.png" }] }),
    ],
  };
}

function common({ mode, out }) {
  return {
    mode,
    devtool: mode === "production" ? false : "source-map",
    output: { path: resolve(__dirname, out), filename: fileName, chunkFilename: fileName, publicPath: "", clean: true },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: { rules: [{ test: /\.tsx?$/, exclude: /node_modules/, use: { loader: "swc-loader", options: swc } }] },
    cache: mode === "production" ? false : { type: "filesystem", cacheDirectory: join(__dirname, ".cache", "webpack") },
  };
}

/** Workers stand in worker/, where the headers of `assets/_headers` shut them off from the network. */
function fileName({ chunk }) {
  return workers.includes(chunk?.name) ? "worker/[name].[contenthash:8].js" : "[name].[contenthash:8].js";
}

/** Names that the code gives its workers: `new Worker(url, { name })`. */
const workers = ["engine", "host"];

const vendor = { test: /[\\/]node_modules[\\/]/, name: "vendor", chunks: (chunk) => chunk.name === "taskpane" };

/** Small components of several parts: one copy for all, where each part would bring its own. */
const fields = {
  test: /[\\/]react-(link|textarea)[\\/]/,
  name: "fields",
  chunks: "async",
  minChunks: 2,
  enforce: true,
};

const swc = {
  jsc: {
    target: "es2022",
    parser: { syntax: "typescript", tsx: true },
    transform: { react: { runtime: "automatic" } },
  },
};

function withOrigin(manifest, origin) {
  const url = new URL(origin);
  if (url.protocol !== "https:")
    throw new Error("TIERBOOK_ORIGIN requires an https address, e.g. https://addins.example.com/tierbook");
  return manifest.replaceAll(localOrigin, origin.replace(/\/$/, ""));
}
