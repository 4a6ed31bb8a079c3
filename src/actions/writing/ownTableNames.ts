import type { SheetDoc } from "../../reports/sheetDoc";
import type { Session } from "../../workbook/inExcel";

/** The names that tables and defined names take in the whole workbook, in lower case. */
export async function takenNames(session: Session): Promise<ReadonlySet<string>> {
  const tables = session.workbook.tables.load("items/name");
  const names = session.workbook.names.load("items/name");
  await session.sync();
  return new Set([...tables.items, ...names.items].map(({ name }) => name.toLowerCase()));
}

/**
 * A report whose tables have names that they can have: those they have already, and for new ones the wanted name, with
 * a number where a table of someone else's took it. Charts find their table by its block, so nothing else changes.
 */
export function withFreeTableNames(doc: SheetDoc, previous: SheetDoc | null, taken: ReadonlySet<string>): SheetDoc {
  const ours = new Map(
    (previous?.blocks ?? []).flatMap((block) => (block.kind === "table" ? [[block.id, block.name] as const] : [])),
  );
  return {
    ...doc,
    blocks: doc.blocks.map((block) =>
      block.kind === "table" ? { ...block, name: ours.get(block.id) ?? freeTableName(block.name, taken) } : block,
    ),
  };
}

function freeTableName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted}_${number}`;
  return name;
}
