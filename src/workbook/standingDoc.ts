import type { DocBlock, SheetDoc } from "../reports/sheetDoc";
import { placeOf, placesOf } from "./blockPlaces";
import { overlap, rangeAt, type Place } from "./address";
import type { Session } from "./inExcel";
import { readStanding } from "./renderSheet";

type TableBlock = Extract<DocBlock, { kind: "table" }>;
type Charts = Extract<DocBlock, { kind: "chart" }>;

/** The most cells of a sheet of which nobody remembers what was written on it that are looked at. */
const mostCells = 500_000;

/** From which likeness on two texts are the same sentence about other figures. */
const alike = 0.6;

/**
 * What Tierbook wrote on a sheet of its own, where nobody remembers it: native tables by their names, charts by theirs,
 * and texts that say what a run would say there, though about other figures. All other cells are people's.
 *
 * @param likely - the reports that a run would write now, in every form that they may have had
 * @returns null where a cell that is none of ours stands where the report would, so that nobody can tell
 */
export async function standingDoc(
  session: Session,
  sheetName: string,
  likely: readonly SheetDoc[],
): Promise<SheetDoc | null> {
  const [first] = likely;
  const sheet = session.workbook.worksheets.getItem(sheetName);
  const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount");
  const standing = await readStanding(session, sheetName);
  if (!first || used.isNullObject || used.rowCount * used.columnCount > mostCells) return null;
  const blocks = likely.flatMap((doc) => doc.blocks);
  const tables = tablesOf(standing.tables, blocks);
  const cells = await textsOf(session, sheet, used, tables);
  const { texts, foreign } = claimed(cells, blocks);
  const doc: SheetDoc = {
    ...first,
    name: sheetName,
    blocks: [
      ...texts,
      ...tables,
      ...first.blocks.filter((block): block is Charts => block.kind === "chart" && standing.charts.has(block.name)),
    ],
  };
  const inTheWay = foreign.some(({ row, column }) =>
    placesOf(first).some((place) => overlap(place, { row, column, rows: 1, columns: 1 })),
  );
  return inTheWay ? null : doc;
}

/** The tables of a sheet that carry one of our names, as they stand. */
function tablesOf(standing: ReadonlyMap<string, Place>, blocks: readonly DocBlock[]): readonly TableBlock[] {
  return [...standing].flatMap(([name, { row, column, rows, columns }]): TableBlock[] => {
    if (!name.startsWith("Tierbook_")) return [];
    const known = blocks.find((block): block is TableBlock => block.kind === "table" && isNumbered(name, block.name));
    return [
      {
        kind: "table",
        id: known?.id ?? name.slice(0, 255),
        row,
        column,
        name,
        ...(known?.filters ? { filters: true } : {}),
        columns: Array.from({ length: columns }, () => ({ header: "", format: "general", width: 12, asIs: true })),
        rows: Array.from({ length: rows - 1 }, () => Array.from({ length: columns }, () => ({ asIs: true }) as const)),
      },
    ];
  });
}

/** A name as it is, or with the number that it gets where another table has it. */
function isNumbered(name: string, wanted: string): boolean {
  return name === wanted || (name.startsWith(`${wanted}_`) && /^\d{1,3}$/.test(name.slice(wanted.length + 1)));
}

interface FoundText {
  readonly row: number;
  readonly column: number;
  readonly content: unknown;
}

/** What stands beside the tables. */
async function textsOf(
  session: Session,
  sheet: Excel.Worksheet,
  used: Excel.Range,
  tables: readonly TableBlock[],
): Promise<readonly FoundText[]> {
  const place = { row: used.rowIndex, column: used.columnIndex, rows: used.rowCount, columns: used.columnCount };
  const range = rangeAt(sheet, place).load("values");
  await session.sync();
  const taken = tables.flatMap((table) => placeOf(table) ?? []);
  return (range.values as unknown[][]).flatMap((contents, i) =>
    contents.flatMap((content, k): FoundText[] => {
      const [row, column] = [place.row + i, place.column + k];
      const within = taken.some((table) => overlap(table, { row, column, rows: 1, columns: 1 }));
      return content === "" || within ? [] : [{ row, column, content }];
    }),
  );
}

/** The texts and pairs among them that say what ours say, and all others. */
function claimed(
  cells: readonly FoundText[],
  blocks: readonly DocBlock[],
): { readonly texts: readonly DocBlock[]; readonly foreign: readonly FoundText[] } {
  const all = blocks.filter((block) => block.kind === "pairs" && standsThere(block, cells));
  const pairs = all.filter(({ id }, i) => all.findIndex((other) => other.id === id) === i);
  const beside = pairs.flatMap((block) => placeOf(block) ?? []);
  let free = blocks.flatMap((block) => (block.kind === "text" ? [{ block, says: saidBy(block) }] : []));
  const texts: DocBlock[] = [];
  const foreign: FoundText[] = [];
  for (const cell of cells) {
    const { row, column, content } = cell;
    if (beside.some((place) => overlap(place, { row, column, rows: 1, columns: 1 }))) continue;
    const says = typeof content === "string" ? plain(content) : "";
    const found = free
      .filter(({ block }) => block.column === column)
      .map((one) => ({ ...one, likeness: one.says === says ? 2 : likeness(one.says, says) }))
      .filter((one) => one.likeness >= alike)
      .sort((a, b) => b.likeness - a.likeness || a.block.row - b.block.row)[0];
    if (!found) foreign.push(cell);
    else {
      free = free.filter(({ block }) => block.id !== found.block.id);
      texts.push({ ...found.block, row, column });
    }
  }
  return { texts: [...texts, ...pairs], foreign };
}

/** Pairs never move: they stand where they do if their names do. */
function standsThere(
  { row, column, pairs }: Extract<DocBlock, { kind: "pairs" }>,
  cells: readonly FoundText[],
): boolean {
  return pairs.every(({ name }, i) =>
    cells.some((cell) => cell.row === row + i && cell.column === column && cell.content === name),
  );
}

function saidBy({ cell }: Extract<DocBlock, { kind: "text" }>): string {
  if (typeof cell === "string" || typeof cell === "number") return plain(String(cell));
  return cell !== null && "text" in cell ? plain(cell.text) : "";
}

/** A text without its figures. */
function plain(text: string): string {
  return text
    .slice(0, 1000)
    .replace(/[\d.,:%\s]+/gu, " ")
    .trim()
    .toLowerCase();
}

/** How much two texts have in common, from 0 to 1: pairs of neighbouring characters, by Dice. */
function likeness(a: string, b: string): number {
  const [one, other] = [pairsIn(a), pairsIn(b)];
  const common = [...one].filter((pair) => other.has(pair)).length;
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size);
}

function pairsIn(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
}
