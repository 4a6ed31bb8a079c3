import { areaAddress, parseArea, maxColumns, maxRows, type Area } from "../model/address";
import type { PageLayout, Sheet } from "../model/book";
import { HostError } from "../errors";
import { changed, rangeOf, type Session } from "../session";
import { cellsArgument } from "./addresses";
import type { LiveRange } from "./handles";
import { flagArgument, invalid, object, wholeArgument, wordArgument, type ObjectClass } from "./objectClass";

const freezePanes: ObjectClass<Sheet> = {
  methods: {
    GetLocationOrNullObject: (sheet, _, session) => {
      const area = frozenArea(sheet);
      return area && rangeOf(session, sheet, area);
    },
  },
  actions: {
    FreezeRows: (sheet, [count], session) => freeze(sheet, wholeArgument(count, 1), 0, session),
    FreezeColumns: (sheet, [count], session) => freeze(sheet, 0, wholeArgument(count, 1), session),
    FreezeAt: (sheet, [range], session) => {
      const { area } = cellsArgument(session, sheet, range);
      freeze(
        sheet,
        area.rows === maxRows ? 0 : area.row + area.rows,
        area.columns === maxColumns ? 0 : area.column + area.columns,
        session,
      );
    },
    Unfreeze: (sheet, _, session) => freeze(sheet, 0, 0, session),
  },
};

function freeze(sheet: Sheet, rows: number, columns: number, session: Session): void {
  if (rows < 0 || columns < 0) throw invalid("a number of rows or columns");
  sheet.freeze = { rows, columns };
  changed(session, { kind: "layout", sheet, what: "freeze" });
}

function frozenArea({ freeze: { rows, columns } }: Sheet): Area | null {
  if (rows === 0 && columns === 0) return null;
  return { row: 0, column: 0, rows: rows === 0 ? maxRows : rows, columns: columns === 0 ? maxColumns : columns };
}

const protection: ObjectClass<Sheet> = {
  scalars: {
    Protected: (sheet) => sheet.protection.isProtected,
    Options: (sheet) => (sheet.protection.isProtected ? { ...sheet.protection.options } : null),
  },
  actions: {
    Protect: (sheet, [options, password], session) => {
      refusePassword(password);
      // Protecting what is protected already throws in current Excel. [I] P30 office-js#6784
      if (sheet.protection.isProtected)
        throw new HostError("AccessDenied", "You cannot perform the requested operation.");
      sheet.protection = { isProtected: true, options: optionsArgument(options) };
      changed(session, { kind: "layout", sheet, what: "protection" });
    },
    Unprotect: (sheet, [password], session) => {
      refusePassword(password);
      sheet.protection = { isProtected: false, options: {} };
      changed(session, { kind: "layout", sheet, what: "protection" });
    },
  },
};

/** Passwords are not kept in the model: better refused than forgotten. */
function refusePassword(password: unknown): void {
  if (password !== undefined && password !== null && password !== "") {
    throw new HostError("UnsupportedOperation", "The operation being attempted is not supported: passwords.");
  }
}

function optionsArgument(value: unknown): Record<string, boolean> {
  const options: Record<string, boolean> = {};
  for (const [key, flag] of Object.entries(typeof value === "object" && value !== null ? value : {}))
    if (typeof flag === "boolean") options[key] = flag;
  return options;
}

const papers: Readonly<Record<string, string>> = {
  Letter: "Letter",
  Legal: "Legal",
  A3: "A3",
  A4: "A4",
  A5: "A5",
  B4: "B4",
  B5: "B5",
};

const pageLayout: ObjectClass<Sheet> = {
  scalars: {
    Orientation: ({ pageLayout: layout }) => layout.orientation ?? "Portrait",
    PaperSize: ({ pageLayout: layout }) => layout.paperSize ?? "Letter",
    CenterHorizontally: ({ pageLayout: layout }) => layout.centerHorizontally ?? false,
    Zoom: ({ pageLayout: layout }) =>
      layout.fitToWidth || layout.fitToHeight
        ? { horizontalFitToPages: layout.fitToWidth ?? null, verticalFitToPages: layout.fitToHeight ?? null }
        : { scale: layout.scale ?? 100 },
  },
  sets: {
    Orientation: (sheet, value, session) =>
      layOut(sheet, { orientation: wordArgument(value, ["Portrait", "Landscape"]) }, session),
    PaperSize: (sheet, value, session) => {
      const paper = papers[String(value)];
      if (paper === undefined) throw invalid("a paper that the host knows");
      layOut(sheet, { paperSize: paper }, session);
    },
    CenterHorizontally: (sheet, value, session) => layOut(sheet, { centerHorizontally: flagArgument(value) }, session),
    Zoom: (sheet, value, session) => setZoom(sheet, value, session),
  },
  methods: {
    GetPrintAreaOrNullObject: (sheet, _, session) => {
      const areas = (sheet.pageLayout.printArea ?? "").split(",").flatMap((text) => parseArea(text) ?? []);
      if (areas.length === 0) return null;
      return object(
        "RangeAreas",
        areas.map((area) => rangeOf(session, sheet, area).of as LiveRange),
      );
    },
    GetPrintTitleRowsOrNullObject: (sheet, _, session) => {
      const area = parseArea(sheet.pageLayout.titleRows ?? "");
      return area && rangeOf(session, sheet, area);
    },
  },
  actions: {
    SetPrintArea: (sheet, [range], session) =>
      layOut(sheet, { printArea: areaAddress(cellsArgument(session, sheet, range).area) }, session),
    SetPrintTitleRows: (sheet, [range], session) => {
      const { area } = cellsArgument(session, sheet, range);
      layOut(sheet, { titleRows: areaAddress({ ...area, column: 0, columns: maxColumns }) }, session);
    },
  },
};

/** Whatever belongs to the page asks the printer. */
function layOut(sheet: Sheet, change: PageLayout, session: Session): void {
  if (!session.profile.hasPrinter)
    throw new HostError("GeneralException", "There was an internal error while processing the request.");
  sheet.pageLayout = { ...sheet.pageLayout, ...change };
  changed(session, { kind: "layout", sheet, what: "pageLayout" });
}

/** [D] PageLayoutZoomOptions: a scale from 10 to 400 per cent, or pages wide and tall. */
function setZoom(sheet: Sheet, value: unknown, session: Session): void {
  const { scale, horizontalFitToPages, verticalFitToPages } = (value ?? {}) as Record<string, unknown>;
  const percent = scale === undefined || scale === null ? undefined : wholeArgument(scale);
  if (percent !== undefined && (percent < 10 || percent > 400)) throw invalid("a scale from 10 to 400 per cent");
  const pages = (count: unknown): number => {
    const asked = count === undefined || count === null ? null : wholeArgument(count);
    // [I] P20 office-js#1860: as many pages as it takes is said by leaving the number out, never by none.
    if (asked !== null && asked < 1) throw invalid("one page or more");
    return asked ?? 0;
  };
  const { scale: _former, ...others } = sheet.pageLayout;
  sheet.pageLayout = { ...others, ...(percent === undefined ? {} : { scale: percent }) };
  layOut(sheet, { fitToWidth: pages(horizontalFitToPages), fitToHeight: pages(verticalFitToPages) }, session);
}

/** Where pages begin by somebody's wish; a page fitted to its width ignores them, as Excel does. */
const pageBreaks: ObjectClass<Sheet> = {
  methods: {
    // [D] PageBreakCollection.add: a break before the top-left cell of the range; above the first row there is none.
    Add: (sheet, [range], session) => {
      const { row } = cellsArgument(session, sheet, range).area;
      if (row === 0) throw invalid("a row below the first");
      layOut(sheet, { rowBreaks: [...new Set([...breaksOf(sheet), row])].sort((a, b) => a - b) }, session);
      return object("PageBreak", { sheet, row });
    },
  },
  actions: {
    GetCount: (sheet) => breaksOf(sheet).length,
    RemovePageBreaks: (sheet, _, session) => layOut(sheet, { rowBreaks: [] }, session),
  },
};

const pageBreak: ObjectClass<{ readonly sheet: Sheet; readonly row: number }> = {
  methods: { GetCellAfterBreak: ({ sheet, row }, _, session) => rangeOf(session, sheet, cellArea(row)) },
};

const breaksOf = ({ pageLayout: { rowBreaks } }: Sheet): readonly number[] => rowBreaks ?? [];

const cellArea = (row: number): Area => ({ row, column: 0, rows: 1, columns: 1 });

export const sheetLookClasses = {
  WorksheetFreezePanes: freezePanes,
  WorksheetProtection: protection,
  PageLayout: pageLayout,
  PageBreakCollection: pageBreaks,
  PageBreak: pageBreak,
};
