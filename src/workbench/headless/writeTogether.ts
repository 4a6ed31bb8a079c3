import { renameSync, rmSync, writeFileSync } from "node:fs";
import { Failure } from "../../failure";

/** A file to be written, whole or not at all. */
export interface FileToWrite {
  readonly path: string;
  readonly content: Uint8Array | string;
}

/**
 * Writes files beside their places first and moves them there when all are written, so that a full disk or a missing
 * folder leaves no half of anything.
 *
 * @throws {Failure} `access-denied`, naming the file
 */
export function writeTogether(files: readonly FileToWrite[]): void {
  const beside = ({ path }: FileToWrite): string => `${path}.${process.pid}.part`;
  let at = files[0];
  try {
    for (const file of files) {
      at = file;
      writeFileSync(beside(file), file.content);
    }
    for (const file of files) {
      at = file;
      renameSync(beside(file), file.path);
    }
  } catch (error) {
    for (const file of files) rmSync(beside(file), { force: true });
    throw new Failure("access-denied", `${at?.path ?? "file"} cannot be written`, {
      ...(at === undefined ? {} : { subject: at.path }),
      cause: error,
    });
  }
}
