import type { Book, Sheet } from "../model/book";

/**
 * A sheet's layout by the parts of its XML that hold it, each as JSON. Compared with what was read, it tells what to rewrite,
 * whoever changed it and however it was announced.
 */
export function sheetAspects(sheet: Sheet, book: Book): Record<string, string> {
  const { fitToWidth, fitToHeight, scale, rowBreaks, orientation, paperSize, centerHorizontally } = sheet.pageLayout;
  const fit = (fitToWidth ?? 0) > 0 || (fitToHeight ?? 0) > 0;
  return {
    sheetPr: JSON.stringify([sheet.tabColor, fit]),
    sheetViews: JSON.stringify([sheet.freeze, sheet.showGridlines, book.activeSheetId === sheet.id]),
    sheetFormatPr: JSON.stringify([sheet.defaultColumnWidth, sheet.defaultRowHeight]),
    cols: JSON.stringify(sheet.columns),
    sheetProtection: JSON.stringify(sheet.protection),
    autoFilter: filterAspect(sheet.filter),
    mergeCells: JSON.stringify(sheet.merges),
    conditionalFormatting: JSON.stringify(sheet.conditionalFormats),
    dataValidations: JSON.stringify(sheet.validations),
    hyperlinks: JSON.stringify([...sheet.hyperlinks]),
    printOptions: JSON.stringify(centerHorizontally ?? false),
    pageSetup: JSON.stringify([orientation, paperSize, fitToWidth, fitToHeight, scale]),
    rowBreaks: JSON.stringify(rowBreaks ?? []),
    customProperties: JSON.stringify([...sheet.customProperties]),
  };
}

/** The book's own state by the element of the workbook part that holds it. */
export function bookAspects(book: Book): Record<string, string> {
  return {
    sheets: JSON.stringify(book.sheets.map(({ id, name, visibility }) => [id, name, visibility])),
    definedNames: JSON.stringify([
      book.names,
      book.keptNames,
      book.sheets.map(({ id, pageLayout, filter }) => [id, pageLayout.printArea, pageLayout.titleRows, filter?.area]),
    ]),
    bookViews: JSON.stringify(book.sheets.findIndex(({ id }) => id === book.activeSheetId)),
    calcPr: JSON.stringify(book.calculationMode),
    workbookPr: JSON.stringify(book.date1904),
    workbookProtection: JSON.stringify(book.structureProtected),
  };
}

/** A filter with its criteria, which are a map. */
export function filterAspect(filter: Sheet["filter"]): string {
  return JSON.stringify(filter && [filter.area, [...filter.criteria]]);
}

/** A table as JSON. */
export function tableAspect(table: Sheet["tables"][number]): string {
  return JSON.stringify({ ...table, filter: filterAspect(table.filter) });
}
