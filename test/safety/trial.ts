import type { Fault } from "../../src/host/host";
import type { OpenedBook } from "../../src/host/xlsx/openedBook";
import { newXlsx } from "../../src/host/xlsx/newXlsx";
import { readXlsx } from "../../src/host/xlsx/readXlsx";
import { writeXlsx } from "../../src/host/xlsx/writeXlsx";
import { openTestOffice, type TestOffice } from "../host/openTestOffice";
import { snapshot, type Snapshot } from "./snapshot";

/** An opened file under office.js, with a fault that can be armed for a later request. */
export interface Trial extends TestOffice {
  readonly opened: OpenedBook;
  /** Plays a fault at the n-th of the requests to come that make at least so many changes, counted from zero. */
  arm(n: number, fault: Fault, changes: number): void;
  /** Resolves to true when the fault has been played. */
  readonly strike: Promise<boolean>;
  readonly struck: boolean;
  /** The state of the workbook, all formulas calculated. */
  look(): Promise<Snapshot>;
  save(): Uint8Array;
}

/** Opens a file, or a new one, in a fresh host and a fresh office.js. */
export async function openTrial(bytes: Uint8Array | null): Promise<Trial> {
  const opened = bytes === null ? newXlsx() : readXlsx(bytes);
  let left = 0;
  let least = 0;
  let planned: Fault | null = null;
  let struck = false;
  let tell: (struck: boolean) => void = () => undefined;
  const strike = new Promise<boolean>((resolve) => (tell = resolve));
  const office = await openTestOffice(opened.book, {
    profile: { misplaceInFilteredRange: true },
    fault: ({ changes }) => {
      if (planned === null || changes < least || left-- > 0) return null;
      struck = true;
      // The host plays the fault in this very turn; whoever waits hears of it in a later one.
      setTimeout(() => tell(true), 0);
      const fault = planned;
      planned = null;
      return fault;
    },
  });
  return {
    ...office,
    opened,
    arm(n, fault, changes) {
      left = n;
      least = changes;
      planned = fault;
    },
    strike,
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
      office.host.settle();
      return writeXlsx(opened);
    },
  };
}

/** What the book looks like after it was saved and opened again. */
export async function reopened(bytes: Uint8Array): Promise<Snapshot> {
  return (await openTrial(bytes)).look();
}
