import { createHost, type Host } from "../../host/host";
import { openOffice } from "../../host/transports/officeInNode";
import { writeXlsx } from "../../host/xlsx/writeXlsx";
import type { OpenedBook } from "../../host/xlsx/openedBook";

/** A workbook that actions work on, as if Excel had it open. */
export interface OpenedOffice {
  readonly host: Host;
  /** The workbook as a file of that name, with all values of formulas up to date. */
  save(name: string): Uint8Array;
  close(): void;
}

/** Opens a workbook to the real office.js in this process, and puts its globals where actions look for them. */
export async function openBook(opened: OpenedBook): Promise<OpenedOffice> {
  const host = createHost(opened.book);
  const { Excel, OfficeExtension } = await openOffice(host);
  const requirements = { isSetSupported: () => true };
  Object.assign(globalThis, { Excel, OfficeExtension, Office: { context: { requirements } } });
  return {
    host,
    save(name) {
      host.settle();
      return writeXlsx(opened, name);
    },
    close: () => {
      host.close();
    },
  };
}
