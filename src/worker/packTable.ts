import type { Plan } from "../plan/plan";
import { usedColumns } from "../plan/usedColumns";
import type { Column, CustomerTable } from "../table/customerTable";
import type { PackedColumn, PackedTable } from "./protocol";

/** Copies what the plan's methods read, so that the caller keeps its table and the copy can be handed over whole. */
export function packTable(plan: Plan, table: CustomerTable): PackedTable {
  const used = new Set(usedColumns(plan));
  return {
    name: table.name,
    rows: table.rows,
    keyColumn: table.columns.some(({ name }) => name === plan.keyColumn) ? plan.keyColumn : "",
    columns: table.columns.filter(({ name }) => used.has(name)).map(packColumn),
  };
}

function packColumn({ name, kinds, numbers, texts }: Column): PackedColumn {
  const rows: number[] = [];
  const found: string[] = [];
  for (let row = 0; row < texts.length; row++) {
    const text = texts[row];
    if (typeof text !== "string") continue;
    rows.push(row);
    found.push(text);
  }
  return { name, kinds: kinds.slice(), numbers: numbers.slice(), textRows: Uint32Array.from(rows), texts: found };
}

/** The table for the methods. Its key column is blank throughout unless a method reads it. */
export function unpackTable({ name, rows, keyColumn, columns }: PackedTable): CustomerTable {
  const unpacked = columns.map((column) => unpackColumn(column, rows));
  const keyIsThere = keyColumn === "" || columns.some((column) => column.name === keyColumn);
  if (!keyIsThere)
    unpacked.push({ name: keyColumn, kinds: new Uint8Array(rows), numbers: new Float64Array(), texts: [] });
  return { name, rows, columns: unpacked };
}

function unpackColumn({ name, kinds, numbers, textRows, texts }: PackedColumn, rows: number): Column {
  const all = new Array<string | null>(rows).fill(null);
  textRows.forEach((row, i) => (all[row] = texts[i] ?? null));
  return { name, kinds, numbers, texts: all };
}

/** The buffers of a packed table, to be handed over rather than copied. */
export function buffersOf({ columns }: PackedTable): ArrayBufferLike[] {
  return columns.flatMap(({ kinds, numbers, textRows }) => [kinds.buffer, numbers.buffer, textRows.buffer]);
}
