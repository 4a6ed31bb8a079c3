import { Failure } from "../failure";
import type { Session } from "./inExcel";
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
  const filters = facts.columns.map((_, i) => columnAt(session, facts, i).filter.load("criteria"));
  await session.sync();
  const found = facts.columns.flatMap(({ id, name }, i): readonly ColumnFilter[] => {
    const criteria = filters[i]?.criteria as Partial<Excel.FilterCriteria> | null | undefined;
    // A column that is not filtered has no criteria, or none of any value.
    if (criteria == null || criteria.filterOn === undefined || isEmpty(criteria)) return [];
    return [{ column: id, criteria: keepable(criteria) ?? refuse(facts, name) }];
  });
  return found.length === 0 ? refuse(facts, facts.name) : found;
}

/** Puts the clearing of these filters into the batch, column by column, so that a custom order of the rows stays. */
export function queueClearFilter(session: Session, facts: TableFacts, filters: readonly ColumnFilter[]): void {
  for (const { index } of placed(facts, filters)) columnAt(session, facts, index).filter.clear();
}

/**
 * Sets filters again as they were. May be repeated. One whose column is gone went with it.
 *
 * @throws {Failure} `unexpected` if the table is not filtered by them afterwards
 */
export async function restoreFilter(
  session: Session,
  facts: TableFacts,
  filters: readonly ColumnFilter[],
): Promise<void> {
  const wanted = placed(facts, filters);
  if (wanted.length === 0) return;
  for (const { index, criteria } of wanted) {
    columnAt(session, facts, index).filter.apply(criteria as Excel.FilterCriteria);
  }
  await session.sync();
  const now = await readFilter(session, facts);
  for (const { column, criteria } of wanted) {
    const same = now.find((each) => each.column === column);
    if (same && JSON.stringify(same.criteria) === JSON.stringify(criteria)) continue;
    throw new Failure("unexpected", `table ${facts.name} is not filtered as before`, { subject: facts.name });
  }
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
