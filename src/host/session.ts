import { announce, type Book, type CellValue, type Change, type Sheet } from "./model/book";
import type { Area } from "./model/address";
import type { LiveRange } from "./objects/handles";
import { object, type HostObject } from "./objects/objectClass";
import type { Profile } from "./profile";

/** What one open workbook remembers between requests, beside the model itself. */
export interface Session {
  readonly book: Book;
  /** The file's name, as `workbook.name` says it. */
  readonly name: string;
  readonly profile: Profile;
  /** More cells than this in one read of `values` answer null. [D] */
  readonly maxCells: number;
  /** Ranges that office.js keeps, by reference id. */
  readonly kept: Map<string, LiveRange>;
  /** Ranges made in the request under way. */
  readonly made: LiveRange[];
  /** Events asked for: "type target". */
  readonly registered: Set<string>;
  eventsEnabled: boolean;
  /** True while a request of the add-in is answered: changes are its own. */
  answering: boolean;
  /** What is selected where it is no single range of cells. */
  selectedOther: "chart" | "several areas" | "several sheets" | null;
  /** True while another workbook is in front of this one. */
  behind: boolean;
  /** True after a change, until it is set back. */
  dirty: boolean;
  /** Above zero while changes are made that office.js hears nothing of. */
  quiet: number;
  readonly missing: string[];
  /** Brings every formula's value up to date. */
  readonly settle: (evenIfManual?: boolean) => void;
  /** The cells whose formulas read a cell of an area. */
  readonly readersOf: (sheet: Sheet, area: Area) => readonly { sheet: Sheet; row: number; column: number }[];
  /** A value as its number format shows it. */
  readonly format: (value: CellValue, numberFormat: string, date1904: boolean) => string;
  /** Issues the next reference id. */
  issued: number;
}

/** Tells the book's listeners of a change. */
export function changed(session: Session, change: Change): void {
  announce(session.book, change);
}

/** A range handle that follows its cells for the request, and longer once it is kept. */
export function rangeOf(session: Session, sheet: Sheet, area: Area): HostObject {
  const range: LiveRange = { sheet, area, reference: null };
  session.made.push(range);
  return object("Range", range);
}
