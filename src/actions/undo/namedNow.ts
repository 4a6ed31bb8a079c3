import type { DocBlock, DocCell, SheetDoc } from "../../reports/sheetDoc";
import { quotedSheet } from "../../workbook/address";
import { ownSheet } from "../../workbook/ownSheets";
import type { LastRun } from "./readLastRun";

/** A former report whose formulas and links name sheets and the customer table as they are called now. */
export function namedNow(doc: SheetDoc, { formerDocs, own, found, formerPlan, facts }: LastRun): SheetDoc {
  const sheets = formerDocs.flatMap(({ id, name }) => {
    const now = ownSheet(found, id, own.sheets.find((sheet) => sheet.id === id)?.name);
    return now !== null && now !== name ? [[name, now] as const] : [];
  });
  const sameTable = formerPlan !== null && formerPlan.table.id === facts.id;
  const table = sameTable && formerPlan.table.name !== facts.name ? formerPlan.table.name : null;
  if (sheets.length === 0 && table === null) return doc;
  const formula = (text: string): string => {
    const named = sheets.reduce(
      (all, [was, now]) => all.replaceAll(`${quotedSheet(was)}!`, `${quotedSheet(now)}!`),
      text,
    );
    return table === null ? named : named.replaceAll(`${table}[`, `${facts.name}[`);
  };
  const cell = (content: DocCell): DocCell => {
    if (content === null || typeof content !== "object") return content;
    if ("formula" in content) return { ...content, formula: formula(content.formula) };
    if (!("linkTo" in content)) return content;
    const now = sheets.find(([was]) => was === content.linkTo.sheet)?.[1];
    return now === undefined ? content : { text: now, linkTo: { ...content.linkTo, sheet: now } };
  };
  return { ...doc, blocks: doc.blocks.map((block) => withCells(block, cell)) };
}

function withCells(block: DocBlock, cell: (content: DocCell) => DocCell): DocBlock {
  switch (block.kind) {
    case "text":
      return { ...block, cell: cell(block.cell) };
    case "pairs":
      return { ...block, pairs: block.pairs.map((pair) => ({ ...pair, cell: cell(pair.cell) })) };
    case "table":
      return { ...block, rows: block.rows.map((cells) => cells.map(cell)) };
    case "chart":
      return block;
    default:
      return block satisfies never;
  }
}
