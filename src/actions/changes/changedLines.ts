import type { Moves } from "../../engine/compareRuns";
import { why, type Why } from "../../engine/why";
import type { Plan } from "../../plan/plan";
import type { Segmentation } from "../../segmentations/plans";
import type { ChangedLine } from "../../reports/changedLinesTable";
import { whyText } from "../../reports/whyText";
import { columnNamed } from "../../table/columnNamed";
import { contentText } from "../../table/contentText";
import { readNumber } from "../../table/readNumber";
import { changeWords } from "../../text/changeWords";
import type { Language } from "../../text/language";
import { sheetWords } from "../../text/sheetWords";
import { cellName } from "../../workbook/address";
import { inTurns } from "../../workbook/inTurns";
import { sheetColumnOf, type TableFacts } from "../../workbook/tableFacts";
import type { MarkedCustomers } from "../markedCustomers";
import type { Concerned } from "./concernedPeople";
import type { PeopleColumns } from "./peopleColumns";
import type { Scored } from "./scoredCustomers";

/** A customer who changed segment with the last run, or would with the next. */
export interface ChangedCustomer extends Omit<ChangedLine, "segmentation"> {
  /** The cell of the key, as people name it. */
  readonly cell: string;
}

/** Who changed segment in one segmentation. */
export interface ChangedSegmentation {
  readonly id: string;
  readonly name: string;
  readonly valueColumn: string;
  /** The largest values first. */
  readonly customers: readonly ChangedCustomer[];
  /** How many each manager and each branch is to look at, as far as customers are known by name. */
  readonly by: { readonly manager: readonly Concerned[]; readonly branch: readonly Concerned[] };
  /** Changed, too, but not kept by name: there were too many. */
  readonly more: number;
  /** Changed, too, but no longer in the table under that key. */
  readonly gone: number;
  /** Customers that left the table, by their former segment. */
  readonly left: readonly { readonly from: string; readonly customers: number }[];
}

export interface Reading extends MarkedCustomers {
  readonly facts: TableFacts;
  readonly plan: Plan;
  readonly columns: PeopleColumns;
  readonly language: Language;
  readonly scored: Scored;
}

/** Codes of one customer's segments, as `ChangedCustomers` has them. */
export interface ChangedCode {
  readonly customer: number;
  readonly from: number;
  readonly to: number;
}

/** What `code` stands for: names of the former and the present segments, and the words for who has none. */
export interface SegmentNames {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export function segmentNames({ from, to }: SegmentNames, language: Language): SegmentNames {
  const { notClassified } = sheetWords(language);
  const { entered } = changeWords[language];
  return { from: [...from, notClassified, entered], to: [...to, notClassified] };
}

/** The lines of a list of changes: who, from where to where, of what value, and why. */
export async function changedLines(
  segmentation: Segmentation,
  changed: readonly ChangedCode[],
  names: SegmentNames,
  reading: Reading,
): Promise<readonly ChangedCustomer[]> {
  const { from, to } = segmentNames(names, reading.language);
  const lines: ChangedCustomer[] = [];
  await inTurns(changed.length, (i) => {
    const { customer, ...code } = changed[i] ?? { customer: 0, from: 0, to: 0 };
    const segment = code.to < names.to.length ? code.to : null;
    lines.push({
      ...lineOf(segmentation, customer, reading),
      from: from[code.from] ?? "",
      to: to[code.to] ?? "",
      why: whyText(whyOf(segmentation, segment, customer, reading), reading.language),
    });
  });
  return lines;
}

function whyOf(segmentation: Segmentation, to: number | null, customer: number, reading: Reading): Why {
  const { table, plan, scored } = reading;
  return why(segmentation, to, table, customer, plan.reading, scored.get(segmentation.id)?.(customer));
}

/** What a customer's row holds in a column to read the list by; "" where there is none. */
export function peopleText({ sheetRows, firstRow }: MarkedCustomers, column: string | null, customer: number): string {
  return column === null ? "" : contentText(columnNamed(sheetRows, column), firstRow(customer));
}

function lineOf(
  { valueColumn }: Segmentation,
  customer: number,
  reading: Reading,
): Omit<ChangedCustomer, "from" | "to" | "why"> {
  const { table, keys, firstRow, facts, plan, columns } = reading;
  // A column that a run wrote may be gone by now.
  const values = table.columns.find(({ name }) => name === valueColumn);
  const value = values && readNumber(values, customer);
  return {
    key: keys[customer] ?? "",
    name: peopleText(reading, columns.name, customer),
    value: typeof value === "number" ? value : null,
    manager: peopleText(reading, columns.manager, customer),
    branch: peopleText(reading, columns.branch, customer),
    cell: cellName(facts.sheet, facts.firstRow + firstRow(customer), sheetColumnOf(facts, plan.keyColumn)),
  };
}

/** Customers that left the table, by their former segment. */
export function whoLeft(moved: Moves, language: Language): ChangedSegmentation["left"] {
  const { from, to } = segmentNames(moved, language);
  return from.flatMap((name, i) => {
    const customers = moved.customers[i]?.[to.length] ?? 0;
    return customers > 0 ? [{ from: name, customers }] : [];
  });
}
