import { renamedReferences } from "../../reports/structuredReference";
import type { DocBlock, DocCell, SheetDoc } from "../../reports/sheetDoc";
import { isFormula } from "../../workbook/formulaCells";
import type { TableFacts } from "../../workbook/tableFacts";
import type { Journal } from "./journal";

/**
 * Reports whose formulas name the customers' table and its columns as they are called now: somebody may have renamed them
 * since the run was prepared. They are told by Excel's ids, which a new name leaves alone.
 */
export function withPresentNames(
  docs: readonly SheetDoc[],
  { table, idsBefore, namesBefore = [] }: Journal,
  facts: TableFacts,
): readonly SheetDoc[] {
  const columns = new Map<string, string>();
  idsBefore.forEach((id, i) => {
    const [before, now] = [namesBefore[i], facts.columns.find((column) => column.id === id)?.name];
    if (before !== undefined && now !== undefined && now !== before) columns.set(before, now);
  });
  if (facts.name === table.name && columns.size === 0) return docs;
  const renamed = renamedReferences(table.name, { table: facts.name, columns });
  const cell = (content: DocCell): DocCell =>
    isFormula(content) ? { ...content, formula: renamed(content.formula) } : content;
  const block = (one: DocBlock): DocBlock => {
    switch (one.kind) {
      case "text":
        return { ...one, cell: cell(one.cell) };
      case "pairs":
        return { ...one, pairs: one.pairs.map((pair) => ({ ...pair, cell: cell(pair.cell) })) };
      case "table":
        return { ...one, rows: one.rows.map((cells) => cells.map(cell)) };
      case "chart":
        return one;
      default:
        return one satisfies never;
    }
  };
  return docs.map((doc) => ({ ...doc, blocks: doc.blocks.map(block) }));
}

/** Whether a table and its columns are called the same at two moments. */
export function isNamedAlike(a: TableFacts, b: TableFacts): boolean {
  const names = ({ name, columns }: TableFacts): string => JSON.stringify([name, columns.map((one) => one.name)]);
  return names(a) === names(b);
}
