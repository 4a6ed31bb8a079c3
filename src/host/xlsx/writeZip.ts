import type { ZipEntry } from "./readZip";

/** Writes an archive. Entries are copied as they are packed, so what nobody touched is not even repacked. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const named = entries.map((entry) => ({ ...entry, utf8: new TextEncoder().encode(entry.name) }));
  const local = named.reduce((sum, { utf8, packed }) => sum + 30 + utf8.length + packed.length, 0);
  const central = named.reduce((sum, { utf8 }) => sum + 46 + utf8.length, 0);
  const bytes = new Uint8Array(local + central + 22);
  const view = new DataView(bytes.buffer);
  let at = 0;
  let directory = local;
  for (const entry of named) {
    const { utf8, packed } = entry;
    view.setUint32(directory, 0x02014b50, true);
    view.setUint16(directory + 4, 20, true);
    writeCommon(view, directory + 6, entry, utf8.length);
    view.setUint32(directory + 42, at, true);
    bytes.set(utf8, directory + 46);
    directory += 46 + utf8.length;

    view.setUint32(at, 0x04034b50, true);
    writeCommon(view, at + 4, entry, utf8.length);
    bytes.set(utf8, at + 30);
    bytes.set(packed, at + 30 + utf8.length);
    at += 30 + utf8.length + packed.length;
  }
  view.setUint32(directory, 0x06054b50, true);
  view.setUint16(directory + 8, named.length, true);
  view.setUint16(directory + 10, named.length, true);
  view.setUint32(directory + 12, central, true);
  view.setUint32(directory + 16, local, true);
  return bytes;
}

/** The 26 bytes that a local and a central header share. Bit 11: names are UTF-8. */
function writeCommon(view: DataView, at: number, entry: ZipEntry, nameLength: number): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, 0x0800, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.modified, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, nameLength, true);
}
