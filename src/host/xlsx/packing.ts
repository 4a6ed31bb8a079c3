import { deflateSync, Inflate } from "fflate";

/** The deflate of a ZIP archive (RFC 1951): by a library that runs anywhere, or by what a program brings along. */
export interface Packing {
  /**
   * Unpacks to at most `size` bytes.
   *
   * @returns the bytes, or null where they would be more
   * @throws Error if the bytes are not deflated
   */
  readonly inflate: (packed: Uint8Array, size: number) => Uint8Array | null;
  /** Packs quickly (2) or small (6). */
  readonly deflate: (bytes: Uint8Array, level: 2 | 6) => Uint8Array;
}

/** Packed bytes handed to the decoder at a time: bounds what a lying entry can make it produce before it is stopped. */
const slice = 65_536;

/** Packs and unpacks in browsers and in Node. */
export const packingAnywhere: Packing = {
  inflate(packed, size) {
    const unpacked = new Uint8Array(size);
    let length = 0;
    const decoder = new Inflate((chunk) => {
      if (length + chunk.length <= size) unpacked.set(chunk, length);
      length += chunk.length;
    });
    for (let at = 0; at < packed.length && length <= size; at += slice) {
      decoder.push(packed.subarray(at, at + slice), at + slice >= packed.length);
    }
    return length > size ? null : unpacked.subarray(0, length);
  },
  deflate: (bytes, level) => deflateSync(bytes, { level }),
};
