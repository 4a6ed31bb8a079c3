import type { Session } from "./inExcel";

const longestName = 200;

/** A name that Excel takes for a table, made of any words: "2026 clients" → "T_2026_clients". */
export function tableNameOf(words: string): string {
  const plain = words
    .normalize("NFC")
    .replace(/[^\p{Letter}\p{Number}_.]+/gu, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, longestName);
  // A name must not begin with a digit, nor look like a cell: "A1", "R1C1", "C".
  const cell = /^[a-z]{1,3}\d+$|^r(\d*c\d*)?$|^c\d*$/iu.test(plain);
  return plain !== "" && /^\p{Letter}/u.test(plain) && !cell ? plain : `T_${plain}`;
}

/** The wanted name, with a number where a table or a defined name has it: they share their names, in any case. */
export async function freeTableName(session: Session, wanted: string): Promise<string> {
  const tables = session.workbook.tables.load("items/name");
  const names = session.workbook.names.load("items/name");
  await session.sync();
  const taken = new Set([...tables.items, ...names.items].map(({ name }) => name.toLowerCase()));
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}_${number}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
