import type { Handles } from "./handles";
import type { ObjectClass } from "./objectClass";
import { workbookClasses } from "./workbook";
import { worksheetClasses } from "./worksheet";
import { rangeClasses } from "./range";
import { rangeFormatClasses } from "./rangeFormat";
import { tableClasses } from "./table";
import { tableColumnClasses } from "./tableColumn";
import { tableRowClasses } from "./tableRow";
import { settingClasses } from "./settings";
import { customXmlClasses } from "./customXml";
import { nameClasses } from "./names";
import { sheetLookClasses } from "./sheetLook";
import { sheetPropertyClasses } from "./sheetProperties";
import { filterClasses } from "./filters";
import { conditionalFormatClasses } from "./conditionalFormats";
import { dataValidationClasses } from "./dataValidation";
import { rangeBorderClasses } from "./rangeBorders";
import { rangeAreasClasses } from "./rangeAreas";
import { chartSeriesClasses } from "./chartSeries";
import { chartAxisClasses } from "./chartAxes";
import { tableCollectionClasses } from "./tables";
import { chartClasses } from "./charts";

/** Every class the host plays, by Excel's name. */
export const classes: { readonly [K in keyof Handles]: ObjectClass<Handles[K]> } = {
  ...workbookClasses,
  ...worksheetClasses,
  ...rangeClasses,
  ...rangeFormatClasses,
  ...tableClasses,
  ...tableColumnClasses,
  ...tableRowClasses,
  ...settingClasses,
  ...customXmlClasses,
  ...nameClasses,
  ...sheetLookClasses,
  ...sheetPropertyClasses,
  ...filterClasses,
  ...conditionalFormatClasses,
  ...dataValidationClasses,
  ...rangeBorderClasses,
  ...rangeAreasClasses,
  ...chartSeriesClasses,
  ...chartAxisClasses,
  ...tableCollectionClasses,
  ...chartClasses,
};
