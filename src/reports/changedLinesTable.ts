import { changeWords } from "../text/changeWords";
import type { Language } from "../text/language";
import { distinctHeaders } from "./distinctHeaders";
import { moneyFormat } from "./moneyFormat";
import type { DocBlock, DocColumn } from "./sheetDoc";
import { widthFor } from "./textWidth";

/** A customer who changed segment, as the sheet lists it. */
export interface ChangedLine {
  readonly segmentation: string;
  readonly key: string;
  readonly name: string;
  /** Names of the segments, or the words for not classified and entered. */
  readonly from: string;
  readonly to: string;
  /** Of now; null where the cell holds no number. */
  readonly value: number | null;
  /** "" where there is no such column, or its cell is blank. */
  readonly manager: string;
  readonly branch: string;
  /** Why it is in its segment, from the cells of now. */
  readonly why: string;
}

/** The columns of the customer table that were read; null for one that there is not. */
export interface ListColumns {
  readonly name: string | null;
  readonly manager: string | null;
  readonly branch: string | null;
}

export interface ChangedLinesContext {
  readonly language: Language;
  readonly columns: ListColumns;
  readonly lines: readonly ChangedLine[];
  readonly id: string;
  /** Native table name. */
  readonly name: string;
  /** Where its header stands. Rows and columns count from zero. */
  readonly row: number;
  readonly column: number;
  /** Header of the segments moved to; absent for those of now. */
  readonly to?: string;
}

type TableBlock = Extract<DocBlock, { kind: "table" }>;

/** Who changed segment, or would, one line each. */
export function changedLinesTable(context: ChangedLinesContext): TableBlock {
  const { language, columns, lines, id, name, row, column } = context;
  const { headers } = changeWords[language].sheet;
  const money = moneyFormat(lines.map(({ value }) => value ?? 0));
  const made: readonly Made[] = [
    { header: headers.segmentation, width: 22, cell: ({ segmentation }) => segmentation },
    { header: headers.key, width: 14, cell: ({ key }) => key },
    ...(columns.name === null ? [] : [{ header: columns.name, width: 40, cell: ({ name }: ChangedLine) => name }]),
    { header: headers.from, width: 16, cell: ({ from }) => from },
    { header: context.to ?? headers.to, width: 16, cell: ({ to }) => to },
    { header: headers.value, width: 16, format: money, cell: ({ value }) => value },
    ...(columns.manager === null
      ? []
      : [{ header: columns.manager, width: 20, cell: ({ manager }: ChangedLine) => manager }]),
    ...(columns.branch === null
      ? []
      : [{ header: columns.branch, width: 20, cell: ({ branch }: ChangedLine) => branch }]),
    { header: headers.why, width: 80, cell: ({ why }) => why },
  ];
  const titles = distinctHeaders(made.map(({ header }) => header));
  return {
    kind: "table",
    id,
    row,
    column,
    name,
    filters: true,
    columns: made.map(({ width, format, cell }, i): DocColumn => {
      const header = titles[i] ?? "";
      if (format !== undefined) return { header, format, width };
      const shown = lines.slice(0, 200).map((line) => String(cell(line) ?? ""));
      return { header, format: "text", width: widthFor([header, ...shown], 12, width) };
    }),
    rows:
      lines.length > 0
        ? lines.map((line) => made.map(({ cell }) => cell(line)))
        : [["–", ...made.slice(1).map(() => null)]],
  };
}

interface Made {
  readonly header: string;
  readonly width: number;
  readonly format?: "money" | "smallMoney";
  readonly cell: (line: ChangedLine) => string | number | null;
}
