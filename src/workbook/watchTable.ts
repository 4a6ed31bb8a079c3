import { inExcel } from "./inExcel";

/** Ends the watching. */
export type StopWatching = () => Promise<void>;

/**
 * Tells of every edit in a table, by whomever, until it is stopped.
 *
 * @throws {Failure} what asking Excel for the event meets, e.g. a table that is gone
 */
export async function watchTable(tableId: string, onEdit: () => void): Promise<StopWatching> {
  const handler = await inExcel("table", async (session) => {
    const added = session.workbook.tables.getItem(tableId).onChanged.add(() => {
      onEdit();
      return Promise.resolve();
    });
    await session.sync();
    return added;
  });
  return async () => {
    handler.remove();
    await handler.context.sync();
  };
}
