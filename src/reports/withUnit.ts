import type { SheetWords } from "../text/sheet/en";

/** A sheet's note with the unit of all its amounts, which is stated there once; the note alone where none is stated. */
export function withUnit(note: string, unit: string | null, { portfolio }: SheetWords): string {
  return unit === null ? note : `${note}${portfolio.space}${portfolio.unit(unit)}`;
}
