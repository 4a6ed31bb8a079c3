import { stateBlock } from "../../reports/tierbookSheet";
import type { SheetDoc } from "../../reports/sheetDoc";
import { placeOf } from "../../workbook/blockPlaces";
import type { Place } from "../../workbook/address";

/** The report whose sheet says how the last run ended. */
export const stateSheet = "tierbook";

/** The cell that says it. */
export function statePlace(doc: SheetDoc): Place | null {
  const block = doc.blocks.find(({ id }) => id === stateBlock);
  return block ? placeOf(block) : null;
}

/** What the cell says in a report. */
export function stateText(doc: SheetDoc): string {
  const block = doc.blocks.find(({ id }) => id === stateBlock);
  return block?.kind === "text" && typeof block.cell === "string" ? block.cell : "";
}

/** A report whose state is another one for the time being. */
export function withState(doc: SheetDoc, text: string): SheetDoc {
  return {
    ...doc,
    blocks: doc.blocks.map((block) =>
      block.kind === "text" && block.id === stateBlock ? { ...block, cell: text } : block,
    ),
  };
}
