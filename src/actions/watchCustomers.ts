import { type StopWatching, watchTable } from "../workbook/watchTable";

/** Tells of every edit in a table of customers or of orders, so that nobody decides on figures that no longer hold. */
export function watchCustomers(tableId: string, onEdit: () => void): Promise<StopWatching> {
  return watchTable(tableId, onEdit);
}
