import { areaAddress, maxRows, parseArea, type Area } from "../model/address";
import type { Sheet } from "../model/book";
import { changed, type Session } from "../session";
import { followColumns } from "./tableColumns";
import { isWhole, shiftedArea, type Shift } from "./shift";

/** Moves everything of a sheet that lies over its cells. */
export function moveLayout(session: Session, sheet: Sheet, shift: Shift): void {
  const moveAll = <T extends { readonly area: Area }>(list: T[]): void => {
    const kept = list.flatMap((item) => {
      const area = shiftedArea(item.area, shift);
      return area ? [{ ...item, area }] : [];
    });
    list.splice(0, list.length, ...kept);
  };
  moveAll(sheet.conditionalFormats);
  moveAll(sheet.validations);
  replaceAreas(sheet.merges, shift);
  replaceAreas(sheet.pivots, shift);
  moveTables(session, sheet, shift);
  if (sheet.filter) sheet.filter.area = shiftedArea(sheet.filter.area, shift) ?? sheet.filter.area;
  moveHyperlinks(sheet, shift);
  movePrintRanges(sheet, shift);
  if (shift.axis === "columns" && isWhole(shift)) moveSpans(sheet, shift);
}

function replaceAreas(areas: Area[], shift: Shift): void {
  const kept = areas.flatMap((area) => shiftedArea(area, shift) ?? []);
  areas.splice(0, areas.length, ...kept);
}

function moveTables(session: Session, sheet: Sheet, shift: Shift): void {
  for (const table of [...sheet.tables]) {
    const before = table.area;
    const after = shiftedArea(before, shift);
    if (!after) {
      sheet.tables.splice(sheet.tables.indexOf(table), 1);
      changed(session, { kind: "table", sheet, table, what: "deleted" });
      continue;
    }
    if (areaAddress(before) === areaAddress(after)) continue;
    table.area = after;
    if (table.filter) table.filter.area = shiftedArea(table.filter.area, shift) ?? table.filter.area;
    if (shift.axis === "columns" && after.columns !== before.columns) {
      followColumns(session, sheet, table, before, shift.area.column, shift.area.columns, shift.insert);
    }
    changed(session, { kind: "table", sheet, table, what: "changed" });
  }
}

function movePrintRanges(sheet: Sheet, shift: Shift): void {
  const { printArea, titleRows, rowBreaks, ...others } = sheet.pageLayout;
  const moved = (text = ""): string =>
    text
      .split(",")
      .flatMap((part) => parseArea(part) ?? [])
      .flatMap((area) => shiftedArea(area, shift) ?? [])
      .map(areaAddress)
      .join(",");
  const [area, rows] = [moved(printArea), moved(titleRows)];
  sheet.pageLayout = {
    ...others,
    ...(area === "" ? {} : { printArea: area }),
    ...(rows === "" ? {} : { titleRows: rows }),
    ...(rowBreaks === undefined ? {} : { rowBreaks: rowBreaks.flatMap((row) => movedBreak(row, shift)) }),
  };
}

/** A break stays with the row that it stands above; one above rows that are gone goes with them. */
function movedBreak(row: number, shift: Shift): readonly number[] {
  if (shift.axis !== "rows" || !isWhole(shift)) return [row];
  const moved = shiftedArea({ row, column: 0, rows: 1, columns: 1 }, shift);
  return moved ? [moved.row] : [];
}

function moveHyperlinks(sheet: Sheet, shift: Shift): void {
  const links = [...sheet.hyperlinks];
  sheet.hyperlinks.clear();
  for (const [address, link] of links) {
    const area = parseArea(address);
    const moved = area && shiftedArea(area, shift);
    if (moved) sheet.hyperlinks.set(areaAddress(moved), link);
  }
}

function moveSpans(sheet: Sheet, shift: Shift): void {
  sheet.columns = sheet.columns.flatMap((span) => {
    const area = shiftedArea({ row: 0, rows: maxRows, column: span.first, columns: span.last - span.first + 1 }, shift);
    return area ? [{ ...span, first: area.column, last: area.column + area.columns - 1 }] : [];
  });
}
