import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bundleReport, kilobytes, type NamedText } from "./bundleReport";
import { hostingProblems } from "./hostingProblems";

/** Prints what a user downloads and ends the process with 1 when it is too much, not ours to ship or not to be hosted. */
function checkBudget(): void {
  const dist = filesOf("dist");
  const { bundles, problems } = bundleReport(dist, filesOf("src"));
  for (const { name, files, gzip, limit } of bundles) {
    for (const file of files) console.log(`  ${kilobytes(file.gzip).padStart(9)}  ${file.path}`);
    console.log(`${kilobytes(gzip).padStart(11)}  ${name}, of ${kilobytes(limit)} gzip\n`);
  }
  const all = [...problems, ...hostingProblems(dist)];
  for (const problem of all) console.error(problem);
  if (all.length > 0) process.exitCode = 1;
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
