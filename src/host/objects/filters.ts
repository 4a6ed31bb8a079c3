import type { FilterCriteria, FilterState } from "../model/book";
import { applyFilter, clearFilter } from "../edit/filterRows";
import { refuseIfLocked } from "../edit/guards";
import { sortRows } from "../edit/sortRows";
import { HostError } from "../errors";
import { changed, rangeOf, type Session } from "../session";
import { areaOf, cellsArgument } from "./addresses";
import type { Handles, LiveRange, SheetTableColumn } from "./handles";
import { invalid, notFound, wholeArgument, type Arguments, type ObjectClass } from "./objectClass";
import { sortFields } from "./sortFields";

type Filtered = Handles["AutoFilter"];

const autoFilter: ObjectClass<Filtered> = {
  scalars: {
    Enabled: (of) => stateOf(of) !== null,
    IsDataFiltered: (of) => (stateOf(of)?.criteria.size ?? 0) > 0,
    Criteria: (of) => {
      const state = stateOf(of);
      return state
        ? Array.from(
            { length: state.area.columns },
            (_, i) => state.criteria.get(i) ?? { filterOn: "Values", values: [] },
          )
        : [];
    },
  },
  methods: {
    GetRange: (of, _, session) => rangeOf(session, of.sheet, filterArea(of) ?? none()),
    GetRangeOrNullObject: (of, _, session) => {
      const area = filterArea(of);
      return area && rangeOf(session, of.sheet, area);
    },
  },
  actions: {
    Apply: (of, args, session) => apply(of, args, session),
    ClearCriteria: (of, _, session) => clear(of, session),
    ClearColumnCriteria: (of, [column], session) => setCriteria(of, wholeArgument(column), null, session),
    Reapply: (of, _, session) => {
      const state = stateOf(of);
      if (state) applyFilter(session, of.sheet, state, of.table);
    },
    Remove: (of, _, session) => {
      clear(of, session);
      if (of.table) of.table.filter = null;
      else of.sheet.filter = null;
      changed(session, { kind: "layout", sheet: of.sheet, what: "autoFilter" });
    },
  },
};

const columnFilter: ObjectClass<SheetTableColumn> = {
  scalars: { Criteria: (of) => of.table.filter?.criteria.get(indexOf(of)) ?? null },
  actions: {
    Apply: (of, [criteria], session) => setCriteria(of, indexOf(of), criteriaArgument(criteria), session),
    ApplyValuesFilter: (of, [values], session) =>
      setCriteria(of, indexOf(of), criteriaArgument({ filterOn: "Values", values }), session),
    ApplyCustomFilter: (of, [criterion1, criterion2, operator], session) =>
      setCriteria(of, indexOf(of), criteriaArgument({ filterOn: "Custom", criterion1, criterion2, operator }), session),
    Clear: (of, _, session) => setCriteria(of, indexOf(of), null, session),
  },
};

function indexOf({ table, column }: SheetTableColumn): number {
  return table.columns.indexOf(column);
}

function stateOf({ sheet, table }: Filtered): FilterState | null {
  return table ? table.filter : sheet.filter;
}

/** A table's filter covers headers and data, not the totals. */
function filterArea(of: Filtered): FilterState["area"] | null {
  const state = stateOf(of);
  if (!state || !of.table) return state?.area ?? null;
  return { ...of.table.area, rows: of.table.area.rows - (of.table.showTotals ? 1 : 0) };
}

function none(): never {
  throw notFound("the filter's range");
}

function apply(of: Filtered, [range, column, criteria]: Arguments, session: Session): void {
  const { sheet, area } = cellsArgument(session, of.sheet, range);
  if (sheet !== of.sheet) throw invalid("a range of this sheet");
  refuseIfLocked(session, sheet, area, "allowAutoFilter");
  if (!of.table) sheet.filter = { area, criteria: sheet.filter?.criteria ?? new Map<number, FilterCriteria>() };
  else of.table.filter ??= { area: of.table.area, criteria: new Map() };
  if (column !== undefined && column !== null)
    setCriteria(
      of,
      wholeArgument(column),
      criteria === null || criteria === undefined ? null : criteriaArgument(criteria),
      session,
    );
  changed(session, { kind: "layout", sheet, what: "autoFilter" });
}

function setCriteria(of: Filtered, column: number, criteria: FilterCriteria | null, session: Session): void {
  refuseIfLocked(session, of.sheet, { row: 0, column: 0, rows: 1, columns: 1 }, "allowAutoFilter");
  if (of.table) of.table.filter ??= { area: of.table.area, criteria: new Map() };
  const state = stateOf(of);
  if (!state || column < 0 || column >= state.area.columns) throw invalid("a column of the filter");
  if (criteria) state.criteria.set(column, criteria);
  else state.criteria.delete(column);
  applyFilter(session, of.sheet, { ...state, area: filterArea(of) ?? state.area }, of.table);
}

function clear(of: Filtered, session: Session): void {
  const state = stateOf(of);
  if (!state) return;
  refuseIfLocked(session, of.sheet, state.area, "allowAutoFilter");
  clearFilter(session, of.sheet, state, of.table);
}

/** Filters by values and by custom criteria are played; colours, icons, top items and dynamic dates are not. */
function criteriaArgument(value: unknown): FilterCriteria {
  const { filterOn, values, criterion1, criterion2, operator } = (value ?? {}) as Record<string, unknown>;
  if (filterOn === "Values" && Array.isArray(values)) return { filterOn, values: values.map(String) };
  if (filterOn !== "Custom" || typeof criterion1 !== "string") {
    throw new HostError(
      "UnsupportedOperation",
      `The operation being attempted is not supported: a filter on ${String(filterOn)}.`,
    );
  }
  const second = typeof criterion2 === "string" && criterion2 !== "" ? { criterion2 } : {};
  return { filterOn, criterion1, ...second, ...(operator === "Or" ? { operator: "Or" } : {}) };
}

const rangeSort: ObjectClass<LiveRange> = {
  actions: {
    Apply: (of, [fields, matchCase, hasHeaders, orientation], session) => {
      const area = areaOf(of, session);
      const body = hasHeaders === true ? { ...area, row: area.row + 1, rows: area.rows - 1 } : area;
      if (body.rows < 1) throw invalid("rows to sort");
      sortRows(session, of.sheet, body, sortFields(fields), {
        matchCase: matchCase === true,
        byColumns: orientation === "Columns",
      });
    },
  },
};

export const filterClasses = { AutoFilter: autoFilter, Filter: columnFilter, RangeSort: rangeSort };
