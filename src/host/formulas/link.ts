import type { Book, DefinedName } from "../model/book";
import type { Node } from "./parseFormula";
import { definedName, nameNode, resolveArea, resolveStructured, tableBody, type Home } from "./resolve";
import { isError, type Reference } from "./value";

/** What a formula reads, as the book stands now. */
export interface Links {
  readonly precedents: readonly Reference[];
  /** True where the vocabulary does not reach: the formula keeps its cached value. */
  readonly foreign: boolean;
  /**
   * True where a table or name is named, or a sheet that there is not, so that the precedents may change without the formula. A
   * sheet that there is stays the same under another name.
   */
  readonly named: boolean;
}

/** Names may refer to names, but in a circle only by mistake. */
const deepest = 32;

/** Finds the cells that a formula reads and whether it can be calculated at all. */
export function linksOf(node: Node, book: Book, home: Home): Links {
  const precedents: Reference[] = [];
  let foreign = false;
  let named = false;
  // A name that is used over and over is looked at once: names of names would double at each step.
  const seen = new Set<DefinedName>();
  const visit = (part: Node, depth: number): void => {
    switch (part.kind) {
      case "area": {
        const found = resolveArea(book, home, part.sheet, part.area);
        if (isError(found)) named = true;
        else precedents.push(found);
        return;
      }
      case "structured": {
        named = true;
        const found = resolveStructured(book, home, part);
        if (!isError(found)) precedents.push(found);
        return;
      }
      case "name": {
        named = true;
        const defined = definedName(book, part.name, home.sheet, part.sheet);
        const body = defined ? null : tableBody(book, part.name);
        if (body) precedents.push(body);
        if (!defined || seen.has(defined)) return;
        seen.add(defined);
        const inner = depth < deepest ? nameNode(defined) : null;
        if (inner) visit(inner, depth + 1);
        else foreign = true;
        return;
      }
      case "sign":
      case "percent":
      case "group":
        visit(part.of, depth);
        return;
      case "binary": {
        // A long sum leans to the left: a loop goes down there, however long it is.
        let left: Node = part;
        const rights: Node[] = [];
        for (; left.kind === "binary"; left = left.left) rights.push(left.right);
        visit(left, depth);
        for (const right of rights.reverse()) visit(right, depth);
        return;
      }
      case "call":
        for (const arg of part.args) visit(arg, depth);
        return;
      case "foreign":
        foreign = true;
        return;
      case "constant":
      case "missing":
      case "array":
        return;
    }
  };
  visit(node, 0);
  return { precedents, foreign, named };
}

/** True where two formulas read the same cells in the same order. */
export function samePrecedents(a: readonly Reference[], b: readonly Reference[]): boolean {
  return a.length === b.length && a.every((reference, i) => sameCells(reference, b[i]));
}

function sameCells(a: Reference, b: Reference | undefined): boolean {
  if (a.sheet !== b?.sheet) return false;
  const { row, column, rows, columns } = a.area;
  return row === b.area.row && column === b.area.column && rows === b.area.rows && columns === b.area.columns;
}
