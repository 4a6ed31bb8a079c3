import { Failure } from "../failure";
import type { Session } from "./inExcel";
import { tolerated } from "./tolerated";
import type { TableFacts } from "./tableFacts";

/** What a column of a table is filtered by, as far as the same filter can be set again. */
export type FilterCriteria =
  | { readonly filterOn: "Values"; readonly values: readonly string[] }
  | {
      readonly filterOn: "Custom";
      readonly criterion1: string;
      readonly criterion2?: string | undefined;
      readonly operator?: "And" | "Or" | undefined;
    };

/** The filter of one column, by Excel's id of it. */
export interface ColumnFilter {
  readonly column: number;
  readonly criteria: FilterCriteria;
}

/** Values that one column is filtered by at most: they are written down before the filter is cleared. */
const mostValues = 10_000;

/**
 * Reads what a filtered table is filtered by.
 *
 * @throws {Failure} `table-filtered`, naming the column, for a filter that could not be set again: by colour, icon, top
 *   values or changing dates
 */
export async function readFilter(session: Session, facts: TableFacts): Promise<readonly ColumnFilter[]> {
  const now = await criteriaNow(session, facts);
  const found = facts.columns.flatMap(({ id, name }, i): readonly ColumnFilter[] => {
    const criteria = now[i];
    // A column that is not filtered has no criteria, or none of any value.
    if (criteria == null || criteria.filterOn === undefined || isEmpty(criteria)) return [];
    return [{ column: id, criteria: keepable(criteria) ?? refuse(facts, name) }];
  });
  return found.length === 0 ? refuse(facts, facts.name) : found;
}

/** The criteria of every column; those of columns that are not filtered are null or say nothing. */
async function criteriaNow(
  session: Session,
  facts: TableFacts,
): Promise<readonly (Partial<Excel.FilterCriteria> | null | undefined)[]> {
  const filters = facts.columns.map((_, i) => columnAt(session, facts, i).filter.load("criteria"));
  await session.sync();
  return filters.map(({ criteria }) => criteria as Partial<Excel.FilterCriteria> | null | undefined);
}

/** Puts the clearing of these filters into the batch, column by column, so that a custom order of the rows stays. */
export function queueClearFilter(session: Session, facts: TableFacts, filters: readonly ColumnFilter[]): void {
  for (const { index } of placed(facts, filters)) columnAt(session, facts, index).filter.clear();
}

/**
 * Sets filters again as they were. May be repeated. One whose column is gone went with it.
 *
 * @returns false if the table is not filtered by them afterwards
 */
export async function restoreFilter(
  session: Session,
  facts: TableFacts,
  filters: readonly ColumnFilter[],
): Promise<boolean> {
  const wanted = placed(facts, filters);
  if (wanted.length === 0) return true;
  const set = (): Promise<boolean> =>
    tolerated(async () => {
      for (const { index, criteria } of wanted) {
        columnAt(session, facts, index).filter.apply(criteria as Excel.FilterCriteria);
      }
      await session.sync();
    });
  if (!(await set()) && !(await set())) return false;
  const now = await criteriaNow(session, facts);
  return wanted.every(({ index, criteria }) => meaning(now[index]) === meaning(criteria));
}

/** Which rows a filter shows, in one spelling: Excel may give a list of two values back as two conditions, or in order. */
function meaning(criteria: Partial<Excel.FilterCriteria> | FilterCriteria | null | undefined): string {
  const { filterOn, values, criterion1, criterion2, operator } = (criteria ?? {}) as Partial<Excel.FilterCriteria>;
  const shown = (values ?? []).map((value) => (typeof value === "string" ? `=${value}` : JSON.stringify(value)));
  const conditions = filterOn === "Values" ? shown : [criterion1, criterion2].flatMap((each) => each || []);
  const either = filterOn === "Values" || conditions.length < 2 || operator === "Or";
  const spelt = conditions.map((each) => (/^[=<>]/.test(each) ? each : `=${each}`).toLowerCase());
  return `${either ? "Or" : "And"} ${JSON.stringify([...new Set(spelt)].sort())}`;
}

type Placed = ColumnFilter & { readonly index: number };

function placed({ columns }: TableFacts, filters: readonly ColumnFilter[]): readonly Placed[] {
  return filters.flatMap((filter) => {
    const index = columns.findIndex(({ id }) => id === filter.column);
    return index < 0 ? [] : [{ ...filter, index }];
  });
}

function columnAt(session: Session, { id }: TableFacts, index: number): Excel.TableColumn {
  return session.workbook.tables.getItem(id).columns.getItemAt(index);
}

function isEmpty({ filterOn, values }: Partial<Excel.FilterCriteria>): boolean {
  return filterOn === "Values" && (values ?? []).length === 0;
}

/** Groups of dates among the values are objects, and would have to be told from texts that look like them. */
function keepable({
  filterOn,
  values,
  criterion1,
  criterion2,
  operator,
}: Partial<Excel.FilterCriteria>): FilterCriteria | null {
  if (filterOn === "Values" && values && values.length <= mostValues) {
    const texts = values.filter((value) => typeof value === "string");
    return texts.length === values.length ? { filterOn, values: texts } : null;
  }
  if (filterOn !== "Custom" || !criterion1) return null;
  if (!criterion2) return { filterOn, criterion1 };
  return { filterOn, criterion1, criterion2, operator: operator === "Or" ? "Or" : "And" };
}

function refuse({ name, sheet }: TableFacts, column: string): never {
  throw new Failure("table-filtered", `the filter of ${column} cannot be set again`, {
    subject: name,
    detail: { sheet, column },
  });
}
