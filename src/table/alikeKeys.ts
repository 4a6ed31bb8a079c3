import type { Column } from "./customerTable";
import { keyText } from "./keyText";

/** A look through a key column for keys that differ and yet look like one, row by row, so that whoever looks may pause. */
export interface AlikeKeys {
  /** Looks at one row. Call it once for each row, in their order. */
  add(row: number): void;
  /** The rows of such keys, those of one look on end: "007" and 7, "c1" and "C1", "Ｃ１" and "C 1". */
  rows(): readonly number[];
}

/** Each of them is a key of its own: nothing is merged, and people are told. */
export function alikeKeys(column: Column): AlikeKeys {
  const first = new Map<string, { readonly key: string; readonly row: number }>();
  const found = new Map<string, number[]>();
  return {
    add(row) {
      const key = keyText(column, row);
      if (key === "") return;
      const look = lookOf(key);
      const known = first.get(look);
      if (known === undefined) first.set(look, { key, row });
      else if (known.key !== key) {
        const rows = found.get(look);
        if (rows) rows.push(row);
        else found.set(look, [known.row, row]);
      }
    },
    rows: () => [...found.values()].flat(),
  };
}

function lookOf(key: string): string {
  return key
    .normalize("NFKC")
    .replace(/\s+/gu, "")
    .replace(/^0+(?=\d)/, "")
    .toLowerCase();
}
