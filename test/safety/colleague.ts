import { createHost, type HostOptions } from "../../src/host/host";
import type { Book } from "../../src/host/model/book";
import type { OpenedBook } from "../../src/host/xlsx/openedBook";
import { readXlsx } from "../../src/host/xlsx/readXlsx";
import { packingInNode } from "../../src/workbench/headless/packingInNode";
import { openSeat, useOffice, type OfficeSeat } from "../host/officeSeat";
import { sweptClient } from "./sweptClient";

/** What a colleague does to the workbook through an office.js of their own. */
export type Deed = (context: Excel.RequestContext, book: Book) => void;

/** An opened file in which somebody else does something between two requests of ours. */
export interface Disturbed {
  readonly opened: OpenedBook;
  /** Lets the colleague act before our n-th request from now on, counted from zero. */
  readonly disturb: (n: number, deed: Deed) => void;
  /** How many requests we have made so far. */
  readonly requests: () => number;
  /** True once the colleague has acted. */
  readonly happened: () => boolean;
  /** Lets the colleague act now. */
  readonly act: (deed: Deed) => Promise<void>;
  /** Calculates all formulas. */
  readonly settle: () => void;
}

let seats: readonly [ours: OfficeSeat, theirs: OfficeSeat] | null = null;

/** Opens a file for two: `Excel` is ours, and the colleague's is a host of its own over the same workbook. */
export async function openWithColleague(bytes: Uint8Array, options: HostOptions = {}): Promise<Disturbed> {
  const opened = readXlsx(bytes, {}, packingInNode);
  seats ??= [await openSeat(), await openSeat()];
  const [seat, theirs] = seats;
  const ours = createHost(opened.book, { client: sweptClient, ...options });
  theirs.sit(createHost(opened.book, { client: sweptClient }));
  const act = async (deed: Deed): Promise<void> => {
    await theirs.realm.Excel.run(async (context) => {
      deed(context, opened.book);
      await context.sync();
    });
  };
  let requests = 0;
  let left = 0;
  let planned: Deed | null = null;
  let done = false;
  seat.sit({
    onEvents: ours.onEvents,
    processQuery: async (body, atMost) => {
      requests++;
      const deed = planned;
      if (deed !== null && left-- === 0) {
        planned = null;
        done = true;
        await act(deed);
      }
      return ours.processQuery(body, atMost);
    },
  });
  useOffice(seat.realm);
  return {
    opened,
    disturb: (n, deed) => {
      left = n;
      planned = deed;
      done = false;
    },
    requests: () => requests,
    happened: () => done,
    act,
    settle: () => ours.settle(),
  };
}
