import { openOffice, type OfficeDoor, type OfficeRealm } from "../../src/host/transports/officeInNode";

/** An office.js that moves from one open workbook to the next: loading it takes longer than reading a small file. */
export interface OfficeSeat {
  readonly realm: OfficeRealm;
  /** From now on requests go to this host, and its events are heard. */
  sit(host: OfficeDoor): void;
}

/** Loads one office.js, which has no workbook yet. */
export async function openSeat(): Promise<OfficeSeat> {
  let current: OfficeDoor | null = null;
  let leave: () => void = () => undefined;
  const heard = new Set<Parameters<OfficeDoor["onEvents"]>[0]>();
  const realm = await openOffice({
    processQuery: (body, atMost) =>
      current === null ? Promise.reject(new Error("nobody sits here")) : current.processQuery(body, atMost),
    onEvents: (listener) => {
      heard.add(listener);
      return () => heard.delete(listener);
    },
  });
  return {
    realm,
    sit(host) {
      leave();
      current = host;
      leave = host.onEvents((entries) => heard.forEach((listener) => listener(entries)));
    },
  };
}

/** Makes an office.js the global one, as in a task pane. */
export function useOffice(realm: OfficeRealm): void {
  Object.assign(globalThis, { ...realm, Office: { context: { requirements: { isSetSupported: () => true } } } });
}
