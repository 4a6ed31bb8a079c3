import { join, resolve } from "node:path";
import { buildErrors, workbenchCompiler } from "../../src/workbench/build";
import { localCertificate } from "../../src/workbench/certificate";
import { serveWorkbench, workbenchHeaders, type ServedFolder } from "../../src/workbench/server";
import { findBrowser } from "./findBrowser";

/**
 * Builds the add-in and the workbench as they ship and serves them for all browser tests: at `TIERBOOK_E2E_URL` the
 * workbench, with the shipped files from the folder `TIERBOOK_E2E_PANE`, at `TIERBOOK_PROBE_URL` the workbench with the probe of `fixtures/` in the pane's place. Where the first
 * is set already, the tests use what is served there.
 */
export default async function setup(): Promise<void> {
  process.env["TIERBOOK_BROWSER"] = findBrowser();
  if (process.env["TIERBOOK_E2E_URL"]) return;
  const cache = join(resolve(__dirname, "../.."), ".cache", "e2e");
  const folders = { pane: join(cache, "pane"), page: join(cache, "page") };
  await new Promise<void>((built, failed) => {
    const compiler = workbenchCompiler(folders, "production");
    compiler.run((error, stats) => {
      const errors = buildErrors(error, stats);
      if (errors === null) built();
      else failed(new Error(errors));
    });
  });
  const certificate = await localCertificate(cache);
  process.env["TIERBOOK_E2E_PANE"] = folders.pane;
  const page = { path: folders.page, headers: workbenchHeaders };
  const pane = { path: folders.pane };
  const probe = { path: join(__dirname, "fixtures"), headers: [] };
  process.env["TIERBOOK_E2E_URL"] = await served([page, pane]);
  process.env["TIERBOOK_PROBE_URL"] = await served([page, probe, pane]);

  async function served(folders: readonly ServedFolder[]): Promise<string> {
    const server = await serveWorkbench(folders, certificate, 0);
    server.unref(); // it serves as long as there are tests
    return server.url;
  }
}
