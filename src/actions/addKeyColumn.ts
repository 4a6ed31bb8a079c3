import type { ActionOptions } from "./progress";

export interface AddedKeyColumn {
  /** "Client ID" or "客户编号", with a number if the name was taken. */
  readonly name: string;
  readonly rows: number;
}

/**
 * Adds a column of ids of our own to a table that has no key. Call it only after the user agreed: the ids say
 * nothing outside this workbook, and rows pasted over later carry the id of the row they replace.
 */
export function addKeyColumn(tableId: string, language: "en" | "zh", options?: ActionOptions): Promise<AddedKeyColumn> {
  throw new Error(`addKeyColumn is being written: ${tableId} ${language} ${String(options)}`);
}
