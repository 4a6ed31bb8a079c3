import { seenLinesBuilder, type SeenLines } from "../../engine/seenLines";
import { inTurns } from "../../workbook/inTurns";
import type { ReadLines } from "../orders/readOrders";
import type { RestlessOrders } from "../orders/requireSameOrders";

/**
 * What the lines of orders hold by which a plan classifies.
 *
 * @param restless - the columns whose formulas never rest; none where nobody asked
 */
export async function seenOrders(
  orders: readonly ReadLines[],
  restless: RestlessOrders = new Map(),
): Promise<readonly SeenLines[]> {
  const seen: SeenLines[] = [];
  for (const read of orders) {
    const builder = seenLinesBuilder(read.table.name, read.hashes, restless.get(read) ?? []);
    await inTurns(read.hashes.lines, builder.add);
    seen.push(builder.finish());
  }
  return seen;
}
