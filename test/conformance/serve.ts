import { join, resolve } from "node:path";
import { localCertificate } from "../../src/workbench/certificate";
import { serveWorkbench } from "../../src/workbench/server";

/** `npm run selfcheck`, after its build: serves the page of the self-check to the Excel of this machine. */
async function serve(): Promise<void> {
  const root = resolve(__dirname, "../..");
  const certificate = await localCertificate(join(root, ".cache", "workbench"));
  const { url } = await serveWorkbench([{ path: join(root, ".cache", "selfcheck"), headers: [] }], certificate, 3000);
  process.stdout.write(
    `The self-check is at ${url}selfcheck.html. Sideload test/conformance/selfcheck.manifest.xml; Ctrl+C stops it.\n`,
  );
}

void serve();
