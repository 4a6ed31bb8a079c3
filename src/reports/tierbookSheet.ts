import type { Outcome, SegmentationOutcome } from "../engine/outcome";
import type { Segmentation } from "../segmentations/plans";
import { sheetWords } from "../text/sheetWords";
import type { SheetWords } from "../text/sheet/en";
import { curveAt } from "./curveAt";
import { listLength, listSays } from "./listedCustomers";
import type { ReportContext } from "./reportContext";
import type { DocBlock, DocCell, SheetDoc } from "./sheetDoc";

/** The block whose cell says whether the last run is complete. The workbook layer writes it while a run goes on. */
export const stateBlock = "state";

/** That block's cell, as a formula names it. */
export const stateCell = "$B$6";

/** Where each part stands, counted from zero; parts have room to grow, so that none ever moves. */
const rowOf = { title: 0, purpose: 1, run: 4, state: 5, facts: 6, findings: 15, contents: 21, list: 29 } as const;

/** The Tierbook sheet: what this workbook's segmentation is, on which data, what it shows, and where to look. */
export function tierbookSheet(outcome: Outcome, context: ReportContext): SheetDoc {
  const { plan, runAt, sheetNames } = context;
  const words = sheetWords(plan.sheetLanguage);
  const { tierbook } = words;
  const heading = (id: string, row: number, cell: string): DocBlock => {
    return { kind: "text", id, row, column: 0, style: "heading", cell };
  };
  return {
    id: "tierbook",
    name: sheetNames.tierbook,
    frozenRows: 1,
    widths: { 0: 34, 1: 30 },
    blocks: [
      { kind: "text", id: "title", row: rowOf.title, column: 0, style: "title", cell: tierbook.title },
      ...tierbook.purpose(context.table).map((cell, i): DocBlock => {
        return { kind: "text", id: `purpose-${i + 1}`, row: rowOf.purpose + i, column: 0, style: "body", cell };
      }),
      heading("run-heading", rowOf.run, tierbook.headings.run),
      { kind: "text", id: "state-name", row: rowOf.state, column: 0, style: "label", cell: tierbook.facts.state },
      {
        kind: "text",
        id: stateBlock,
        row: rowOf.state,
        column: 1,
        style: "strong",
        cell: tierbook.complete(runAt),
      },
      facts(outcome, context, words),
      heading("findings-heading", rowOf.findings, tierbook.headings.findings),
      ...findings(outcome, context, words),
      heading("contents-heading", rowOf.contents, tierbook.headings.contents),
      ...contents(context, words),
      heading("list-heading", rowOf.list, tierbook.headings.list),
      ...listed(outcome, context, words),
    ],
  };
}

function facts(outcome: Outcome, context: ReportContext, words: SheetWords): DocBlock {
  const { plan, person, table } = context;
  const { facts: names, notStated } = words.tierbook;
  const several = plan.rows.perCustomer === "several";
  const { customersClassified: classified, customersNotClassified: notClassified } = words.rows;
  const ofCustomers = several ? { classified, notClassified } : names;
  const perSegmentation = (count: (result: SegmentationOutcome) => number): DocCell => {
    const [only, ...others] = outcome.segmentations;
    if (only && others.length === 0) return count(only);
    return outcome.segmentations.map((result) => names.bySegmentation(result.name, count(result))).join("; ");
  };
  const day = plan.dataDate === null ? notStated : words.day(plan.dataDate);
  return {
    kind: "pairs",
    id: "facts",
    row: rowOf.facts,
    column: 0,
    pairs: [
      {
        name: names.dataDate,
        cell: plan.unit === null ? day : words.portfolio.unitAfter(day, plan.unit),
        format: "text",
      },
      { name: names.table, cell: table, format: "text" },
      { name: names.key, cell: plan.keyColumn, format: "text" },
      several
        ? { name: words.rows.read, cell: words.rows.rowsAndCustomers(outcome.rows, outcome.customers), format: "text" }
        : { name: names.rows, cell: outcome.rows, format: "count" },
      { name: ofCustomers.classified, cell: perSegmentation((result) => result.classified), format: "count" },
      {
        name: ofCustomers.notClassified,
        cell: perSegmentation((result) => result.notClassified.length),
        format: "count",
      },
      { name: names.remarks, cell: perSegmentation(remarked), format: "count" },
      { name: names.by, cell: person === "" ? notStated : person, format: "text" },
    ],
  };
}

/** Customers with a remark: one with several rows may have more than one. */
function remarked({ remarks }: SegmentationOutcome): number {
  return new Set(remarks.map(({ key }) => key)).size;
}

/** Three sentences about the first segmentation, and a fourth where customers could not be classified. */
function findings(outcome: Outcome, { plan }: ReportContext, words: SheetWords): DocBlock[] {
  const [result] = outcome.segmentations;
  const segmentation = plan.segmentations.find(({ id }) => id === result?.id);
  if (!result || !segmentation) return [];
  return sentences(result, segmentation, words).map((cell, i) => {
    return { kind: "text", id: `finding-${i + 1}`, row: rowOf.findings + 1 + i, column: 0, style: "body", cell };
  });
}

function sentences(result: SegmentationOutcome, { valueColumn }: Segmentation, words: SheetWords): string[] {
  const { findingTier, findingTenth, findingLast, findingOpen } = words.tierbook;
  const best = result.groups[0];
  const last = [...result.groups].reverse().find((group) => group.customers > 0);
  const found: string[] = [];
  if (best) found.push(findingTier(best.name, best.customers, best.shareOfCustomers, best.shareOfValue, valueColumn));
  if (result.curve.length > 0) found.push(findingTenth(curveAt(result.curve, 0.1), valueColumn));
  if (last && last !== best) found.push(findingLast(last.name, last.customers, last.shareOfValue, last.median ?? 0));
  if (result.notClassified.length > 0)
    found.push(findingOpen(result.notClassified.length, result.unclassified.shareOfValue, valueColumn));
  return found;
}

function contents({ sheet, sheetNames, table }: ReportContext, words: SheetWords): DocBlock[] {
  const places = [
    { sheet: sheetNames.segments, says: words.tierbook.contents.segments },
    { sheet: sheetNames.owners, says: words.tierbook.contents.owners },
    { sheet: sheetNames.policy, says: words.tierbook.contents.policy },
    { sheet: sheetNames.runs, says: words.tierbook.contents.runs },
    { sheet, says: words.tierbook.contents.table(table) },
  ];
  return places.flatMap((place, i): DocBlock[] => {
    const row = rowOf.contents + 1 + i;
    return [
      {
        kind: "text",
        id: `link-${i + 1}`,
        row,
        column: 0,
        style: "body",
        cell: { text: place.sheet, linkTo: { sheet: place.sheet, cell: "A1" } },
      },
      { kind: "text", id: `link-${i + 1}-says`, row, column: 1, style: "body", cell: place.says },
    ];
  });
}

/** How many customers deserve a look, and the way to their list. */
function listed(outcome: Outcome, context: ReportContext, words: SheetWords): DocBlock[] {
  const { sheetNames } = context;
  const number = listLength(outcome);
  const { tierbook } = words;
  const at = { kind: "text", style: "body" } as const;
  const row = rowOf.list + 1;
  if (number === 0) return [{ ...at, id: "list-says", row, column: 0, cell: tierbook.listNone }];
  return [
    { ...at, id: "list-says", row, column: 0, cell: listSays(number, number, context, words) },
    { ...at, id: "list-where", row: row + 1, column: 0, cell: tierbook.listWhere },
    {
      ...at,
      id: "list-link",
      row: row + 1,
      column: 1,
      cell: { text: sheetNames.runs, linkTo: { sheet: sheetNames.runs, cell: "A1" } },
    },
  ];
}
