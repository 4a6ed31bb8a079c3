import type { Moves } from "../../engine/compareRuns";
import type { Plan } from "../../plan/plan";
import type { RegisterField } from "../../register/register";
import { packWords } from "../../text/packWords";
import { sheetWords } from "../../text/sheetWords";
import { distinctHeaders } from "../distinctHeaders";
import { matrixRows, movesTables } from "../movesBlocks";
import type { CellFormat, DocBlock, DocColumn, SheetDoc } from "../sheetDoc";
import { tableName } from "../tableName";
import { linesOf, widthFor } from "../textWidth";
import { withUnit } from "../withUnit";

/** A table of the Segments sheet as it stands: values without formulas. */
export interface PackTable {
  /** What stands above it where it is not the first of its segmentation. */
  readonly heading: string | null;
  readonly columns: readonly Pick<DocColumn, "header" | "format" | "width">[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly looks: Extract<DocBlock, { kind: "table" }>["looks"];
}

/** What an owner answers for, in the order of `ownerColumns`. */
export type PackOwner = readonly (string | number | null)[];

export const ownerColumns = [
  { field: "segment", format: "text" },
  { field: "owner", format: "text" },
  { field: "deputy", format: "text" },
  { field: "kpi", format: "text" },
  { field: "baseline", format: "measure" },
  { field: "target", format: "measure" },
  { field: "actual", format: "measure" },
  { field: "status", format: "text" },
  { field: "due", format: "date" },
  { field: "nextReview", format: "date" },
  { field: "objective", format: "text" },
] as const satisfies readonly { readonly field: RegisterField; readonly format: CellFormat }[];

/** Everything of one segmentation. */
export interface PackSegmentation {
  readonly id: string;
  readonly name: string;
  readonly valueColumn: string;
  readonly by: string;
  /** How its segments are made, in sentences. */
  readonly method: readonly string[];
  readonly classified: number;
  readonly notClassified: number;
  readonly tables: readonly PackTable[];
  readonly owners: readonly PackOwner[];
  /** On which day's labels the moves are; the last month first. */
  readonly moves: readonly { readonly date: string; readonly moves: Moves }[];
}

export interface PackContext {
  readonly name: string;
  readonly month: string;
  readonly plan: Plan;
  readonly run: { readonly at: Date; readonly person: string; readonly plan: number | null; readonly table: string };
  readonly frozen: { readonly at: Date; readonly person: string };
  readonly segmentations: readonly PackSegmentation[];
}

/** How much of a line the sentences have, in characters of the default font. */
const lineWidth = 150;
const objectiveWidth = 40;

/** The pack of a month: everything as values, on a sheet that no run knows. */
export function packSheet(context: PackContext): SheetDoc {
  const { plan, name, month, run, frozen } = context;
  const words = packWords(plan.sheetLanguage);
  const all = sheetWords(plan.sheetLanguage);
  const text = (id: string, row: number, style: "title" | "note", cell: string): DocBlock => {
    return { kind: "text", id, row, column: 0, style, cell };
  };
  const blocks: DocBlock[] = [
    text("title", 0, "title", words.title(month)),
    text("data", 1, "note", withUnit(words.data(plan.dataDate, run.table), plan.unit, all)),
    text("run", 2, "note", words.run(run.at, run.person, run.plan)),
    text("frozen", 3, "note", words.frozen(frozen.at, frozen.person)),
  ];
  let row = 5;
  for (const segmentation of context.segmentations) {
    const part = segmentationBlocks(segmentation, row, plan);
    blocks.push(...part.blocks);
    row = part.end;
  }
  return { id: "pack", name, frozenRows: 1, widths: {}, blocks };
}

interface Part {
  readonly blocks: readonly DocBlock[];
  /** The first row below it. */
  readonly end: number;
}

function segmentationBlocks(segmentation: PackSegmentation, top: number, plan: Plan): Part {
  const { id, name, by, method, classified, notClassified, tables, owners } = segmentation;
  const words = packWords(plan.sheetLanguage);
  const blocks: DocBlock[] = [];
  let row = top;
  const text = (part: string, style: "heading" | "strong" | "note" | "body", cell: string): void => {
    blocks.push({ kind: "text", id: `${id}/${part}`, row, column: 0, style, cell });
    row++;
  };
  text("heading", "heading", name);
  text("by", "note", by);
  text("counted", "note", words.counted(classified, notClassified));
  tables.forEach((table, i) => {
    if (table.heading !== null) text(`heading-${i + 1}`, "heading", table.heading);
    blocks.push(valueTable(`${id}/table-${i + 1}`, tableName(`Tierbook_Pack_${i + 1}`, id), row, table));
    row += table.rows.length + 2;
  });
  text("method", "heading", words.howMade);
  method
    .flatMap((sentence) => linesOf(sentence, lineWidth))
    .forEach((line, i) => text(`method-${i + 1}`, "body", line));
  row++;
  if (owners.length > 0) {
    text("owners-heading", "heading", words.owners(name));
    blocks.push(ownersTable(id, row, owners, plan.sheetLanguage));
    row += owners.length + 2;
  }
  const moved = movesPart(segmentation, row, plan);
  return { blocks: [...blocks, ...moved.blocks], end: moved.end + 1 };
}

function valueTable(id: string, name: string, row: number, { columns, rows, looks }: PackTable): DocBlock {
  const headers = distinctHeaders(columns.map(({ header }) => header));
  return {
    kind: "table",
    id,
    row,
    column: 0,
    name,
    columns: columns.map(({ format, width }, i) => ({ header: headers[i] ?? "", format, width })),
    rows,
    ...(looks ? { looks } : {}),
  };
}

function ownersTable(id: string, row: number, owners: readonly PackOwner[], language: Plan["sheetLanguage"]): DocBlock {
  const { headers } = sheetWords(language).owners;
  return {
    kind: "table",
    id: `${id}/owners`,
    row,
    column: 0,
    name: tableName("Tierbook_Pack_Owners", id),
    columns: ownerColumns.map(({ field, format }, i): DocColumn => {
      const shown = owners.map((cells) => String(cells[i] ?? ""));
      const header = headers[field];
      return { header, format, width: format === "text" ? widthFor([header, ...shown], 12, objectiveWidth) : 12 };
    }),
    rows: owners,
  };
}

function movesPart({ id, name, valueColumn, moves }: PackSegmentation, top: number, plan: Plan): Part {
  const words = packWords(plan.sheetLanguage);
  const text = (part: string, row: number, style: "heading" | "note", cell: string): DocBlock => {
    return { kind: "text", id: `${id}/${part}`, row, column: 0, style, cell };
  };
  const blocks: DocBlock[] = [text("moves-heading", top, "heading", words.moves(name))];
  if (moves.length === 0) {
    return { blocks: [...blocks, text("moves-none", top + 1, "note", words.noMoves)], end: top + 3 };
  }
  let row = top + 1;
  moves.forEach(({ date, moves: one }, i) => {
    const part = `moves-${i + 1}`;
    blocks.push(text(part, row, "note", words.movesOn(date, one.stayed, one.moved, one.entered, one.left)));
    blocks.push(
      ...movesTables(one, valueColumn, sheetWords(plan.sheetLanguage), {
        row: row + 1,
        ids: [`${id}/${part}-customers`, `${id}/${part}-value`],
        names: [tableName(`Tierbook_Pack_Moves_${i + 1}`, id), tableName(`Tierbook_Pack_Value_Moves_${i + 1}`, id)],
      }),
    );
    row += 2 * (matrixRows(one) + 1) + 2;
  });
  return { blocks, end: row };
}

/** What a cell shows, as a cell of a pack. */
export function packCell(content: unknown): string | number | null {
  if (typeof content === "number") return content;
  const text = typeof content === "boolean" ? String(content).toUpperCase() : content;
  return typeof text === "string" && text !== "" ? text : null;
}
