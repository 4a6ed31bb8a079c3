import { HostError } from "../errors";
import { crc32 } from "./crc32";
import type { FileLimits } from "./fileLimits";
import type { Packing } from "./packing";

/** A file of a ZIP archive as it lies there, packed. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: 0 | 8;
  readonly packed: Uint8Array;
  /** Bytes when unpacked, as declared. */
  readonly size: number;
  readonly crc: number;
  /** MS-DOS time (low 16 bits) and date (high 16 bits). */
  readonly modified: number;
}

/**
 * Lists the files of an archive from its central directory, in the order in which they lie there. Nothing is unpacked:
 * every limit is checked on the declared sizes first, and `unzip` holds each file to its declared size.
 *
 * Source: PKWARE APPNOTE 6.3, sections 4.3.12 (central directory), 4.3.14 and 4.5.3 (Zip64).
 *
 * @throws {HostError} `file-too-large` beyond a limit, `file-encrypted`, or `not-a-workbook` if this is no ZIP archive
 */
export function readZip(bytes: Uint8Array, limits: FileLimits): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start } = findDirectory(view);
  if (count > limits.entries) throw tooLarge(`${count} parts, ${limits.entries} at most`);
  const found: { entry: ZipEntry; at: number }[] = [];
  const names = new Set<string>();
  let at = start;
  let unpacked = 0;
  for (let i = 0; i < count; i++) {
    const { entry, offset, next } = readHeader(bytes, view, at);
    at = next;
    // Folders are no parts, and neither is what would leave the package's folder when somebody unpacks it.
    if (entry.name.endsWith("/") || /(?:^|\/)\.\.?(?:\/|$)|^[A-Za-z]:|^\/|\u0000/.test(entry.name)) continue;
    if (names.has(entry.name.toLowerCase())) throw damaged(`two parts named ${entry.name}`);
    names.add(entry.name.toLowerCase());
    unpacked += entry.size;
    if (unpacked > limits.unpacked) throw tooLarge(`more than ${limits.unpacked} bytes unpacked`);
    if (entry.size > limits.part) throw tooLarge(`${entry.name} has ${entry.size} bytes, ${limits.part} at most`);
    if (entry.size >= limits.ratioFrom && entry.size > limits.ratio * entry.packed.length) {
      throw tooLarge(`${entry.name} unpacks to more than ${limits.ratio} times its size`);
    }
    found.push({ entry, at: offset });
  }
  return found.sort((a, b) => a.at - b.at).map(({ entry }) => entry);
}

/** Unpacks one file, never beyond its declared size, and checks it against its checksum. */
export function unzip(entry: ZipEntry, packing: Packing): Uint8Array {
  const bytes = entry.method === 0 ? entry.packed : inflate(entry, packing);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc)
    throw damaged(`${entry.name} does not match its checksum`);
  return bytes;
}

function inflate({ name, packed, size }: ZipEntry, packing: Packing): Uint8Array {
  let unpacked: Uint8Array | null;
  try {
    unpacked = packing.inflate(packed, size);
  } catch {
    throw damaged(`${name} cannot be unpacked`);
  }
  if (unpacked === null) throw tooLarge(`${name} unpacks to more than the ${size} bytes it declares`);
  return unpacked;
}

interface Header {
  readonly entry: ZipEntry;
  /** Where the entry's local header lies. */
  readonly offset: number;
  readonly next: number;
}

function readHeader(bytes: Uint8Array, view: DataView, at: number): Header {
  if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged("its list of parts is cut off");
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > bytes.length) throw damaged("its list of parts is cut off");
  // Part names are ASCII or percent-encoded in OPC; UTF-8 reads both those and what lax writers put there.
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll("\\", "/");
  if (flags & 1)
    throw new HostError("file-encrypted", `readXlsx requires a workbook without a password: ${name} is encrypted`);
  if (method !== 0 && method !== 8) throw damaged(`${name} is packed by method ${method}`);
  const wide = zip64(view, at, at + 46 + nameLength, extraLength);
  const start = dataStart(bytes, view, wide.offset, name);
  if (start + wide.packed > bytes.length) throw damaged(`${name} is cut off`);
  const packed = bytes.subarray(start, start + wide.packed);
  const entry: ZipEntry = {
    name,
    method,
    packed,
    size: wide.size,
    crc: view.getUint32(at + 16, true),
    modified: view.getUint32(at + 12, true),
  };
  return { entry, offset: wide.offset, next };
}

/** Sizes and offset of a central header, from its Zip64 field where the 32-bit ones are full. */
function zip64(
  view: DataView,
  at: number,
  extra: number,
  extraLength: number,
): { size: number; packed: number; offset: number } {
  const sizes = {
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  for (let field = extra; field + 4 <= extra + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let value = field + 4;
    for (const key of ["size", "packed", "offset"] as const) {
      if (sizes[key] !== 0xffffffff) continue;
      if (value + 8 > extra + extraLength) throw damaged("its list of parts is broken");
      sizes[key] = Number(view.getBigUint64(value, true));
      value += 8;
    }
  }
  return sizes;
}

function dataStart(bytes: Uint8Array, view: DataView, offset: number, name: string): number {
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50)
    throw damaged(`${name} is not where it should be`);
  return offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
}

function findDirectory(view: DataView): { count: number; start: number } {
  // The end record is 22 bytes and a comment of up to 65,535.
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (count !== 0xffff && start !== 0xffffffff) return { count, start };
    if (at < 20 || view.getUint32(at - 20, true) !== 0x07064b50) return { count, start };
    const wide = Number(view.getBigUint64(at - 12, true));
    if (wide + 56 > view.byteLength || view.getUint32(wide, true) !== 0x06064b50)
      throw damaged("its list of parts is missing");
    return { count: Number(view.getBigUint64(wide + 32, true)), start: Number(view.getBigUint64(wide + 48, true)) };
  }
  throw damaged("it is no ZIP archive or is cut off");
}

function damaged(why: string): HostError {
  return new HostError("not-a-workbook", `readXlsx requires a whole .xlsx file: ${why}`);
}

function tooLarge(why: string): HostError {
  return new HostError("file-too-large", `readXlsx requires a file within its limits: ${why}`);
}
