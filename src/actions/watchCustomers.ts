import { type StopWatching, watchTable } from "../workbook/watchTable";

/** Tells of every edit in the customer table, so that nobody decides on figures that no longer hold. */
export function watchCustomers(tableId: string, onEdit: () => void): Promise<StopWatching> {
  return watchTable(tableId, onEdit);
}
