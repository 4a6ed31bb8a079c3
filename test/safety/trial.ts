import { createHost, type Fault, type Moment } from "../../src/host/host";
import type { OpenedBook } from "../../src/host/xlsx/openedBook";
import { newXlsx } from "../../src/host/xlsx/newXlsx";
import { readXlsx } from "../../src/host/xlsx/readXlsx";
import { writeXlsx } from "../../src/host/xlsx/writeXlsx";
import { packingInNode } from "../../src/workbench/headless/packingInNode";
import { openSeat, useOffice, type OfficeSeat } from "../host/officeSeat";
import type { TestOffice } from "../host/openTestOffice";
import { sweptClient } from "./sweptClient";
import { snapshot, type Snapshot } from "./snapshot";

/** An opened file under office.js, with a fault that can be armed for a later request. */
export interface Trial extends TestOffice {
  readonly opened: OpenedBook;
  /** Plays a fault at the n-th of the requests to come that make at least so many changes, counted from zero. */
  arm(n: number, fault: Fault, changes: number): void;
  readonly struck: boolean;
  /** Lets somebody look in the middle and at the end of every request that changes something. */
  watch(look: (moment: Moment, changes: number) => void): void;
  /** The state of the workbook, all formulas calculated. */
  look(): Promise<Snapshot>;
  save(): Uint8Array;
}

/** One office.js for all files of a test: loading it takes longer than a file does. */
let seat: OfficeSeat | null = null;

/** Opens a file, or a new one, in a fresh host, and leaves the file that was open before. */
export async function openTrial(bytes: Uint8Array | null): Promise<Trial> {
  const opened = bytes === null ? newXlsx(packingInNode) : readXlsx(bytes, {}, packingInNode);
  let left = 0;
  let least = 0;
  let planned: Fault | null = null;
  let struck = false;
  let watch: ((moment: Moment, changes: number) => void) | null = null;
  const host = createHost(opened.book, {
    client: sweptClient,
    profile: { misplaceInFilteredRange: true },
    look: (moment, changes) => watch?.(moment, changes),
    fault: ({ changes }) => {
      if (planned === null || changes < least || left-- > 0) return null;
      struck = true;
      const fault = planned;
      planned = null;
      return fault;
    },
  });
  seat ??= await openSeat();
  seat.sit(host);
  useOffice(seat.realm);
  return {
    ...seat.realm,
    host,
    book: opened.book,
    opened,
    watch(look) {
      watch = look;
    },
    arm(n, fault, changes) {
      left = n;
      least = changes;
      planned = fault;
    },
    get struck() {
      return struck;
    },
    async look() {
      planned = null;
      await Excel.run(async (context) => {
        const sheets = context.workbook.worksheets.load("items/name");
        await context.sync();
        for (const sheet of sheets.items) sheet.getUsedRangeOrNullObject().load("address");
        for (const sheet of sheets.items) sheet.getRange("A1").load("values");
        await context.sync();
      });
      return snapshot(opened.book);
    },
    save() {
      // Excel calculates before it saves.
      host.settle();
      return writeXlsx(opened);
    },
  };
}

/** What the book looks like after it was saved and opened again. */
export async function reopened(bytes: Uint8Array): Promise<Snapshot> {
  return (await openTrial(bytes)).look();
}
