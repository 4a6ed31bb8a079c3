import type { Area } from "../model/address";
import type { Sheet } from "../model/book";
import { rangeOf, type Session } from "../session";
import { areaOf, fullAddress } from "./addresses";
import type { LiveRange } from "./handles";
import { nothing, object, wholeArgument, type HostObject, type ObjectClass } from "./objectClass";
import { rangeScalars } from "./rangeScalars";

/** Several areas of one sheet as one object. */
export function rangeAreas(session: Session, sheet: Sheet, areas: readonly Area[]): HostObject {
  return object(
    "RangeAreas",
    areas.map((area) => rangeOf(session, sheet, area).of as LiveRange),
  );
}

const areas: ObjectClass<readonly LiveRange[]> = {
  scalars: {
    Address: (of, session) => of.map((one) => fullAddress(one.sheet, areaOf(one, session))).join(","),
    AreaCount: (of) => of.length,
    CellCount: (of, session) =>
      of.reduce((sum, one) => sum + areaOf(one, session).rows * areaOf(one, session).columns, 0),
  },
  navigation: { Areas: (of) => object("RangeCollection", of) },
  actions: { _KeepReference: () => null },
};

const ranges: ObjectClass<readonly LiveRange[]> = {
  items: (of) => of.map((one) => object("Range", one)),
  methods: { GetItemAt: (of, [index]) => object("Range", of[wholeArgument(index)] ?? nothing("a range")) },
  actions: { GetCount: (of) => of.length },
};

/** The rows of a range that are not hidden. [D] RangeView */
const view: ObjectClass<LiveRange> = {
  scalars: {
    Values: (of, session) => visible(of, session, rangeScalars.Values(of, session)),
    Formulas: (of, session) => visible(of, session, rangeScalars.Formulas(of, session)),
    Text: (of, session) => visible(of, session, rangeScalars.Text(of, session)),
    NumberFormat: (of, session) => visible(of, session, rangeScalars.NumberFormat(of, session)),
    ValueTypes: (of, session) => visible(of, session, rangeScalars.ValueTypes(of, session)),
    RowCount: (of, session) => visible(of, session, rangeScalars.ValueTypes(of, session))?.length ?? 0,
    ColumnCount: (of, session) => areaOf(of, session).columns,
  },
  methods: { GetRange: (of, _, session) => rangeOf(session, of.sheet, areaOf(of, session)) },
};

function visible<T>(of: LiveRange, session: Session, rows: readonly T[] | null): readonly T[] | null {
  const { row } = areaOf(of, session);
  return (
    rows?.filter((_, i) => {
      const record = of.sheet.rows.get(row + i);
      return record?.hidden !== true && record?.filtered !== true;
    }) ?? null
  );
}

/** Cells of several sheets: one address for each sheet. [D] */
const bookAreas: ObjectClass<readonly LiveRange[]> = {
  scalars: {
    Addresses: (of, session) =>
      [...new Set(of.map(({ sheet }) => sheet))].map((sheet) =>
        of
          .filter((one) => one.sheet === sheet)
          .map((one) => fullAddress(sheet, areaOf(one, session)))
          .join(","),
      ),
  },
  navigation: { Ranges: (of) => object("RangeCollection", of) },
  actions: { _KeepReference: () => null },
};

export const rangeAreasClasses = {
  RangeAreas: areas,
  WorkbookRangeAreas: bookAreas,
  RangeCollection: ranges,
  RangeView: view,
};
