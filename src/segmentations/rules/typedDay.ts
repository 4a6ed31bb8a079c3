import { dayText } from "../../table/dayText";
import { readDateText, type DateOrder } from "../../table/readDateText";

/**
 * A day as people type it, as YYYY-MM-DD; null for what is none.
 *
 * @param order - of day, month and year where the text does not say it itself; null where none is declared
 */
export function typedDay(text: string, order: DateOrder | null): string | null {
  const day = readDateText(text, order);
  return typeof day === "number" ? dayText(day) : null;
}
