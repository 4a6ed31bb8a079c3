import { parseArea, type Area } from "../model/address";
import type { CellValue } from "../model/book";
import { functions } from "./functions";
import { parseStructured, type StructuredReference } from "./structuredReference";
import { tokenize, type FormulaProblem, type Token } from "./tokenize";

export type Operator = "+" | "-" | "*" | "/" | "^" | "&" | "=" | "<>" | "<" | "<=" | ">" | ">=";

/** A formula's meaning. "foreign" is what Excel can read and this calculator does not calculate. */
export type Node =
  | { readonly kind: "constant"; readonly value: CellValue }
  | { readonly kind: "missing" }
  | { readonly kind: "array"; readonly rows: readonly (readonly CellValue[])[] }
  | { readonly kind: "sign"; readonly sign: "+" | "-"; readonly of: Node }
  | { readonly kind: "percent"; readonly of: Node }
  | { readonly kind: "binary"; readonly operator: Operator; readonly left: Node; readonly right: Node }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: "area"; readonly sheet: string | null; readonly area: Area; readonly relative: boolean }
  | ({ readonly kind: "structured" } & StructuredReference)
  | { readonly kind: "name"; readonly sheet: string | null; readonly name: string }
  | { readonly kind: "foreign"; readonly parts: readonly Node[] };

/** Excel's limit on the length of a formula. */
const maxLength = 8192;
/** Excel's limit on a text within a formula. */
const maxText = 255;

const comparisons: readonly string[] = ["=", "<>", "<", "<=", ">", ">="];

/** Reads a formula as Excel does on entry; says where it stops making sense. */
export function parseFormula(formula: string): Node | FormulaProblem {
  if (formula.length > maxLength) return { problem: "formula longer than 8192 characters", position: maxLength };
  const tokens = tokenize(formula);
  if (!("length" in tokens)) return tokens;
  try {
    return readAll(tokens, formula.length);
  } catch (error) {
    if (isProblem(error)) return error;
    throw error;
  }
}

/** True for what `parseFormula` gives when a formula cannot be read. */
export function isProblem(result: unknown): result is FormulaProblem {
  return typeof result === "object" && result !== null && "problem" in result;
}

function readAll(tokens: readonly Token[], length: number): Node {
  let at = 0;
  const fail = (problem: string): never => {
    const position = tokens[at]?.start ?? length;
    // Caught in parseFormula: unwinding is what makes the parser's parts simple.
    throw { problem, position } satisfies FormulaProblem; // eslint-disable-line @typescript-eslint/only-throw-error
  };
  const skipSpace = (): void => {
    while (tokens[at]?.kind === "space") at++;
  };
  const peek = (): Token | undefined => {
    skipSpace();
    return tokens[at];
  };
  const takeOperator = (wanted: readonly string[]): string | null => {
    const token = peek();
    if (token?.kind !== "operator" || !wanted.includes(token.text)) return null;
    at++;
    return token.text;
  };
  const leftToRight = (operators: readonly string[], operand: () => Node): Node => {
    let left = operand();
    for (let found = takeOperator(operators); found !== null; found = takeOperator(operators)) {
      left = { kind: "binary", operator: found as Operator, left, right: operand() };
    }
    return left;
  };

  const comparison = (): Node => leftToRight(comparisons, joined);
  const joined = (): Node => leftToRight(["&"], sum);
  const sum = (): Node => leftToRight(["+", "-"], product);
  const product = (): Node => leftToRight(["*", "/"], power);
  const power = (): Node => leftToRight(["^"], percent);
  const percent = (): Node => {
    let of = signed();
    while (takeOperator(["%"]) !== null) of = { kind: "percent", of };
    return of;
  };
  // Excel binds a sign closer than "^": -2^2 is 4.
  const signed = (): Node => {
    const sign = takeOperator(["+", "-", "@"]);
    if (sign === "@") return { kind: "foreign", parts: [signed()] };
    return sign === null ? reference() : { kind: "sign", sign: sign as "+" | "-", of: signed() };
  };
  // Ranges between computed references, intersections (a space) and spills are Excel's, not ours.
  const reference = (): Node => {
    let node = operand();
    for (;;) {
      const before = at;
      const spaced = tokens[at]?.kind === "space";
      const operator = takeOperator([":", "#"]);
      if (operator === "#") node = { kind: "foreign", parts: [node] };
      else if (operator === ":") node = { kind: "foreign", parts: [node, operand()] };
      else if (spaced && isReference(node) && startsReference(peek()))
        node = { kind: "foreign", parts: [node, operand()] };
      else {
        at = before;
        return node;
      }
    }
  };
  const operand = (): Node => {
    const token = peek();
    if (!token) return fail("formula ends too early");
    if (token.kind === "open") return group();
    if (token.kind === "arrayOpen") return array();
    if (token.kind === "function") return call(token);
    const node = operandOf(token);
    if (!node) return fail(`unexpected "${token.text}"`);
    if (token.kind === "text" && token.text.length - 2 > maxText) return fail("text longer than 255 characters");
    at++;
    return node;
  };
  const group = (): Node => {
    at++;
    const parts = [comparison()];
    while (peek()?.kind === "separator") {
      at++;
      parts.push(comparison());
    }
    if (peek()?.kind !== "close") return fail("missing )");
    at++;
    const [only] = parts;
    return parts.length === 1 && only ? only : { kind: "foreign", parts };
  };
  const call = (token: Token): Node => {
    at += 2;
    const args: Node[] = [];
    if (peek()?.kind === "close") at++;
    else {
      for (;;) {
        const next = peek();
        args.push(next?.kind === "separator" || next?.kind === "close" ? { kind: "missing" } : comparison());
        const end = peek();
        if (end?.kind !== "separator" && end?.kind !== "close") return fail("missing )");
        at++;
        if (end.kind === "close") break;
      }
    }
    const known = token.sheet === undefined ? functions[token.local.toUpperCase()] : undefined;
    if (!known) return { kind: "foreign", parts: args };
    if (args.length < known.least || args.length > known.most)
      return fail(`wrong number of arguments of ${token.local.toUpperCase()}`);
    return { kind: "call", name: token.local.toUpperCase(), args };
  };
  const array = (): Node => {
    at++;
    const rows: CellValue[][] = [[]];
    for (;;) {
      const minus = takeOperator(["-"]) !== null || (takeOperator(["+"]), false);
      const token = peek();
      const node = token && operandOf(token);
      if (node?.kind !== "constant") return fail("an array holds constants only");
      at++;
      rows.at(-1)?.push(minus && typeof node.value === "number" ? -node.value : node.value);
      const end = peek();
      at++;
      if (end?.kind === "arrayClose") break;
      if (end?.kind === "operator" && end.text === ";") rows.push([]);
      else if (end?.kind !== "separator") return fail("missing }");
    }
    if (rows.some((row) => row.length !== rows[0]?.length)) return fail("rows of an array differ in length");
    return { kind: "array", rows };
  };

  const node = comparison();
  if (peek()) return fail(`unexpected "${peek()?.text ?? ""}"`);
  return node;
}

function isReference(node: Node): boolean {
  return (
    ["area", "structured", "name", "foreign"].includes(node.kind) || (node.kind === "call" && node.name === "INDEX")
  );
}

function startsReference(token: Token | undefined): boolean {
  return token !== undefined && ["area", "structured", "word", "function", "open"].includes(token.kind);
}

function operandOf(token: Token): Node | null {
  const { kind, local } = token;
  if (kind === "number") return { kind: "constant", value: Number(local) };
  if (kind === "text") return { kind: "constant", value: local.slice(1, -1).replaceAll('""', '"') };
  if (kind === "error") return { kind: "constant", value: { error: local.toUpperCase() } };
  // A sheet of another workbook, or the same cells of several sheets.
  const elsewhere = token.sheet !== undefined && /[[\]:]/.test(token.sheet);
  if (elsewhere) return { kind: "foreign", parts: [] };
  const sheet = token.sheet ?? null;
  if (kind === "area") {
    const area = parseArea(local);
    return area && { kind: "area", sheet, area, relative: relative(local) };
  }
  if (kind === "structured") {
    const reference = parseStructured(local);
    return reference && { kind: "structured", ...reference };
  }
  if (kind !== "word") return null;
  if (sheet === null && /^(true|false)$/i.test(local))
    return { kind: "constant", value: local.toLowerCase() === "true" };
  return { kind: "name", sheet, name: local };
}

function relative(local: string): boolean {
  return local.split(":").some((corner) => !/^(?:\$[A-Za-z]+)?(?:\$\d+)?$/.test(corner));
}
