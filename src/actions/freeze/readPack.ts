import type { Moves } from "../../engine/compareRuns";
import { firstCode, type KeptLabels } from "../../engine/keptLabels";
import type { Outcome, SegmentationOutcome } from "../../engine/outcome";
import { Failure } from "../../failure";
import type { Plan } from "../../plan/plan";
import type { Segmentation } from "../../segmentations/plans";
import { planForTable } from "../../plan/planForTable";
import { usedColumns } from "../../plan/usedColumns";
import { dateFields, peopleFields } from "../../register/register";
import type { StandingEntry } from "../../register/parseRegister";
import { serialOf } from "../../register/dayOf";
import {
  ownerColumns,
  packCell,
  type PackOwner,
  type PackSegmentation,
  type PackTable,
} from "../../reports/pack/packSheet";
import type { DocBlock, SheetDoc } from "../../reports/sheetDoc";
import { sheetWords } from "../../text/sheetWords";
import type { Session } from "../../workbook/inExcel";
import { ownSheet, type FoundSheet } from "../../workbook/ownSheets";
import { readStandingTables, type StandingTable } from "../../workbook/standingTable";
import { readEntries, type Head } from "../../workbook/store";
import type { TableFacts } from "../../workbook/tableFacts";
import { markedCustomers } from "../markedCustomers";
import { findOwners, type FoundOwners } from "../owners/standingOwners";
import type { RunRecord } from "../readState";
import { entryNames } from "../writing/entries";
import { knowsCustomersOf, movesSince, rowsBefore } from "../writing/comparedRuns";
import { noPeriods } from "../writing/periods";
import { ownNothing, readStored } from "../writing/journal";
import { markIndex } from "../writing/writtenLabel";

/** The run that is frozen, and where what it wrote stands. */
export interface PackSource {
  readonly head: Head;
  readonly facts: TableFacts;
  readonly found: readonly FoundSheet[];
  readonly plan: Plan;
  readonly run: RunRecord;
}

/**
 * Reads what a pack holds of every segmentation, as the sheets show it now.
 *
 * @throws {Failure} `missing-table` where the Segments sheet is gone
 */
export async function readPack(session: Session, source: PackSource): Promise<readonly PackSegmentation[]> {
  const { head, found, plan, run } = source;
  const names = [entryNames.own, entryNames.docs];
  const texts = await readEntries(session, head, names);
  const own = readStored("own", texts[entryNames.own]) ?? ownNothing;
  const docs = (readStored("docs", texts[entryNames.docs]) ?? []) as readonly SheetDoc[];
  const doc = docs.find(({ id }) => id === "segments");
  const sheet = ownSheet(found, "segments", own.sheets.find(({ id }) => id === "segments")?.name);
  if (!doc || sheet === null) {
    throw new Failure("missing-table", "a pack requires the Segments sheet", { subject: doc?.name ?? "Segments" });
  }
  const standing = await readStandingTables(session, sheet);
  const owners = await findOwners(session, found, own.sheets);
  const moves = await movesOfPeriods(session, source);
  return plan.segmentations.map((segmentation): PackSegmentation => {
    const { id, name, valueColumn } = segmentation;
    const counted = run.segmentations.find((one) => one.id === id);
    const texts = doc.blocks.flatMap((block) =>
      block.kind === "text" && block.id.startsWith(`${id}/`) && typeof block.cell === "string"
        ? [{ id: block.id.slice(id.length + 1), text: block.cell }]
        : [],
    );
    return {
      id,
      name,
      valueColumn,
      by: texts.find((text) => text.id === "by")?.text ?? "",
      method: texts.flatMap((text) => (/^method-\d+$/.test(text.id) ? [text.text] : [])),
      classified: counted?.classified ?? 0,
      notClassified: counted?.notClassified ?? 0,
      tables: tablesOf(segmentation, doc, standing),
      owners: owners ? ownersOf(segmentation, owners, plan) : [],
      moves: moves.flatMap(({ date, moves: all }) => {
        const one = all.find((candidate) => candidate.id === id);
        return one ? [{ date, moves: one }] : [];
      }),
    };
  });
}

type TableBlock = Extract<DocBlock, { kind: "table" }>;

/** The tables of a segmentation as they stand, but that of the curve, which only a chart needs. */
function tablesOf({ id }: Segmentation, doc: SheetDoc, standing: readonly StandingTable[]): readonly PackTable[] {
  const blocks = doc.blocks.filter(
    (block): block is TableBlock =>
      block.kind === "table" && block.id.startsWith(`${id}/`) && block.id !== `${id}/curve`,
  );
  return blocks.flatMap((block, i): PackTable[] => {
    const table = standing.find(({ name }) => name === block.name);
    if (!table) return [];
    const above = doc.blocks.find(
      (other) => other.kind === "text" && other.style === "heading" && other.row === block.row - 1,
    );
    const heading = above?.kind === "text" && typeof above.cell === "string" ? above.cell : null;
    return [
      {
        heading: i === 0 ? null : heading,
        columns: table.headers.map((header) => {
          const known = block.columns.find((column) => column.header === header);
          return known
            ? { header, format: known.format, width: known.width }
            : { header, format: "general", width: 12 };
        }),
        rows: table.rows.map((cells) => cells.map(packCell)),
        looks: block.looks?.length === table.rows.length ? block.looks : undefined,
      },
    ];
  });
}

function ownersOf({ id }: Segmentation, owners: FoundOwners, plan: Plan): readonly PackOwner[] {
  const { entries } = owners.register;
  return entries
    .filter((entry) => entry.inPlan && entry.id.startsWith(`${id}/`))
    .map((entry) => ownerColumns.map(({ field }) => ownerCell(entry, field, plan)));
}

function ownerCell(
  entry: StandingEntry,
  field: (typeof ownerColumns)[number]["field"],
  { sheetLanguage }: Plan,
): string | number | null {
  if (field === "segment") return entry.segment;
  if (field === "actual") return entry.actual;
  if (field === "status" && entry.status !== null) return sheetWords(sheetLanguage).owners.statuses[entry.status];
  const people = peopleFields.find((one) => one === field);
  const value = people === undefined ? undefined : entry.values[people];
  if (people !== undefined && dateFields.includes(people) && typeof value === "string") return serialOf(value) ?? value;
  return value ?? null;
}

/** Who moved since the month and the year-end before, by the labels of then and of the run that is frozen. */
async function movesOfPeriods(
  session: Session,
  { head, facts, plan }: PackSource,
): Promise<readonly { readonly date: string; readonly moves: readonly Moves[] }[]> {
  const texts = await readEntries(session, head, [
    entryNames.labels,
    entryNames.labelsMonth,
    entryNames.labelsYear,
    entryNames.periods,
  ]);
  const written = readStored("labels", texts[entryNames.labels]);
  const periods = readStored("periods", texts[entryNames.periods]) ?? noPeriods;
  const month = readStored("labels", texts[entryNames.labelsMonth]);
  const year = periods.year === periods.month ? null : readStored("labels", texts[entryNames.labelsYear]);
  if (!written || (!month && !year)) return [];
  const names = facts.columns.map(({ name }) => name);
  const there = planForTable(plan, plan.table, plan.keyColumn, names).plan;
  const valued = {
    ...there,
    segmentations: there.segmentations.filter(({ valueColumn }) => names.includes(valueColumn)),
  };
  const values = valued.segmentations.map(({ valueColumn }) => valueColumn);
  const now = await markedCustomers(session, facts, valued, [...usedColumns(valued), ...values]);
  const outcome = writtenOutcome(written, now.marks);
  const columns = new Map(names.map((name) => [name, name]));
  const periodMoves: { readonly date: string; readonly moves: readonly Moves[] }[] = [];
  for (const [date, labels] of [
    [periods.month, month],
    [periods.year, year],
  ] as const) {
    if (date === null || labels === null || !knowsCustomersOf(labels, plan, columns)) continue;
    const rows = await rowsBefore(labels, now.marks);
    periodMoves.push({ date, moves: await movesSince(labels, valued, { outcome, table: now.table }, rows) });
  }
  return periodMoves;
}

/** The labels that a run wrote, for the customers of now; those whom it did not know are not classified. */
function writtenOutcome({ keys, segmentations }: KeptLabels, marks: readonly string[]): Outcome {
  const rowOf = markIndex(keys);
  return {
    rows: marks.length,
    customers: marks.length,
    segmentations: segmentations.map(({ id, groups, codes }) => {
      const labels = Uint16Array.from(marks, (mark) => {
        const row = rowOf.get(mark);
        return row === undefined ? groups.length : codes.charCodeAt(row) - firstCode;
      });
      // Comparing reads labels and groups alone.
      return { id, groups, labels } as unknown as SegmentationOutcome;
    }),
  };
}
