import { badText } from "../plan/problem";
import type { RuleTest } from "../plan/rulesSegmentation";
import { typedDay } from "../plan/typedDay";
import type { PolicyField } from "./policyTable";
import type { TestToken } from "./rulesTable";
import { textOf, type TableReader } from "./tableReader";
import { valuesIn } from "../plan/valueList";

/** The longest value that a plan keeps, and the most values of a list. */
const longestValue = 255;
const mostValues = 100;

/** One row of a table of rules as a test; null where it is none, which has been noted at the cell. */
export function readTest(row: number, tokens: ReadonlyMap<string, TestToken>, reader: TableReader): RuleTest | null {
  const word = textOf(reader.content(row, "test"));
  const token = tokens.get(foldTest(word));
  const column = reader.text(row, "column");
  if (column === "") reader.note("column-missing", row, "column");
  if (token === undefined || token === "otherwise") {
    reader.note("unknown-test", row, "test", word);
    return null;
  }
  const not = token.startsWith("not-");
  const kind = (not ? token.slice("not-".length) : token) as "band" | "list" | "contains" | "starts" | "ends" | "blank";
  noteUnused(
    row,
    kind === "band" ? ["values"] : kind === "blank" ? ["values", "from", "below"] : ["from", "below"],
    reader,
  );
  switch (kind) {
    case "band":
      return { column, not, ...(daysIn(row, reader) ?? { kind, ...limitsIn(row, reader) }) };
    case "list":
      return { kind, column, not, values: [...listIn(row, reader)] };
    case "blank":
      return { kind, column, not };
    default: {
      const text = textOf(reader.content(row, "values"));
      noteText(text, row, reader);
      return { kind: "text", how: kind, column, not, text };
    }
  }
}

/** How words of tests are compared. */
export function foldTest(word: string): string {
  return word.normalize("NFKC").trim().replace(/\s+/gu, " ").toLowerCase();
}

/** What stands where the test does not look would be passed over in silence. */
function noteUnused(row: number, fields: readonly PolicyField[], reader: TableReader): void {
  for (const field of fields) {
    const content = reader.content(row, field);
    if (textOf(content) !== "") reader.note("not-used", row, field, content);
  }
}

function limitsIn(row: number, reader: TableReader): { from: number | null; below: number | null } {
  const limit = (field: "from" | "below"): number | null =>
    textOf(reader.content(row, field)) === "" ? null : reader.number(row, field);
  const [from, below] = [limit("from"), limit("below")];
  if (from === null && below === null) reader.note("limit-missing", row, "from");
  if (from !== null && below !== null && from >= below) reader.note("limits-crossed", row, "below", below);
  return { from, below };
}

/** A range of days, as YYYY-MM-DD; null where neither end says a day. */
function daysIn(
  row: number,
  reader: TableReader,
): { readonly kind: "days"; readonly from: string | null; readonly below: string | null } | null {
  const [from, below] = (["from", "below"] as const).map((field) => typedDay(textOf(reader.content(row, field)), null));
  if (!from && !below) return null;
  const end = (field: "from" | "below", day: string | null | undefined): string | null => {
    const content = reader.content(row, field);
    if (!day && textOf(content) !== "") reader.note("not-a-date", row, field, content);
    return day ?? null;
  };
  if (from && below && from >= below) reader.note("limits-crossed", row, "below", below);
  return { kind: "days", from: end("from", from), below: end("below", below) };
}

function listIn(row: number, reader: TableReader): readonly string[] {
  const values = valuesIn(textOf(reader.content(row, "values")));
  if (values.length === 0) reader.note("value-missing", row, "values");
  if (values.length > mostValues) reader.note("too-many", row, "values", values.length);
  for (const value of values) noteText(value, row, reader);
  return values;
}

function noteText(text: string, row: number, reader: TableReader): void {
  if (text === "") reader.note("value-missing", row, "values");
  else if (text.length > longestValue) reader.note("name-long", row, "values", text);
  else if (badText(text, "").length > 0) reader.note("value-unfit", row, "values", text);
}
