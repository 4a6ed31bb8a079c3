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
  | { readonly kind: "group"; readonly of: Node }
  | { readonly kind: "binary"; readonly operator: Operator; readonly left: Node; readonly right: Node }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: "area"; readonly sheet: string | null; readonly area: Area; readonly relative: boolean }
  | ({ readonly kind: "structured" } & StructuredReference)
  | { readonly kind: "name"; readonly sheet: string | null; readonly name: string }
  | { readonly kind: "foreign"; readonly parts: readonly Node[] };

/** Excel's limit on the length of a formula. */
const maxLength = 8192;
/** Excel nests functions 64 deep; signs and parentheses count here as well. [P] P45 */
const maxDepth = 256;
/** Excel's limit on a text within a formula. */
const maxText = 255;

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

/** The tokens and how far they were read. */
interface Cursor {
  readonly tokens: readonly Token[];
  readonly length: number;
  at: number;
  /** How deep what is read is nested. */
  depth: number;
}

function readAll(tokens: readonly Token[], length: number): Node {
  const cursor: Cursor = { tokens, length, at: 0, depth: 0 };
  const node = comparison(cursor);
  const rest = peek(cursor);
  return rest ? fail(cursor, `unexpected "${rest.text}"`) : node;
}

function fail(cursor: Cursor, problem: string): never {
  const position = cursor.tokens[cursor.at]?.start ?? cursor.length;
  // Caught in parseFormula: unwinding is what keeps the parser's parts simple.
  throw { problem, position } satisfies FormulaProblem; // eslint-disable-line @typescript-eslint/only-throw-error
}

function peek(cursor: Cursor): Token | undefined {
  while (cursor.tokens[cursor.at]?.kind === "space") cursor.at++;
  return cursor.tokens[cursor.at];
}

function takeOperator(cursor: Cursor, wanted: readonly string[]): string | null {
  const token = peek(cursor);
  if (token?.kind !== "operator" || !wanted.includes(token.text)) return null;
  cursor.at++;
  return token.text;
}

/** Operators that bind alike, loosest first, all from left to right. */
const levels: readonly (readonly string[])[] = [
  ["=", "<>", "<", "<=", ">", ">="],
  ["&"],
  ["+", "-"],
  ["*", "/"],
  ["^"],
];

function comparison(cursor: Cursor, level = 0): Node {
  const operators = levels[level];
  if (!operators) return percent(cursor);
  let left = comparison(cursor, level + 1);
  for (let found = takeOperator(cursor, operators); found !== null; found = takeOperator(cursor, operators)) {
    left = { kind: "binary", operator: found as Operator, left, right: comparison(cursor, level + 1) };
  }
  return left;
}

function percent(cursor: Cursor): Node {
  if ((cursor.depth += 1) > maxDepth) return fail(cursor, "nested too deep");
  let of = signed(cursor);
  cursor.depth -= 1;
  while (takeOperator(cursor, ["%"]) !== null) of = { kind: "percent", of };
  return of;
}

/** Excel binds a sign closer than "^": -2^2 is 4. */
function signed(cursor: Cursor): Node {
  const sign = takeOperator(cursor, ["+", "-", "@"]);
  if (sign === null) return reference(cursor);
  if ((cursor.depth += 1) > maxDepth) return fail(cursor, "nested too deep");
  const of = signed(cursor);
  cursor.depth -= 1;
  return sign === "@" ? { kind: "foreign", parts: [of] } : { kind: "sign", sign: sign as "+" | "-", of };
}

/** Ranges between computed references, intersections (a space) and spills are Excel's, not ours. */
function reference(cursor: Cursor): Node {
  let node = operand(cursor);
  for (;;) {
    const before = cursor.at;
    const spaced = cursor.tokens[before]?.kind === "space";
    const operator = takeOperator(cursor, [":", "#"]);
    if (operator === "#") node = { kind: "foreign", parts: [node] };
    else if (operator === ":") node = { kind: "foreign", parts: [node, operand(cursor)] };
    else if (spaced && isReference(node) && startsReference(peek(cursor)))
      node = { kind: "foreign", parts: [node, operand(cursor)] };
    else {
      cursor.at = before;
      return node;
    }
  }
}

function operand(cursor: Cursor): Node {
  const token = peek(cursor);
  if (!token) return fail(cursor, "formula ends too early");
  if (token.kind === "open") return group(cursor);
  if (token.kind === "arrayOpen") return array(cursor);
  if (token.kind === "function") return call(cursor, token);
  const node = operandOf(token);
  if (!node) return fail(cursor, `unexpected "${token.text}"`);
  if (token.kind === "text" && token.text.length - 2 > maxText) return fail(cursor, "text longer than 255 characters");
  cursor.at++;
  return node;
}

/** Parentheses; with commas a union of references, which is Excel's. */
function group(cursor: Cursor): Node {
  cursor.at++;
  const parts = [comparison(cursor)];
  while (peek(cursor)?.kind === "separator") {
    cursor.at++;
    parts.push(comparison(cursor));
  }
  if (peek(cursor)?.kind !== "close") return fail(cursor, "missing )");
  cursor.at++;
  const [only] = parts;
  return parts.length === 1 && only ? { kind: "group", of: only } : { kind: "foreign", parts };
}

function call(cursor: Cursor, token: Token): Node {
  cursor.at += 2;
  const name = token.local.toUpperCase();
  const args = callArguments(cursor);
  const known = token.sheet === undefined ? functions[name] : undefined;
  if (!known) return { kind: "foreign", parts: args };
  if (args.length < known.least || args.length > known.most)
    return fail(cursor, `wrong number of arguments of ${name}`);
  return { kind: "call", name, args };
}

function callArguments(cursor: Cursor): readonly Node[] {
  const args: Node[] = [];
  if (peek(cursor)?.kind === "close") {
    cursor.at++;
    return args;
  }
  for (;;) {
    const next = peek(cursor);
    args.push(next?.kind === "separator" || next?.kind === "close" ? { kind: "missing" } : comparison(cursor));
    const end = peek(cursor);
    if (end?.kind !== "separator" && end?.kind !== "close") return fail(cursor, "missing )");
    cursor.at++;
    if (end.kind === "close") return args;
  }
}

function array(cursor: Cursor): Node {
  cursor.at++;
  const rows: CellValue[][] = [[]];
  for (;;) {
    const sign = takeOperator(cursor, ["-", "+"]);
    const token = peek(cursor);
    const node = token && operandOf(token);
    if (node?.kind !== "constant") return fail(cursor, "an array holds constants only");
    cursor.at++;
    rows.at(-1)?.push(sign === "-" && typeof node.value === "number" ? -node.value : node.value);
    const end = peek(cursor);
    cursor.at++;
    if (end?.kind === "arrayClose") break;
    if (end?.kind === "operator" && end.text === ";") rows.push([]);
    else if (end?.kind !== "separator") return fail(cursor, "missing }");
  }
  if (rows.some((row) => row.length !== rows[0]?.length)) return fail(cursor, "rows of an array differ in length");
  return { kind: "array", rows };
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
