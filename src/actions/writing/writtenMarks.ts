import { keysOf } from "../../engine/consolidate/consolidate";
import { markedKeys } from "../../engine/consolidate/markedKeys";
import type { KeptLabels } from "../../engine/keptLabels";
import type { Column } from "../../table/customerTable";
import { customerRowsBuilder } from "../../table/customerRows";
import type { Session } from "../../workbook/inExcel";
import { inTurns } from "../../workbook/inTurns";
import { keyMarks } from "../../workbook/keyMarks";
import { readColumns } from "../../workbook/readColumns";
import type { TableFacts } from "../../workbook/tableFacts";

/**
 * By row the mark under which kept labels know its customer: that of its key, or where customers were taken together
 * that of its client group. Where the column of client groups is gone, they know nobody in a group.
 */
export async function writtenMarks(
  session: Session,
  facts: TableFacts,
  { groupColumn }: KeptLabels,
  keys: Column,
): Promise<readonly string[]> {
  if (groupColumn === undefined || facts.columns.every(({ name }) => name !== groupColumn)) return keyMarks(keys);
  const [groups = null] = await readColumns(session, facts, [groupColumn]);
  const builder = customerRowsBuilder(keys, groups);
  await inTurns(keys.kinds.length, builder.add);
  const customers = builder.finish();
  const marks = await keyMarks(keysOf(keys.name, { count: customers.count, keys: markedKeys(customers) }));
  return Array.from(customers.of, (customer) => marks[customer] ?? "");
}
