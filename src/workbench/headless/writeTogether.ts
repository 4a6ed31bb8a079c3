import { copyFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { Failure } from "../../failure";

/** A file to be written, whole or not at all. */
export interface FileToWrite {
  readonly path: string;
  readonly content: Uint8Array | string;
}

/**
 * Writes files beside their places first and moves them there when all are written, so that a full disk or a missing
 * folder leaves no half of anything. If one cannot be moved, those before it get back what they held.
 *
 * @throws {Failure} `file-not-written`, naming the file
 */
export function writeTogether(files: readonly FileToWrite[]): void {
  const moved: FileToWrite[] = [];
  let at = files[0];
  try {
    for (const file of files) {
      at = file;
      requireReplaceable(file);
      writeFileSync(beside(file), file.content);
    }
    for (const file of files) {
      at = file;
      if (isThere(file.path)) copyFileSync(file.path, former(file));
      renameSync(beside(file), file.path);
      moved.push(file);
    }
    for (const file of files) rmSync(former(file), { force: true });
  } catch (error) {
    for (const file of moved.reverse()) putBack(file);
    for (const file of files) {
      rmSync(beside(file), { force: true });
      rmSync(former(file), { force: true });
    }
    throw new Failure("file-not-written", `${at?.path ?? "file"} cannot be written`, {
      ...(at === undefined ? {} : { subject: at.path }),
      cause: error,
    });
  }
}

const beside = ({ path }: FileToWrite): string => `${path}.${process.pid}.part`;
const former = ({ path }: FileToWrite): string => `${path}.${process.pid}.former`;
const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

/** Moving a file over another asks nobody whether that one is marked read-only, or is a folder. */
function requireReplaceable({ path }: FileToWrite): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there && (!there.isFile() || (there.mode & 0o222) === 0)) {
    throw new Error(`writeTogether requires a file that may be replaced, got ${path}`);
  }
}

function putBack(file: FileToWrite): void {
  if (isThere(former(file))) renameSync(former(file), file.path);
  else rmSync(file.path, { force: true });
}
