import { createHost, type Fault, type Host } from "../../src/host/host";
import type { Book } from "../../src/host/model/book";
import type { Client } from "../../src/host/profile";
import type { OfficeDoor } from "../../src/host/transports/officeInNode";
import { newXlsx } from "../../src/host/xlsx/newXlsx";
import type { OpenedBook } from "../../src/host/xlsx/openedBook";
import { readXlsx } from "../../src/host/xlsx/readXlsx";
import { writeXlsx } from "../../src/host/xlsx/writeXlsx";
import { openSeat, useOffice, type OfficeSeat } from "../host/officeSeat";

/** A fault at one of the requests to come, counted from zero; counted among those that change something, or among all. */
export interface Strike extends Omit<Fault, "then"> {
  readonly at: number;
  readonly among: "changes" | "requests";
  /** "death": the file is saved as it is then, and nothing is answered any more. */
  readonly then: "error" | "death";
}

/** An open workbook, its requests counted and disturbed. */
export interface Desk {
  readonly host: Host;
  readonly book: Book;
  /** Plays strikes from now on, and lets `between` act before each request. */
  disturb(strikes: readonly Strike[], between?: (index: number) => Promise<void>): void;
  /** Ends all disturbing. */
  calm(): void;
  readonly struck: number;
  /** The file as it was when the process died; null while it lives. */
  readonly left: Uint8Array | null;
  /** Makes this workbook the one that actions see. */
  use(): void;
  /** Calculates everything, as Excel does before it saves. */
  settle(): void;
  save(): Uint8Array;
  close(): void;
}

let seat: OfficeSeat | null = null;

/** Opens a file, or a new workbook, under the one office.js of this process. */
export async function openDesk(source: Uint8Array | null, client: Client): Promise<Desk> {
  seat ??= await openSeat();
  const mine = seat;
  const opened = source === null ? newXlsx() : readXlsx(source);
  const { book } = opened;
  let strikes: readonly Strike[] = [];
  let between: ((index: number) => Promise<void>) | null = null;
  let requests = 0;
  let changing = 0;
  let struck = 0;
  let left: Uint8Array | null = null;
  let dying = false;
  const host = createHost(book, {
    client,
    profile: { misplaceInFilteredRange: true },
    fault: ({ changes }) => {
      const counts = { requests: requests++, changes: changes > 0 ? changing++ : -1 };
      if (left !== null) return { when: "before", then: "error" };
      const strike = strikes.find(({ at, among }) => counts[among] === at);
      if (!strike) return null;
      struck++;
      dying = strike.then === "death";
      const { when, code } = strike;
      return { when, then: "error", ...(code === undefined ? {} : { code }) };
    },
  });
  const door: OfficeDoor = {
    onEvents: host.onEvents,
    processQuery: async (body, atMost) => {
      await between?.(requests);
      const answer = await host.processQuery(body, atMost);
      if (dying && left === null) left = saved(opened, host);
      return answer;
    },
  };
  const desk: Desk = {
    host,
    book,
    disturb(planned, act) {
      strikes = planned;
      between = act ?? null;
      requests = changing = struck = 0;
    },
    calm: () => desk.disturb([]),
    get struck() {
      return struck;
    },
    get left() {
      return left;
    },
    use() {
      mine.sit(door);
      useOffice(mine.realm);
    },
    settle: () => settle(book, host),
    save: () => saved(opened, host),
    close: host.close,
  };
  desk.use();
  return desk;
}

/** Values of formulas are compared as Excel shows them once it has calculated, whatever the workbook says of when. */
function settle(book: Book, host: Host): void {
  const mode = book.calculationMode;
  book.calculationMode = "Automatic";
  host.settle();
  book.calculationMode = mode;
}

function saved(opened: OpenedBook, host: Host): Uint8Array {
  settle(opened.book, host);
  return writeXlsx(opened);
}
