import { showPlace } from "../workbook/showPlace";

/**
 * Brings a cell into sight, so that a person sees what a message speaks of. Changes nothing.
 *
 * @param cell - as problems and failures name it, e.g. "Clients!C14"
 */
export function showCell(cell: string): Promise<void> {
  return showPlace(cell);
}
