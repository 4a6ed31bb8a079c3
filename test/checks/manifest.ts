import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { OfficeAddinManifest } from "office-addin-manifest";
import { manifestProblems } from "./manifestProblems";

/** Checks the manifests that are there, offline, and ends the process with 1 when one is unsound. */
async function checkManifests(): Promise<void> {
  const paths = ["manifest.xml", "dist/manifest.xml"].filter((path) => path === "manifest.xml" || existsSync(path));
  for (const path of paths) {
    const folder = dirname(path);
    const problems = manifestProblems(readFileSync(path, "utf8"), (file) => siteFile(folder, file));
    for (const problem of problems) console.error(`${path}: ${problem}`);
    if (problems.length > 0) process.exitCode = 1;
    // A second reader: the package that sideloads the add-in must understand the file as well.
    const { id, displayName, version } = await OfficeAddinManifest.readManifestFile(path);
    console.log(`${path}: ${displayName ?? "?"} ${version ?? "?"} (${id ?? "?"}), ${problems.length} problems`);
  }
}

/** The site may live below its origin, as in https://addins.example.com/tierbook/assets/icon-16.png. */
function siteFile(folder: string, path: string): Uint8Array | null {
  const file = join(folder, path.slice(Math.max(0, path.indexOf("assets/"))));
  return existsSync(file) ? readFileSync(file) : null;
}

void checkManifests();
