import { createRequire } from "node:module";
import webpack, { type Configuration, type MultiCompiler, type MultiStats } from "webpack";

/** Folders that a build fills: the add-in as it ships, and the workbench page around it. */
export interface BuiltFolders {
  readonly pane: string;
  readonly page: string;
}

/** The compiler of both, from `webpack.config.js`. */
export function workbenchCompiler({ pane, page }: BuiltFolders, mode: "production" | "development"): MultiCompiler {
  return webpack([configure({ out: pane }, { mode }), configure({ out: page, workbench: true }, { mode })]);
}

/** What went wrong in a build, as text for the terminal; null if nothing did. */
export function buildErrors(error: Error | null, stats: MultiStats | undefined): string | null {
  if (error) return error.stack ?? error.message;
  return stats?.hasErrors() ? stats.toString({ all: false, errors: true, colors: process.stdout.isTTY }) : null;
}

const configure = createRequire(__filename)("../../webpack.config.js") as (
  env: Readonly<Record<string, unknown>>,
  options: { readonly mode: "production" | "development" },
) => Configuration;
