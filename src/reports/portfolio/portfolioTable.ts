import type { SegmentationOutcome } from "../../engine/outcome";
import type { Segmentation } from "../../segmentations/plans";
import type { SheetWords } from "../../text/sheet/en";
import { labelCondition } from "../criterion";
import { leavesOut } from "../../engine/leftOutCounts";
import type { ReportContext } from "../reportContext";
import type { DocBlock, DocCell, RowLook } from "../sheetDoc";
import { plainNumber } from "../plainNumber";
import { structuredReference } from "../structuredReference";
import { tableName } from "../tableName";
import { widthFor } from "../textWidth";
import type { Amount, PortfolioColumn, PortfolioPlace } from "./portfolioColumn";

/** What a cell without a figure says; the notes say why. */
const none = "–";

/**
 * One row per segment, one for the customers that are not classified, and the total, as in the table of the segments:
 * what the segments do not hold of the customer table is not classified. Where rows were left out by choice, the total is
 * that of the segments.
 */
export function portfolioTable(
  segmentation: Segmentation,
  result: SegmentationOutcome,
  columns: readonly PortfolioColumn[],
  row: number,
  context: ReportContext,
  words: SheetWords,
): DocBlock {
  const { id, name } = segmentation;
  const names = result.groups.map((group) => group.name);
  const label = structuredReference(context.table, context.labelColumns.get(id) ?? name);
  const first = row + 2; // as the sheet counts: from one, below the header
  const open = first + names.length;
  const key = structuredReference(context.table, context.plan.keyColumn);
  const without = leavesOut(result) ? labelCondition(label, `A${open}`, [words.notClassified]) : null;
  const at = { label, key, without, first, last: open - 1 };
  const cells = (place: PortfolioPlace, at_: number): DocCell[] =>
    columns.map((column, i) =>
      cellOf(column, i, { ...at, place, row: at_, is: labelCondition(label, `A${at_}`, names) }),
    );
  return {
    kind: "table",
    id: `${id}/portfolio`,
    row,
    column: 0,
    name: tableName("Tierbook_Portfolio", id),
    columns: [
      {
        header: words.segments.headers.segment,
        format: "text",
        width: widthFor([...names, words.notClassified], 22, 40),
      },
      ...columns.map(({ header, format, width }) => ({ header, format, width })),
    ],
    rows: [
      ...result.groups.map((group, i): DocCell[] => [group.name, ...cells({ group: group.id }, first + i)]),
      [words.notClassified, ...cells("open", open)],
      [without === null ? words.total : words.rows.totalClassified, ...cells("total", open + 1)],
    ],
    looks: [...result.groups.map((): RowLook => "plain"), "muted", "total"],
  };
}

interface At {
  readonly label: string;
  readonly key: string;
  /** The condition that a row is not classified; null where the total of the table is that of the customers. */
  readonly without: string | null;
  /** Rows of the segments as the sheet counts, and the row of the cell. */
  readonly first: number;
  readonly last: number;
  readonly row: number;
  readonly place: PortfolioPlace;
  /** The condition that a row has the label of the segment. */
  readonly is: string;
}

function cellOf(column: PortfolioColumn, index: number, at: At): DocCell {
  const { place, row } = at;
  const own = letter(index);
  switch (column.kind) {
    case "amount": {
      if (place === "total")
        return live(`SUM(${at.without === null ? `${own}${at.first}:${own}${row - 1}` : segments(own, at)})`);
      if (place !== "open") return live(inSegment([column.amount], at));
      if (at.without !== null) return live(unclassified([column.amount], at));
      // Rounded, because a difference of sums leaves a crumb in the last binary digits.
      return live(`ROUND(${inTable([column.amount])}-SUM(${segments(own, at)}),6)`);
    }
    case "ratio":
      return live(`IFERROR(${letter(column.part)}${row}/${letter(column.of)}${row},"${none}")`);
    case "part": {
      const of = letter(column.of);
      const open = unclassified(column.amounts, at);
      const whole = at.without === null ? inTable(column.amounts) : `${inTable(column.amounts)}-(${open})`;
      if (place === "total") return live(`IFERROR((${whole})/${of}${row},"${none}")`);
      if (place !== "open") return live(`IFERROR((${inSegment(column.amounts, at)})/${of}${row},"${none}")`);
      if (at.without !== null) return live(`IFERROR((${open})/${of}${row},"${none}")`);
      const rest = `${inTable(column.amounts)}-SUMPRODUCT(${segments(own, at)},${segments(of, at)})`;
      return live(`IFERROR(ROUND(${rest},6)/${of}${row},"${none}")`);
    }
    case "customers": {
      if (place === "open") return null;
      if (place === "total" && at.without !== null) return live(`IFERROR(${classifiedShare(column, at)},"${none}")`);
      if (place === "total")
        return live(`IFERROR(COUNTIFS(${column.column},${column.is})/COUNTA(${at.key}),"${none}")`);
      return live(`IFERROR(COUNTIFS(${at.is},${column.column},${column.is})/COUNTIFS(${at.is}),"${none}")`);
    }
    case "dated":
      return column.cell(place);
    case "change": {
      const former = column.former(place);
      return former === null ? none : live(`ROUND(${letter(column.of)}${row}-(${plainNumber(former)}),6)`);
    }
    default:
      return column satisfies never;
  }
}

const live = (formula: string): DocCell => ({ formula: `=${formula}` });

/** The column's letter; the segments' names stand in A. */
function letter(index: number): string {
  return String.fromCharCode("B".charCodeAt(0) + index);
}

function segments(column: string, { first, last }: At): string {
  return `${column}${first}:${column}${last}`;
}

function inSegment(amounts: readonly Amount[], { is }: At): string {
  return amounts.map(({ of, where }) => `SUMIFS(${of},${is}${criteria(where)})`).join("+");
}

/** Without a criterion of its own a sum takes two, so that a cell with an error in the column does not spoil it. */
function inTable(amounts: readonly Amount[]): string {
  return amounts
    .map(({ of, where }) => (where ? `SUMIFS(${of}${criteria(where)})` : `SUMIF(${of},">0")+SUMIF(${of},"<0")`))
    .join("+");
}

/** What the rows without a segment hold, cells with an error aside. */
function unclassified(amounts: readonly Amount[], { without }: At): string {
  const sum = (of: string, more: string): string => `SUMIFS(${of},${without ?? ""}${more})`;
  return amounts
    .map(({ of, where }) => (where ? sum(of, criteria(where)) : `${sum(of, `,${of},">0"`)}+${sum(of, `,${of},"<0"`)}`))
    .join("+");
}

/** Of the rows with the label of a segment how many meet a criterion. */
function classifiedShare(
  { column, is }: Pick<PortfolioColumn & { kind: "customers" }, "column" | "is">,
  at: At,
): string {
  const [any, open] = [`COUNTIFS(${at.label},"?*"`, `COUNTIFS(${at.without ?? ""}`];
  return `(${any},${column},${is})-${open},${column},${is}))/(${any})-${open}))`;
}

function criteria(where: Amount["where"]): string {
  return (where ?? []).map(({ column, is }) => `,${column},${is}`).join("");
}
