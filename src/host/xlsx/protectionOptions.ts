/**
 * Permissions on a protected sheet: the file's attribute, Office.js's option, and whether the attribute, which says that the
 * thing is locked, holds where it is absent.
 *
 * Source: ECMA-376 part 1, 18.3.1.85 (sheetProtection); Excel.WorksheetProtectionOptions.
 */
export const protectionOptions = [
  ["autoFilter", "allowAutoFilter", true],
  ["deleteColumns", "allowDeleteColumns", true],
  ["deleteRows", "allowDeleteRows", true],
  ["objects", "allowEditObjects", false],
  ["scenarios", "allowEditScenarios", false],
  ["formatCells", "allowFormatCells", true],
  ["formatColumns", "allowFormatColumns", true],
  ["formatRows", "allowFormatRows", true],
  ["insertColumns", "allowInsertColumns", true],
  ["insertHyperlinks", "allowInsertHyperlinks", true],
  ["insertRows", "allowInsertRows", true],
  ["pivotTables", "allowPivotTables", true],
  ["sort", "allowSort", true],
] as const;
