import { rangeAt, type Place } from "./address";
import { failureOfOffice, type Session } from "./inExcel";

/** Of a range with more merged areas Excel tells none. Source: typings of `Range.getMergedAreasOrNullObject`. */
const mostAreas = 512;

/**
 * The merged areas that begin in a place: in bands, where there are more than Excel tells at once.
 *
 * Excel forgets a person's undo steps over this question (office-js#5918): ask only where something may be merged.
 */
export async function mergedAreas(session: Session, sheet: Excel.Worksheet, place: Place): Promise<readonly Place[]> {
  const merged = rangeAt(sheet, place).getMergedAreasOrNullObject();
  merged.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  try {
    await session.sync();
  } catch (error) {
    const failure = failureOfOffice(error, "merged cells");
    const areAreasPossible = place.rows * place.columns > 2 * mostAreas;
    if (failure.code !== "unexpected" || failure.detail?.["excel"] === undefined || !areAreasPossible) throw error;
    const [first, second] = halves(place);
    const found = [...(await mergedAreas(session, sheet, first)), ...(await mergedAreas(session, sheet, second))];
    return [...new Map(found.map((area) => [`${area.row} ${area.column}`, area])).values()];
  }
  if (merged.isNullObject) return [];
  return merged.areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
    row: rowIndex,
    column: columnIndex,
    rows: rowCount,
    columns: columnCount,
  }));
}

function halves(place: Place): readonly [Place, Place] {
  if (place.rows > 1) {
    const rows = Math.floor(place.rows / 2);
    return [
      { ...place, rows },
      { ...place, row: place.row + rows, rows: place.rows - rows },
    ];
  }
  const columns = Math.floor(place.columns / 2);
  return [
    { ...place, columns },
    { ...place, column: place.column + columns, columns: place.columns - columns },
  ];
}
