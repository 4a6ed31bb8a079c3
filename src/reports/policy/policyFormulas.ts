import { rowId, type PolicyField, type PolicyTable } from "../../segmentations/shared/policy/policyTable";
import type { PolicySheetWords } from "../../text/sheet/policyEn";
import type { DocCell } from "../sheetDoc";
import type { ClassNames } from "./policyColumns";
import { coverageFormula, limitTests, lineTests } from "./rfmFormulas";

/** Where the cells of a table stand, for its formulas: rows as the sheet counts them, from one. */
export interface FormulaPlace {
  readonly first: number;
  readonly last: number;
  /** Column letters by field. */
  readonly letters: ReadonlyMap<PolicyField, string>;
  /** Name of the customers' table; null where it is not known to be there. */
  readonly customers: string | null;
}

/**
 * What follows from the cells that people fill in: the other end of each band, and whether a row can be used. Rows are
 * looked up by their ids, so that a sorted table still says the same.
 */
export function policyFormula(
  table: PolicyTable,
  item: number,
  field: PolicyField,
  row: number,
  place: FormulaPlace,
  words: PolicySheetWords["check"],
  classes: ClassNames | null,
): DocCell {
  if (field === "check" && table.kind === "cells") {
    return { formula: `=${classCheck(`${place.letters.get("class") ?? "A"}${row}`, classes?.range ?? "", words)}` };
  }
  if (field === "combinations") {
    return { formula: `=${coverageFormula(table, table.items[item]?.id ?? "", classes?.lines ?? new Map())}` };
  }
  if (field === "check") return { formula: `=${check(table, item, row, place, words, classes)}` };
  const before = cutBefore(table, item, place);
  return before === null ? null : { formula: `=IFERROR(${before},"")` };
}

/** The cut-off of the item before, wherever its row stands; null for the first item. */
function cutBefore(table: PolicyTable, item: number, place: FormulaPlace): string | null {
  const cut = table.inputs.find((field) => field !== "name");
  const former = table.items[item - 1];
  if (cut === undefined || former === undefined) return null;
  return `INDEX(${column(cut, place)},MATCH(${quoted(rowId(table.id, former.id))},${column("id", place)},0))`;
}

/** Whether a combination's class is one of the policy's. */
function classCheck(cell: string, range: string, words: PolicySheetWords["check"]): string {
  const unknown = `IF(SUMPRODUCT((${range}=${cell})*1)=0,${quoted(words.unknownClass)},${quoted(words.fine)})`;
  return `IF(${cell}="",${quoted(words.noPolicy)},${unknown})`;
}

function check(
  table: PolicyTable,
  item: number,
  row: number,
  place: FormulaPlace,
  words: PolicySheetWords["check"],
  classes: ClassNames | null,
): string {
  const cell = (field: PolicyField): string => `${place.letters.get(field) ?? "A"}${row}`;
  const twice = (field: PolicyField): string => `SUMPRODUCT((${column(field, place)}=${cell(field)})*1)>1`;
  const tests: [when: string, says: string][] = [
    ...(table.fields.includes("name")
      ? ([
          [`${cell("name")}=""`, words.name],
          ...(table.kind === "rules" ? [] : [[twice("name"), words.sameName] as [string, string]]),
        ] as [string, string][])
      : []),
    ...columnTests(table, item, cell, place, words),
    ...ownTests(table, item, cell, cutBefore(table, item, place), words),
    ...(table.kind === "lines" ? lineTests(cell, classes?.range ?? "", words) : []),
  ];
  if (table.kind === "scales") {
    const both = `(${column("column", place)}=${cell("column")})*(${column("order", place)}=${cell("order")})`;
    tests.push([`SUMPRODUCT(${both})>1`, words.sameOrder]);
  }
  if (table.kind === "groups" || table.kind === "lines") tests.push([twice("order"), words.sameOrder]);
  return tests.reduceRight((rest, [when, says]) => `IF(${when},${quoted(says)},${rest})`, quoted(words.fine));
}

/** Whether a cell names a column of the customers' table, as long as that stands. */
function columnTests(
  { kind, items }: PolicyTable,
  item: number,
  cell: (field: PolicyField) => string,
  { customers }: FormulaPlace,
  words: PolicySheetWords["check"],
): [when: string, says: string][] {
  const names = kind === "scales" || (kind === "rules" && item < items.length - 1);
  if (!names) return [];
  const named = cell("column");
  return [
    [`${named}=""`, words.column],
    ...(customers === null
      ? []
      : ([[`IFERROR(SUMPRODUCT((${customers}[#Headers]=${named})*1)=0,FALSE)`, words.unknownColumn]] as [
          string,
          string,
        ][])),
  ];
}

function ownTests(
  table: PolicyTable,
  item: number,
  cell: (field: PolicyField) => string,
  before: string | null,
  words: PolicySheetWords["check"],
): [when: string, says: string][] {
  const isLast = item === table.items.length - 1;
  const noNumber = (field: PolicyField): string => `COUNT(${cell(field)})=0`;
  switch (table.kind) {
    case "tiers": {
      const cut = cell("upTo");
      if (isLast) return [[`NOT(${cut}=1)`, words.last]];
      return [
        [noNumber("upTo"), words.number],
        [`OR(${cut}<=0,${cut}>=1)`, words.share],
        ...(before === null ? [] : [[`AND(COUNT(${before})=1,${cut}<=${before})`, words.rising] as [string, string]]),
      ];
    }
    case "bands": {
      const field = table.inputs.includes("from") ? "from" : "below";
      if (isLast) return [[`NOT(${cell(field)}="")`, words.lastBand]];
      const [sign, says] = field === "from" ? [">=", words.falling] : ["<=", words.rising];
      return [
        [noNumber(field), words.number],
        ...(before === null
          ? []
          : [[`AND(COUNT(${before})=1,${cell(field)}${sign}${before})`, says] as [string, string]]),
      ];
    }
    case "groups":
      return [
        [`${cell("value")}=""`, words.value],
        [noNumber("order"), words.number],
      ];
    case "scales":
      return [
        [`${cell("value")}=""`, words.value],
        [noNumber("order"), words.number],
      ];
    case "rules":
      return isLast ? [] : ruleTests(cell, words);
    case "limits":
      return limitTests(cell, words);
    case "coverage":
      return [[`${cell("combinations")}>0`, coverageSays(table.items[item], words)]];
    case "lines":
    case "classes":
    case "cells":
    case "facts":
      return [];
    default:
      return table.kind satisfies never;
  }
}

/** Whether a row of rules says a test and what the test needs; the words are those of the sheet's own language. */
function ruleTests(cell: (field: PolicyField) => string, words: PolicySheetWords["check"]): [string, string][] {
  const { tests } = words;
  const is = (...kinds: readonly (keyof typeof tests)[]): string =>
    `OR(${kinds.map((kind) => `${cell("test")}=${quoted(tests[kind])}`).join(",")})`;
  const band = is("band", "not-band");
  const [from, below] = [cell("from"), cell("below")];
  const { otherwise: _otherwise, ...asked } = tests;
  return [
    [`COUNT(${cell("order")})=0`, words.number],
    [`NOT(${is(...(Object.keys(asked) as (keyof typeof asked)[]))})`, words.test],
    [`AND(${band},COUNT(${from},${below})=0)`, words.limit],
    [`AND(${band},COUNT(${from},${below})=2,${from}>=${below})`, words.crossed],
    [`AND(NOT(${band}),NOT(${is("blank", "not-blank")}),${cell("values")}="")`, words.value],
  ];
}

function column(field: PolicyField, { first, last, letters }: FormulaPlace): string {
  const letter = letters.get(field) ?? "A";
  return `$${letter}$${first}:$${letter}$${last}`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function coverageSays(item: PolicyTable["items"][number] | undefined, words: PolicySheetWords["check"]): string {
  return item?.id === "without" ? words.without : words.several;
}
