import type { Area } from "../model/address";
import type { Book, ConditionalFormat, CustomXmlPart, DefinedName, Sheet, Table, TableColumn } from "../model/book";
import type { Chart, ChartAxis, ChartSeries } from "../model/chart";

/** A range that follows its cells when rows, columns or cells are inserted or deleted; null when they are gone. */
export interface LiveRange {
  readonly sheet: Sheet;
  area: Area | null;
  /** Set once office.js keeps it beyond the request. */
  reference: string | null;
}

export interface SheetTable {
  readonly sheet: Sheet;
  readonly table: Table;
}

export interface SheetTableColumn extends SheetTable {
  readonly column: TableColumn;
}

export interface SheetChart {
  readonly sheet: Sheet;
  readonly chart: Chart;
}

export interface SheetFormat {
  readonly sheet: Sheet;
  /** Replaced in the sheet's list when it changes, hence by id. */
  readonly id: string;
}

export type { Area, ConditionalFormat };

/** What stands behind a handle of each class. */
export interface Handles {
  Workbook: Book;
  Runtime: Book;
  Application: Book;
  CultureInfo: Book;
  NumberFormatInfo: Book;
  DatetimeFormatInfo: Book;
  WorkbookProtection: Book;
  InternalService: Book;
  WorksheetCollection: Book;
  Worksheet: Sheet;
  WorksheetProtection: Sheet;
  WorksheetFreezePanes: Sheet;
  PageLayout: Sheet;
  WorksheetCustomPropertyCollection: Sheet;
  WorksheetCustomProperty: { readonly sheet: Sheet; readonly key: string };
  PageBreakCollection: Sheet;
  PageBreak: { readonly sheet: Sheet; readonly row: number };
  AutoFilter: { readonly sheet: Sheet; readonly table: Table | null };
  Range: LiveRange;
  RangeFormat: LiveRange;
  RangeFill: LiveRange;
  RangeFont: LiveRange;
  RangeBorderCollection: LiveRange;
  RangeBorder: { readonly range: LiveRange; readonly edge: string };
  FormatProtection: LiveRange;
  RangeSort: LiveRange;
  DataValidation: LiveRange;
  RangeAreas: readonly LiveRange[];
  WorkbookRangeAreas: readonly LiveRange[];
  RangeCollection: readonly LiveRange[];
  RangeView: LiveRange;
  ConditionalFormatCollection: LiveRange;
  ConditionalFormat: SheetFormat;
  CellValueConditionalFormat: SheetFormat;
  CustomConditionalFormat: SheetFormat;
  ConditionalFormatRule: SheetFormat;
  ColorScaleConditionalFormat: SheetFormat;
  DataBarConditionalFormat: SheetFormat;
  ConditionalDataBarPositiveFormat: SheetFormat;
  IconSetConditionalFormat: SheetFormat;
  TextConditionalFormat: SheetFormat;
  ConditionalRangeFormat: SheetFormat;
  ConditionalRangeFont: SheetFormat;
  ConditionalRangeFill: SheetFormat;
  /** The tables of one sheet, or of the whole book. */
  TableCollection: Sheet | null;
  TableScopedCollection: readonly SheetTable[];
  Table: SheetTable;
  TableSort: SheetTable;
  TableColumnCollection: SheetTable;
  TableColumn: SheetTableColumn;
  Filter: SheetTableColumn;
  TableRowCollection: SheetTable;
  TableRow: SheetTable & { readonly index: number };
  /** The names of one sheet, or of the book. */
  NamedItemCollection: Sheet | null;
  NamedItem: DefinedName;
  ChartCollection: Sheet;
  Chart: SheetChart;
  ChartTitle: SheetChart;
  ChartLegend: SheetChart;
  ChartSeriesCollection: SheetChart;
  ChartSeries: SheetChart & { readonly series: ChartSeries };
  ChartSeriesFormat: SheetChart & { readonly series: ChartSeries };
  ChartFill: SheetChart & { readonly series: ChartSeries };
  ChartLineFormat: SheetChart & { readonly series: ChartSeries };
  ChartAxes: SheetChart;
  ChartAxis: SheetChart & { readonly axis: ChartAxis; readonly which: "category" | "value" | "secondaryValue" };
  ChartAxisTitle: SheetChart & { readonly axis: ChartAxis };
  SettingCollection: Book;
  Setting: { readonly key: string };
  CustomXmlPartCollection: Book;
  CustomXmlPartScopedCollection: { readonly namespace: string };
  CustomXmlPart: CustomXmlPart;
}
