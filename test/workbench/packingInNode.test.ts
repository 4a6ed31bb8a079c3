import { packingAnywhere, type Packing } from "../../src/host/xlsx/packing";
import { packingInNode } from "../../src/workbench/headless/packingInNode";

const both: readonly (readonly [string, Packing])[] = [
  ["anywhere", packingAnywhere],
  ["in Node", packingInNode],
];
/** Repeats itself, so that it packs, over more than one slice of packed bytes. */
const bytes = Uint8Array.from({ length: 3_000_000 }, (_, i) => (i % 7 === 0 ? (i * i) % 251 : i % 13));

describe.each(both)("the packing %s", (_, packing) => {
  test.each(both)("is read by the packing %s", (__, other) => {
    for (const level of [2, 6] as const) {
      const packed = packing.deflate(bytes, level);
      expect(packed.length).toBeLessThan(bytes.length);
      const unpacked = other.inflate(packed, bytes.length);
      expect(unpacked !== null && Buffer.compare(unpacked, bytes)).toBe(0);
    }
  });

  test("unpacks no more than it may", () => {
    const packed = packing.deflate(bytes, 6);
    expect(packing.inflate(packed, bytes.length - 1)).toBeNull();
    expect(packing.inflate(packing.deflate(new Uint8Array(0), 6), 0)).toHaveLength(0);
  });

  test("tells bytes that are not packed from packed ones", () => {
    expect(() => packing.inflate(Uint8Array.of(0xff, 0xff, 0xff, 0xff), 100)).toThrow();
  });
});
