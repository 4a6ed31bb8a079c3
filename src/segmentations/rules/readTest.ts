import { badText } from "../shared/problem";
import type { RuleTest } from "./plan";
import { typedDay } from "./typedDay";
import { type CustomerColumns, namedColumn } from "../shared/policy/customerColumns";
import type { PolicyField } from "../shared/policy/policyTable";
import type { TestToken } from "./rulesTable";
import { textOf, type TableReader } from "../shared/policy/tableReader";
import { valuesIn } from "../shared/valueList";

/** The longest value that a plan keeps, and the most values of a list. */
const longestValue = 255;
const mostValues = 100;

/** What a row of a table of rules is read by. */
export interface TestReading {
  /** What the words in the column of tests mean, in every language. */
  readonly tokens: ReadonlyMap<string, TestToken>;
  /** Those of the customers' table, where they are known. */
  readonly columns: CustomerColumns | null;
  readonly reader: TableReader;
}

/**
 * One row of a table of rules as a test; null where it is none, which has been noted at the cell.
 *
 * @param former - what the row said when the sheet was written; undefined for a row that people added
 */
export function readTest(row: number, former: RuleTest | undefined, reading: TestReading): RuleTest | null {
  const { tokens, columns, reader } = reading;
  const word = textOf(reader.content(row, "test"));
  const token = tokens.get(foldTest(word));
  const column = namedColumn(row, former?.column, columns, reader);
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
      return {
        column,
        not,
        ...(daysIn(row, column, former, reading) ?? { kind, ...limitsIn(row, reader) }),
      };
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

/**
 * A range of days, as YYYY-MM-DD; null where neither end says a day and nothing else says that they are days. Numbers
 * are days in a column of dates, unless they stood there as numbers when the sheet was written.
 */
function daysIn(
  row: number,
  column: string,
  former: RuleTest | undefined,
  { columns, reader }: TestReading,
): { readonly kind: "days"; readonly from: string | null; readonly below: string | null } | null {
  const before = former?.column === column ? former.kind : null;
  const dates = before !== "band" && columns?.dates.has(column) === true ? columns : null;
  const [from = null, below = null] = (["from", "below"] as const).map((field) => {
    const content = reader.content(row, field);
    return typeof content === "number" ? (dates?.dayOf(content) ?? null) : typedDay(textOf(content), null);
  });
  if (from === null && below === null && before !== "days" && dates === null) return null;
  noteNoDays(row, { from, below }, reader);
  return { kind: "days", from, below };
}

function noteNoDays(row: number, found: Readonly<Record<"from" | "below", string | null>>, reader: TableReader): void {
  const ends = ["from", "below"] as const;
  for (const field of ends) {
    const content = reader.content(row, field);
    if (found[field] === null && textOf(content) !== "") reader.note("not-a-date", row, field, content);
  }
  if (ends.every((field) => textOf(reader.content(row, field)) === "")) reader.note("limit-missing", row, "from");
  const { from, below } = found;
  if (from !== null && below !== null && from >= below) reader.note("limits-crossed", row, "below", below);
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
