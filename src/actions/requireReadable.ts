import { Failure } from "../failure";
import { sameNames } from "../table/sameNames";
import type { TableFacts } from "../workbook/tableFacts";

/** @throws {Failure} `no-header` or `empty-table` for a table that cannot be read by its columns */
export function requireReadable(facts: TableFacts): void {
  const subject = facts.name;
  if (!facts.showHeaders) throw new Failure("no-header", `table ${subject} requires a header row`, { subject });
  if (facts.rows < 1) throw new Failure("empty-table", `table ${subject} requires at least one row`, { subject });
}

/**
 * A name that a reader could take for another column's is no name to read by.
 *
 * @throws {Failure} `same-column-names`
 */
export function requireDistinct(facts: TableFacts, needed: readonly string[]): void {
  for (const alike of sameNames(facts.columns.map(({ name }) => name))) {
    const subject = alike.find((name) => needed.includes(name));
    if (subject === undefined) continue;
    throw new Failure("same-column-names", `columns ${alike.join(", ")} look alike`, {
      subject,
      detail: { columns: alike },
    });
  }
}
