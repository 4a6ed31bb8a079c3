import type { Column } from "../table/customerTable";
import { keyText } from "../table/keyText";
import { inTurns } from "./inTurns";
import { sha256 } from "./sha256";

/**
 * Tells one state of a table's customers from another: SHA-256 of the key column's name, the number of rows and the
 * keys in their order. Columns may come and go without changing it; a sorted, added or removed row changes it.
 */
export async function fingerprint(keys: Column): Promise<string> {
  const parts = [keys.name, String(keys.kinds.length)];
  // The length before each key keeps ["ab", "c"] apart from ["a", "bc"].
  await inTurns(keys.kinds.length, (row) => {
    const key = keyText(keys, row);
    parts.push(`${key.length}:${key}`);
  });
  return sha256(parts.join("\n"));
}
