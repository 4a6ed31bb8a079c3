import { HostError } from "../errors";
import type { FileLimits } from "./fileLimits";
import type { Packing } from "./packing";
import { readZip, unzip, type ZipEntry } from "./readZip";
import { attribute, childrenOf, parseXml } from "./xmlTree";

/** The parts of an .xlsx file, still packed. */
export interface Package {
  /** In the order of the file. */
  readonly entries: readonly ZipEntry[];
  /** By name in lower case, for part names are compared without case. */
  readonly byName: ReadonlyMap<string, ZipEntry>;
  readonly packing: Packing;
  /** Bytes of parts that may still be read, so that no part is read over and over. */
  readonly budget: { bytes: number };
}

export interface Relationship {
  readonly id: string;
  /** Last word of the type, e.g. "worksheet": the same in the transitional and the strict standard. */
  readonly type: string;
  /** Path of the part, or the address as written where `external`. */
  readonly target: string;
  readonly external: boolean;
}

/**
 * Opens the archive and says plainly what a file is that is none.
 *
 * @throws {HostError} `not-a-workbook`, `file-encrypted`, `file-xls` or `file-too-large`
 */
export function openPackage(bytes: Uint8Array, limits: FileLimits, packing: Packing): Package {
  if (bytes.length > limits.file) {
    throw new HostError(
      "file-too-large",
      `readXlsx requires a file of up to ${limits.file} bytes, got ${bytes.length}`,
    );
  }
  refuseCompoundFile(bytes);
  const entries = readZip(bytes, limits);
  // Small parts are read for the sake of many others; of large ones none is needed more than a few times.
  const readable = limits.reading * entries.reduce((sum, { size }) => sum + size, 0) + 10_000_000;
  return {
    entries,
    byName: new Map(entries.map((entry) => [entry.name.toLowerCase(), entry])),
    packing,
    budget: { bytes: readable },
  };
}

export function hasPart(source: Package, path: string): boolean {
  return source.byName.has(path.toLowerCase());
}

/** A part as text, without a byte order mark. */
export function partText(source: Package, path: string): string {
  return decode(partBytes(source, path));
}

/** A part as it lies in the file, unpacked. */
export function partBytes(source: Package, path: string): Uint8Array {
  const entry = source.byName.get(path.toLowerCase());
  if (!entry) throw new HostError("not-a-workbook", `readXlsx requires a whole .xlsx file: ${path} is missing`);
  if ((source.budget.bytes -= entry.size) < 0)
    throw new HostError("file-too-large", `readXlsx requires parts of their own: ${path} is used over and over`);
  return unzip(entry, source.packing);
}

/** Path of the relationships of a part; of the package itself for "". */
export function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf("/") + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

/** Relationships of a part, or none where the file has none. */
export function relationshipsOf(source: Package, path: string): Relationship[] {
  const at = relationshipsPath(path);
  return hasPart(source, at) ? readRelationships(partText(source, at), path) : [];
}

/** Reads a relationships part; targets become paths within the package. */
export function readRelationships(text: string, path: string): Relationship[] {
  return childrenOf(parseXml(text), "Relationship").map((element) => {
    const type = attribute(element, "Type") ?? "";
    const target = attribute(element, "Target") ?? "";
    const external = attribute(element, "TargetMode") === "External";
    return {
      id: attribute(element, "Id") ?? "",
      type: type.slice(type.lastIndexOf("/") + 1),
      target: external ? target : resolvePath(path, target),
      external,
    };
  });
}

/** A target relative to a part, or absolute, as a path without a leading slash. */
export function resolvePath(from: string, target: string): string {
  const whole = target.startsWith("/") ? target : `/${from.slice(0, from.lastIndexOf("/") + 1)}${target}`;
  const steps: string[] = [];
  for (const step of whole.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** The content type of a part, by its own entry or its extension. */
export function contentType(types: string, path: string): string | undefined {
  const root = parseXml(types);
  const own = childrenOf(root, "Override").find(
    (entry) => attribute(entry, "PartName")?.toLowerCase() === `/${path}`.toLowerCase(),
  );
  const extension = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  const general = childrenOf(root, "Default").find(
    (entry) => attribute(entry, "Extension")?.toLowerCase() === extension,
  );
  return attribute(own ?? general, "ContentType");
}

/** Text of a part by its byte order mark, by the look of its first letters, or as it says of itself. Source: XML 1.0, appendix F. */
function decode(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const wide = (a === 0xff && b === 0xfe) || (a === 0x3c && b === 0) ? "utf-16le" : "utf-16be";
  if (a === 0xff || a === 0xfe || a === 0 || b === 0) return new TextDecoder(wide).decode(bytes);
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? "utf-8";
  // A part of single bytes that calls itself UTF-16 was rewritten by somebody who left its first line as it was.
  const narrow = /^utf-?16|^ucs|^iso-10646/i.test(declared) ? "utf-8" : declared;
  try {
    return new TextDecoder(narrow).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** Password-protected workbooks and .xls files are both OLE compound files. Source: [MS-CFB] 2.2, [MS-OFFCRYPTO] 2.3.4.4. */
function refuseCompoundFile(bytes: Uint8Array): void {
  if (!compoundFile.every((byte, i) => bytes[i] === byte)) return;
  if (holdsName(bytes, "EncryptedPackage")) {
    throw new HostError("file-encrypted", "readXlsx requires a workbook without a password");
  }
  if (!holdsName(bytes, "Workbook") && !holdsName(bytes, "Book"))
    throw new HostError("not-a-workbook", "readXlsx requires an .xlsx file: this is another old Office file");
  throw new HostError("file-xls", "readXlsx requires an .xlsx file: this is an .xls of Excel 97–2003");
}

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Whether a stream of that very name is listed: names stand in UTF-16, ended by zero, at the start of 128-byte directory entries. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  for (let at = 512; at + 2 * name.length <= bytes.length; at += 128) {
    let i = 0;
    while (i < name.length && bytes[at + 2 * i] === name.charCodeAt(i) && bytes[at + 2 * i + 1] === 0) i++;
    if (i === name.length && !bytes[at + 2 * i] && !bytes[at + 2 * i + 1]) return true;
  }
  return false;
}
