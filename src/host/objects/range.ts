import { deleteCells } from "../edit/shiftCells";
import { writeCells } from "../edit/writeCells";
import { writeNumberFormats } from "../edit/numberFormats";
import { clearCells } from "../edit/clearCells";
import { copyCells } from "../edit/copyCells";
import { mergeCells, unmergeCells } from "../edit/mergeCells";
import { HostError } from "../errors";
import { changed, type Session } from "../session";
import { areaOf, cellsArgument } from "./addresses";
import type { LiveRange } from "./handles";
import { flagArgument, invalid, isObject, object, wordArgument, type Arguments, type ObjectClass } from "./objectClass";
import { rangeScalars, rowProperties, setHidden } from "./rangeScalars";
import { hyperlinkOf, setHyperlink } from "./hyperlinks";
import { activate } from "./worksheet";
import { rangeReach } from "./rangeReach";

const range: ObjectClass<LiveRange> = {
  identity: (of) => (of.reference === null ? {} : { _ReferenceId: of.reference }),
  scalars: { ...rangeScalars, Hyperlink: (of, session) => hyperlinkOf(of, session) },
  sets: {
    Values: (of, value, session) => writeCells(session, of.sheet, areaOf(of, session), value),
    Formulas: (of, value, session) => writeCells(session, of.sheet, areaOf(of, session), value),
    FormulasLocal: (of, value, session) => writeCells(session, of.sheet, areaOf(of, session), value),
    NumberFormat: (of, value, session) => writeNumberFormats(session, of.sheet, areaOf(of, session), value),
    NumberFormatLocal: (of, value, session) => writeNumberFormats(session, of.sheet, areaOf(of, session), value),
    RowHidden: (of, value, session) => setHidden(of, "rows", flagArgument(value), session),
    ColumnHidden: (of, value, session) => setHidden(of, "columns", flagArgument(value), session),
    Hyperlink: (of, value, session) => setHyperlink(of, value, session),
  },
  navigation: {
    ConditionalFormats: (of) => object("ConditionalFormatCollection", of),
    DataValidation: (of) => object("DataValidation", of),
    Format: (of) => object("RangeFormat", of),
    Sort: (of) => object("RangeSort", of),
    Worksheet: (of) => object("Worksheet", of.sheet),
  },
  methods: rangeReach,
  actions: {
    _KeepReference: (of, _, session) => keep(of, session),
    _ValidateArraySize: (of, [rows, columns], session) => validateSize(of, rows, columns, session),
    Delete: (of, [shift], session) =>
      deleteCells(session, of.sheet, areaOf(of, session), wordArgument(shift, ["Up", "Left"])),
    Clear: (of, [applyTo], session) =>
      clearCells(session, of.sheet, areaOf(of, session), wordArgument(applyTo ?? "All", clearKinds)),
    CopyFrom: (of, args, session) => copied(of, args, session),
    Select: (of, _, session) => select(of, session),
    Merge: (of, [across], session) => mergeCells(session, of.sheet, areaOf(of, session), across === true),
    Unmerge: (of, _, session) => unmergeCells(session, of.sheet, areaOf(of, session)),
    Calculate: (_, __, session) => session.settle(true),
    GetRowProperties: (of, [options], session) => rowProperties(of, options, session),
  },
};

const clearKinds = ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks", "ResetContents"] as const;
const copyKinds = ["All", "Values", "Formats", "Formulas", "Link"] as const;

/** Keeps the range for later requests; the next Instantiate tells the client under which id. */
function keep(of: LiveRange, session: Session): null {
  if (of.reference === null) {
    session.issued += 1;
    of.reference = `r${session.issued}`;
    session.kept.set(of.reference, of);
  }
  return null;
}

function validateSize(of: LiveRange, rows: unknown, columns: unknown, session: Session): void {
  const area = areaOf(of, session);
  if (rows !== area.rows || columns !== area.columns) {
    throw new HostError(
      "InvalidArgument",
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
}

function copied(of: LiveRange, [source, kind, skipBlanks, transpose]: Arguments, session: Session): void {
  if (isObject(source, "RangeAreas")) throw invalid("one range to copy from");
  const from = cellsArgument(session, of.sheet, source);
  const word = wordArgument(kind ?? "All", copyKinds);
  if (word === "Link")
    throw new HostError("UnsupportedOperation", "The operation being attempted is not supported: copying links.");
  copyCells(
    session,
    from,
    { sheet: of.sheet, area: areaOf(of, session) },
    { kind: word, skipBlanks: skipBlanks === true, transpose: transpose === true },
  );
}

function select(of: LiveRange, session: Session): void {
  activate(of.sheet, session);
  session.book.selection = areaOf(of, session);
  changed(session, { kind: "book", what: "active" });
}

export const rangeClasses = { Range: range };
