import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import type { parts } from "./part";

const megabyte = 1024 * 1024;
/** As `npm run segment` has them: with more room for short-lived objects a large run takes 15 % less time. */
const segmentFlags = ["--max-semi-space-size=64"];

/**
 * Runs a part of the bench in a process of its own.
 *
 * @param memory - its limit in megabytes
 * @returns what the part gives; null if it failed, which is printed
 */
export function ownProcess<Result>(
  memory: number,
  name: keyof typeof parts,
  ...args: readonly string[]
): Result | null {
  const tsx = pathToFileURL(require.resolve("tsx")).href;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      `--max-old-space-size=${memory}`,
      ...(name.startsWith("headless") ? segmentFlags : []),
      "--import",
      tsx,
      require.resolve("./part"),
      name,
      ...args,
    ],
    { encoding: "utf8", maxBuffer: 64 * megabyte },
  );
  if (status === 0) return JSON.parse(stdout.slice(stdout.lastIndexOf("\n") + 1)) as Result;
  console.log(`\n${[name, ...args].join(" ")} was not measured: ${stderr.trim().split("\n").slice(-3).join(" | ")}`);
  return null;
}
