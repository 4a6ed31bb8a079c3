import { changeWords } from "../text/changeWords";
import { figures } from "../text/figures";
import type { Language } from "../text/language";
import { plannedWords } from "../text/plannedWords";
import { changedLinesTable, type ChangedLine, type ListColumns } from "./changedLinesTable";
import { moneyFormat } from "./moneyFormat";
import type { DocBlock, SheetDoc } from "./sheetDoc";
import { widthFor } from "./textWidth";

/** How many would go from one segment to another, and who answers for both. */
export interface PlannedWay {
  readonly segmentation: string;
  /** Names of the segments, or the words for not classified, entered and left. */
  readonly from: string;
  readonly to: string;
  readonly customers: number;
  /** Of now; null for customers who left. */
  readonly value: number | null;
  /** "" for nobody. */
  readonly fromOwner: string;
  readonly toOwner: string;
}

export interface PlannedContext {
  readonly name: string;
  readonly language: Language;
  readonly plannedAt: Date;
  /** When the run was written that the plan is compared with. */
  readonly runAt: Date;
  readonly columns: ListColumns;
  /** The ways that somebody would go, by segmentation. */
  readonly ways: readonly PlannedWay[];
  readonly lines: readonly ChangedLine[];
  /** All changes, those that are not listed included. */
  readonly all: number;
  /** What else there is to say, such as who gets a first segment. */
  readonly notes: readonly string[];
}

/** The row of the first table's heading; the title and what it is of stand above. */
const waysRow = 5;

/** The sheet that says what a run would change, for whoever has to agree: dated, and nobody's to update. */
export function plannedSheet(context: PlannedContext): SheetDoc {
  const { name, language, plannedAt, runAt, ways, lines, all, notes } = context;
  const { sheet } = plannedWords[language];
  const { moment } = figures(language);
  const text = (id: string, row: number, style: "title" | "note" | "heading", cell: string): DocBlock => {
    return { kind: "text", id, row, column: 0, style, cell };
  };
  const listRow = waysRow + Math.max(ways.length, 1) + 4;
  const rest = [...(all > lines.length ? [changeWords[language].sheet.firstOf(lines.length, all)] : []), ...notes];
  return {
    id: "planned",
    name,
    frozenRows: 0,
    widths: {},
    blocks: [
      text("title", 0, "title", sheet.title),
      text("planned", 1, "note", sheet.planned(moment(plannedAt), moment(runAt))),
      text("fixed", 2, "note", sheet.fixed),
      text("rest", 3, "note", rest.join(" ")),
      text("ways-heading", waysRow, "heading", sheet.ways),
      waysTable(context, waysRow + 1),
      text("list-heading", listRow, "heading", sheet.customers),
      changedLinesTable({
        ...context,
        id: "planned-list",
        name: "Tierbook_Planned",
        row: listRow + 1,
        column: 0,
        to: sheet.headers.planned,
      }),
    ],
  };
}

function waysTable({ language, ways }: PlannedContext, row: number): DocBlock {
  const { headers: listed } = changeWords[language].sheet;
  const { headers } = plannedWords[language].sheet;
  const money = moneyFormat(ways.map(({ value }) => value ?? 0));
  const text = (header: string, most: number, shown: (way: PlannedWay) => string): Column => {
    const width = widthFor([header, ...ways.map(shown)], 12, most);
    return { header, format: "text", width, cell: shown };
  };
  const columns: readonly Column[] = [
    text(listed.segmentation, 22, ({ segmentation }) => segmentation),
    text(listed.from, 16, ({ from }) => from),
    text(headers.planned, 16, ({ to }) => to),
    { header: headers.customers, format: "count", width: 12, cell: ({ customers }) => customers },
    { header: listed.value, format: money, width: 16, cell: ({ value }) => value },
    text(headers.fromOwner, 20, ({ fromOwner }) => fromOwner),
    text(headers.toOwner, 20, ({ toOwner }) => toOwner),
  ];
  return {
    kind: "table",
    id: "planned-ways",
    row,
    column: 0,
    name: "Tierbook_PlannedWays",
    filters: true,
    columns: columns.map(({ header, format, width }) => ({ header, format, width })),
    rows:
      ways.length > 0
        ? ways.map((way) => columns.map(({ cell }) => cell(way)))
        : [["–", ...columns.slice(1).map(() => null)]],
  };
}

interface Column {
  readonly header: string;
  readonly format: "text" | "count" | "money" | "smallMoney";
  readonly width: number;
  readonly cell: (way: PlannedWay) => string | number | null;
}
