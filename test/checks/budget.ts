import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bundleReport, kilobytes, type NamedText } from "./bundleReport";

/** Prints what a user downloads and ends the process with 1 when it is too much or not ours to ship. */
function checkBudget(): void {
  const { bundles, problems } = bundleReport(filesOf("dist"), filesOf("src"));
  for (const { name, files, gzip, limit } of bundles) {
    for (const file of files) console.log(`  ${kilobytes(file.gzip).padStart(9)}  ${file.path}`);
    console.log(`${kilobytes(gzip).padStart(11)}  ${name}, of ${kilobytes(limit)} gzip\n`);
  }
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}

function filesOf(folder: string): readonly NamedText[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path: path.slice(folder.length + 1).replaceAll("\\", "/"), text: readFileSync(path, "latin1") };
    });
}

checkBudget();
