import type { Book } from "../model/book";
import { EventType, workbookTarget } from "../events";
import { HostError } from "../errors";
import { changed, rangeOf } from "../session";
import { cellsOf } from "./addresses";
import { eventActions } from "./events";
import { flagArgument, object, textArgument, wordArgument, type ObjectClass } from "./objectClass";
import type { Handles } from "./handles";

const workbook: ObjectClass<Book> = {
  scalars: {
    Name: (_, session) => session.name,
    ReadOnly: (book) => book.readOnly,
    IsDirty: (_, session) => session.dirty,
    AutoSave: () => false,
    CalculationEngineVersion: () => 191_029,
    PreviouslySaved: () => true,
  },
  sets: {
    IsDirty: (_, value, session) => {
      session.dirty = flagArgument(value);
    },
  },
  navigation: {
    Application: (book) => object("Application", book),
    CustomXmlParts: (book) => object("CustomXmlPartCollection", book),
    Names: () => object("NamedItemCollection", null),
    Protection: (book) => object("WorkbookProtection", book),
    Settings: (book) => object("SettingCollection", book),
    Tables: () => object("TableCollection", null),
    Worksheets: (book) => object("WorksheetCollection", book),
    _Runtime: (book) => object("Runtime", book),
  },
  methods: {
    GetActiveCell: (book, _, session) =>
      rangeOf(session, activeSheet(book), { ...book.selection, rows: 1, columns: 1 }),
    GetSelectedRange: (book, _, session) => {
      // A chart or several areas throw this; grouped sheets throw too, with a code that nobody names. [I] H7 office-js#2268, #2266
      if (session.selectedOther === "several sheets")
        throw new HostError("GeneralException", "There was an internal error while processing the request.");
      if (session.selectedOther !== null)
        throw new HostError("InvalidSelection", "The current selection is invalid for this operation.");
      return rangeOf(session, activeSheet(book), book.selection);
    },
    _GetRangeForEventByReferenceId: (book, [reference], session) => eventRange(book, reference, session),
    _GetRangeOrNullObjectForEventByReferenceId: (book, [reference], session) => eventRange(book, reference, session),
  },
  actions: {
    _RemoveReference: (_, [reference], { kept }) => void kept.delete(textArgument(reference)),
    _RemoveAllReferences: (_, __, { kept }) => kept.clear(),
    _GetReferenceCount: (_, __, { kept }) => kept.size,
    GetIsActiveCollabSession: () => false,
    ...eventActions<Book>({ Activated: EventType.WorkbookActivated }, () => workbookTarget),
  },
};

/** The sheet in front. */
export function activeSheet(book: Book): Book["sheets"][number] {
  const sheet = book.sheets.find(({ id }) => id === book.activeSheetId) ?? book.sheets[0];
  if (!sheet) throw new HostError("GeneralException", "The workbook has no sheet.");
  return sheet;
}

function eventRange(
  book: Book,
  reference: unknown,
  session: Parameters<NonNullable<(typeof workbook)["methods"]>[string]>[2],
) {
  const [, sheetId, address = ""] = textArgument(reference).split(" ");
  const sheet = book.sheets.find(({ id }) => id === sheetId);
  return sheet ? rangeOf(session, sheet, cellsOf(book, sheet, address).area) : null;
}

const runtime: ObjectClass<Book> = {
  scalars: { EnableEvents: (_, session) => session.eventsEnabled },
  sets: {
    EnableEvents: (_, value, session) => {
      session.eventsEnabled = flagArgument(value);
    },
  },
};

const calculationModes = ["Automatic", "AutomaticExceptTables", "Manual"] as const;

const application: ObjectClass<Book> = {
  scalars: {
    CalculationMode: (book) => book.calculationMode,
    CalculationState: () => "Done",
    CalculationEngineVersion: () => 191_029,
    DecimalSeparator: () => ".",
    ThousandsSeparator: () => ",",
    UseSystemSeparators: () => true,
  },
  sets: {
    CalculationMode: (book, value, session) => {
      book.calculationMode = wordArgument(value, calculationModes);
      changed(session, { kind: "book", what: "calculation" });
    },
  },
  navigation: { CultureInfo: (book) => object("CultureInfo", book) },
  actions: {
    Calculate: (_, __, session) => session.settle(true),
    SuspendApiCalculationUntilNextSync: () => undefined,
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
};

const cultureInfo: ObjectClass<Book> = {
  scalars: { Name: () => "en-US" },
  navigation: {
    NumberFormat: (book) => object("NumberFormatInfo", book),
    DatetimeFormat: (book) => object("DatetimeFormatInfo", book),
  },
};

const numberFormatInfo: ObjectClass<Book> = {
  scalars: { NumberDecimalSeparator: () => ".", NumberGroupSeparator: () => "," },
};

const datetimeFormatInfo: ObjectClass<Book> = {
  scalars: {
    DateSeparator: () => "/",
    ShortDatePattern: () => "M/d/yyyy",
    LongDatePattern: () => "dddd, MMMM d, yyyy",
    TimeSeparator: () => ":",
    LongTimePattern: () => "h:mm:ss tt",
  },
};

const workbookProtection: ObjectClass<Book> = {
  scalars: { Protected: (book) => book.structureProtected },
  actions: {
    Protect: (book, _, session) => protectStructure(book, true, session),
    Unprotect: (book, _, session) => protectStructure(book, false, session),
  },
};

function protectStructure(book: Book, on: boolean, session: Parameters<typeof changed>[0]): void {
  // Protecting what is protected already throws in current Excel. [I] P30 office-js#6784
  if (book.structureProtected === on)
    throw new HostError("AccessDenied", "You cannot perform the requested operation.");
  book.structureProtected = on;
  changed(session, { kind: "book", what: "protection" });
}

/** What office.js asks of Excel itself when a pane opens. */
const internalService: ObjectClass<Book> = { actions: { NotifyActionHandlerReady: () => undefined } };

export const workbookClasses = {
  Workbook: workbook,
  Runtime: runtime,
  Application: application,
  CultureInfo: cultureInfo,
  NumberFormatInfo: numberFormatInfo,
  DatetimeFormatInfo: datetimeFormatInfo,
  WorkbookProtection: workbookProtection,
  InternalService: internalService,
} satisfies { [K in keyof Handles]?: ObjectClass<Handles[K]> };
