import { literalText } from "./safeText";

/** A column of ours: where it goes, what it was before this run, and what it holds. */
export interface OwnColumn {
  /** Header from now on. */
  readonly name: string;
  /** Excel's id and the header before this run; null for a column that this run adds. */
  readonly before: { readonly id: number; readonly name: string } | null;
  /** What was measured; absent for labels. All but scores are numbers. */
  readonly measure?: "lastOrder" | "orders" | "amount" | "score" | undefined;
}

type Holds = OwnColumn["measure"];

/** The format of a column's cells. Excel takes nothing for a number or a date that is written into a cell of text. */
export function formatOf(measure: Holds): string {
  switch (measure) {
    case "lastOrder":
      return "yyyy-mm-dd";
    case "orders":
      return "#,##0";
    case "amount":
      return "#,##0.00";
    case "score":
    case undefined:
      return "@";
    default:
      return measure satisfies never;
  }
}

/** Whether a column's contents are numbers. A blank cell is "", as everywhere. */
export function holdsNumbers(measure: Holds): boolean {
  return formatOf(measure) !== "@";
}

/**
 * A content as it must be sent to a cell of General format: a number where the column holds numbers and the text is
 * one, as Excel gives it back; any other text literally.
 */
export function sentContent(measure: Holds, text: string): string | number {
  const number = Number(text);
  return holdsNumbers(measure) && text !== "" && String(number) === text ? number : literalText(text);
}

/** How a column's contents show, as far as its width depends on them: of numbers the least and the most. */
export function shownContents(measure: Holds, texts: readonly string[]): readonly string[] {
  if (!holdsNumbers(measure)) return [...new Set(texts)];
  if (measure === "lastOrder") return ["2000-01-01"];
  let [least, most] = [0, 0];
  for (const text of texts) {
    least = Math.min(least, Number(text) || 0);
    most = Math.max(most, Number(text) || 0);
  }
  const digits = measure === "amount" ? 2 : 0;
  const shown = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return [least, most].map((number) => number.toLocaleString("en-US", shown));
}
