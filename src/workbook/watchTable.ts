import { inExcel } from "./inExcel";

/** Ends the watching. */
export type StopWatching = () => Promise<void>;

/** A sheet's event comes with the table's own, before it or after it. In milliseconds. */
const apart = 300;

/**
 * Tells of every edit in a table, by whomever but this add-in, until it is stopped. Only the events of its sheet say whose
 * a change is, from ExcelApi 1.14 on: before that, edits of the add-in's own are told as well.
 *
 * @throws {Failure} what asking Excel for the event meets, e.g. a table that is gone
 */
export async function watchTable(tableId: string, onEdit: () => void): Promise<StopWatching> {
  let told: { readonly at: number; readonly own: boolean }[] = [];
  const handlers = await inExcel("table", async (session) => {
    const table = session.workbook.tables.getItem(tableId);
    const whose = table.worksheet.onChanged.add(({ triggerSource }) => {
      const at = performance.now();
      told = [...told.filter((one) => at - one.at <= 2 * apart), { at, own: triggerSource === "ThisLocalAddin" }];
      return Promise.resolve();
    });
    const added = table.onChanged.add(() => {
      setTimeout(() => {
        const near = told.filter(({ at }) => performance.now() - at <= 2 * apart);
        if (near.length === 0 || near.some(({ own }) => !own)) onEdit();
      }, apart);
      return Promise.resolve();
    });
    await session.sync();
    return [whose, added];
  });
  return async () => {
    for (const handler of handlers) handler.remove();
    await handlers[0]?.context.sync();
  };
}
