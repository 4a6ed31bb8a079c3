import { createHost } from "../../src/host/host";
import type { Book } from "../../src/host/model/book";
import type { Client } from "../../src/host/profile";
import { openSeat, type OfficeSeat } from "../host/officeSeat";
import type { Deed } from "./deeds";

let seat: OfficeSeat | null = null;

/**
 * A colleague does something to an open workbook.
 *
 * @returns false where Excel refused it
 */
export async function perform(deed: Deed, book: Book, client: Client): Promise<boolean> {
  seat ??= await openSeat();
  const host = createHost(book, { client });
  seat.sit(host);
  try {
    await seat.realm.Excel.run(async (context) => {
      deed.act({ context, book, type: (sheet, ...cell) => host.type(sheet.id, ...cell) });
      await context.sync();
    });
    return true;
  } catch {
    return false;
  } finally {
    host.close();
  }
}
