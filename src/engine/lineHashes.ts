import type { Column } from "../table/customerTable";
import { plainHash, stirred } from "./cellHash";

/** Hashes of the cells of lines, in the order of the sheet: to tell later which of them hold something else. */
export interface LineHashes {
  readonly lines: number;
  readonly names: readonly string[];
  /** Column by column, in the order of the names. */
  readonly cells: readonly Int32Array[];
  /** Of whole lines. */
  readonly whole: Uint32Array;
}

/** Looks at lines one by one, so that whoever looks may pause. */
export interface LineHashesBuilder {
  /** Looks at one line. Call it once for each. */
  add(line: number): void;
  /** Call once, after the last line. */
  finish(): LineHashes;
}

export function lineHashesBuilder(columns: readonly Column[], lines: number): LineHashesBuilder {
  const cells = columns.map(() => new Int32Array(lines));
  const whole = new Uint32Array(lines);
  return {
    add(line) {
      let hash = 0;
      for (let i = 0; i < columns.length; i++) {
        const cell = plainHash(columns[i]!, line);
        cells[i]![line] = cell;
        hash = stirred(Math.imul(hash ^ cell, 0x9e3779b1) + i);
      }
      whole[line] = hash;
    },
    finish: () => ({ lines, names: columns.map(({ name }) => name), cells, whole }),
  };
}
