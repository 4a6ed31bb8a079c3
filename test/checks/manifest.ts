import { existsSync, readFileSync } from "node:fs";
import { OfficeAddinManifest } from "office-addin-manifest";
import { manifestProblems } from "./manifestProblems";

/** Checks the manifests that are there, offline, and ends the process with 1 when one is unsound. */
async function checkManifests(): Promise<void> {
  const paths = ["manifest.xml", "dist/manifest.xml"].filter((path) => path === "manifest.xml" || existsSync(path));
  for (const path of paths) {
    const problems = manifestProblems(readFileSync(path, "utf8"), (file) =>
      existsSync(file) ? readFileSync(file) : null,
    );
    for (const problem of problems) console.error(`${path}: ${problem}`);
    if (problems.length > 0) process.exitCode = 1;
    // A second reader: the package that sideloads the add-in must understand the file as well.
    const { id, displayName, version } = await OfficeAddinManifest.readManifestFile(path);
    console.log(`${path}: ${displayName ?? "?"} ${version ?? "?"} (${id ?? "?"}), ${problems.length} problems`);
  }
}

void checkManifests();
