import type { Outcome } from "../../engine/outcome";
import type { ScoredCustomer } from "../../segmentations/rfm/whyScored";
import type { Plan } from "../../plan/plan";
import type { Segmentation } from "../../segmentations/plans";
import type { WrittenMeasure } from "../../segmentations/shared/planKind";
import { columnNamed } from "../../table/columnNamed";
import { contentText } from "../../table/contentText";
import { CellKind } from "../../table/customerTable";
import { dayText } from "../../table/dayText";
import { sheetWords } from "../../text/sheetWords";
import { countsFrom1904 } from "../../workbook/countsFrom1904";
import type { Session } from "../../workbook/inExcel";
import type { TableFacts } from "../../workbook/tableFacts";
import { dayCells } from "../dayCells";
import type { MarkedCustomers } from "../markedCustomers";
import type { Own } from "../writing/journal";

/** By the id of a segmentation what RFM found of a customer; nothing of one that goes by something else. */
export type Scored = ReadonlyMap<string, (customer: number) => ScoredCustomer>;

/** The columns of measures that a run wrote, as far as they still stand there, by segmentation. */
export type MeasureColumns = ReadonlyMap<string, Readonly<Partial<Record<WrittenMeasure, string>>>>;

const daysTo1904 = 1462;

export function measureColumns({ labels }: Own, facts: TableFacts): MeasureColumns {
  const columns = new Map<string, Partial<Record<WrittenMeasure, string>>>();
  for (const { table, segmentation, measure, id, name } of labels) {
    const there = facts.columns.some((column) => column.id === id && column.name === name);
    if (measure === undefined || !there || (table !== facts.id && table !== facts.name)) continue;
    columns.set(segmentation, { ...columns.get(segmentation), [measure]: name });
  }
  return columns;
}

/** What the cells of a run's measures hold now. */
export async function scoredInCells(
  session: Session,
  facts: TableFacts,
  columns: MeasureColumns,
  { sheetRows, firstRow }: MarkedCustomers,
): Promise<Scored> {
  const scored = new Map<string, (customer: number) => ScoredCustomer>();
  for (const [id, { lastOrder, orders, amount, score }] of columns) {
    const days = lastOrder === undefined ? null : columnNamed(sheetRows, lastOrder);
    const shift = days && (await countsFrom1904(session, facts.sheet, dayCells(facts, days))) ? daysTo1904 : 0;
    scored.set(id, (customer) => {
      const row = firstRow(customer);
      const content = (column: string): string => contentText(columnNamed(sheetRows, column), row);
      const day = days?.kinds[row] === CellKind.number ? dayIn((days.numbers[row] ?? 0) + shift) : null;
      return {
        scores: score === undefined ? null : scoresIn(content(score)),
        measures: [
          ...(lastOrder === undefined ? [] : [{ column: lastOrder, content: day ?? content(lastOrder) }]),
          ...[orders, amount].flatMap((column) => (column === undefined ? [] : [{ column, content: content(column) }])),
        ],
      };
    });
  }
  return scored;
}

/** What a preview found. */
export function scoredInPreview(plan: Plan, { segmentations }: Outcome): Scored {
  return new Map(
    plan.segmentations.flatMap((segmentation) => {
      const rfm = segmentations.find(({ id }) => id === segmentation.id)?.rfm;
      if (!rfm) return [];
      const { recency, frequency, monetary } = rfm.scores;
      return [
        [
          segmentation.id,
          (customer: number): ScoredCustomer => ({
            scores: scoresIn([recency, frequency, monetary].map((scores) => scores[customer] ?? 0).join("")),
            measures: measuresOf(segmentation, plan, [rfm.lastDays, rfm.orders, rfm.amounts], customer),
          }),
        ] as const,
      ];
    }),
  );
}

/** Those that a run would write; where columns of the table are the measures, these tell more. */
function measuresOf(
  segmentation: Segmentation,
  { sheetLanguage }: Plan,
  [lastDays, orders, amounts]: readonly [Float64Array, Float64Array, Float64Array],
  customer: number,
): ScoredCustomer["measures"] {
  if (segmentation.method !== "rfm" || segmentation.source.kind === "columns") return [];
  const { headers } = sheetWords(sheetLanguage).orders;
  const number = (value: number | undefined): string =>
    value === undefined || Number.isNaN(value) ? "" : String(Number(value.toPrecision(15)));
  return [
    { column: headers.lastOrder, content: dayIn(lastDays[customer] ?? NaN) ?? "" },
    { column: headers.orders, content: number(orders[customer]) },
    { column: segmentation.valueColumn, content: number(amounts[customer]) },
  ];
}

/** The last day that Excel knows. */
const lastDay = 2_958_465;

/** Null for what is no day. */
function dayIn(serial: number): string | null {
  return serial >= 1 && serial <= lastDay ? dayText(Math.floor(serial)) : null;
}

/** The three scores in a cell such as "545"; null for anything else. */
function scoresIn(text: string): ScoredCustomer["scores"] {
  if (!/^[1-5]{3}$/.test(text)) return null;
  const [recency = 0, frequency = 0, monetary = 0] = Array.from(text, Number);
  return [recency, frequency, monetary];
}
