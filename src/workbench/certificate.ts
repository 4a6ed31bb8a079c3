import { X509Certificate } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { generateCertificates } from "office-addin-dev-certs";

/**
 * A certificate for https://localhost: the machine's own one, which `npx office-addin-dev-certs install` makes and
 * lets the browser trust; else one made here without any network, for which the browser asks once.
 */
export async function localCertificate(cache: string): Promise<{ readonly key: Buffer; readonly cert: Buffer }> {
  const machine = join(homedir(), ".office-addin-dev-certs");
  if (isValid(machine)) return certificateIn(machine);
  const own = join(cache, "certificate");
  if (!isValid(own)) {
    rmSync(own, { recursive: true, force: true }); // the generator keeps an expired set
    await generateCertificates(join(own, "ca.crt"), join(own, "localhost.crt"), join(own, "localhost.key"));
  }
  return certificateIn(own);
}

function certificateIn(folder: string): { key: Buffer; cert: Buffer } {
  return { key: readFileSync(join(folder, "localhost.key")), cert: readFileSync(join(folder, "localhost.crt")) };
}

function isValid(folder: string): boolean {
  if (!["localhost.key", "localhost.crt"].every((name) => existsSync(join(folder, name)))) return false;
  return new Date(new X509Certificate(certificateIn(folder).cert).validTo) > new Date();
}
