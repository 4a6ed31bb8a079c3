import { parseArea } from "../model/address";

export type TokenKind =
  | "space"
  | "number"
  | "text"
  | "error"
  | "operator"
  | "separator"
  | "open"
  | "close"
  | "arrayOpen"
  | "arrayClose"
  /** A1 reference, with its sheet if one is written. */
  | "area"
  /** Reference to a table or its columns, from the table's name to the closing bracket. */
  | "structured"
  /** A defined name, or TRUE and FALSE. */
  | "word"
  | "function";

export interface Token {
  readonly kind: TokenKind;
  /** As written. Joined, the tokens of a formula are the formula. */
  readonly text: string;
  readonly start: number;
  /** Sheet as written before "!", without quotes: "Data", "[1]Data" or "Jan:Mar". */
  readonly sheet?: string;
  /** What follows the sheet. */
  readonly local: string;
}

/** Where and why a formula cannot be read. */
export interface FormulaProblem {
  readonly problem: string;
  /** Zero-based position in the formula, counting its "=". */
  readonly position: number;
}

const spaces = /\s+/y;
const text = /"(?:[^"]|"")*"/y;
const error =
  /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|PYTHON!)/iy;
const sheetPrefix =
  /(?:'(?:[^']|'')+'|(?:\[[^\]]*\])?[\p{L}_\\][\p{L}\p{N}_.\\]*(?::[\p{L}_\\][\p{L}\p{N}_.\\]*)?|\[[^\]]+\])!/uy;
const cells = /\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6})?(?![\p{L}\p{N}_.\\(![])/uy;
const wholeColumns = /\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\p{L}\p{N}_.\\(![$])/uy;
const wholeRows = /\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6}(?![\p{L}\p{N}_.])/uy;
const number = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const word = /[\p{L}_\\][\p{L}\p{N}_.\\?]*/uy;
const operator = /<=|>=|<>|[-+*/^&=<>%:@#;]/y;
const brackets: Readonly<Record<string, TokenKind>> = {
  "(": "open",
  ")": "close",
  "{": "arrayOpen",
  "}": "arrayClose",
  ",": "separator",
};

/** Cuts a formula, with or without its "=", into tokens. The "=" itself is no token. */
export function tokenize(formula: string): readonly Token[] | FormulaProblem {
  const tokens: Token[] = [];
  for (let at = formula.startsWith("=") ? 1 : 0; at < formula.length;) {
    const token = readToken(formula, at);
    if ("problem" in token) return token;
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function readToken(formula: string, start: number): Token | FormulaProblem {
  const bracket = brackets[formula.charAt(start)];
  if (bracket !== undefined) return plain(bracket, formula.charAt(start), start);
  const space = match(spaces, formula, start);
  if (space !== null) return plain("space", space, start);
  const quoted = match(text, formula, start);
  if (quoted !== null) return plain("text", quoted, start);
  const prefix = match(sheetPrefix, formula, start);
  const at = start + (prefix?.length ?? 0);
  const operand = readOperand(formula, at);
  if (operand) {
    const local = formula.slice(at, at + operand.length);
    if (prefix === null) return plain(operand.kind, local, start);
    return { kind: operand.kind, text: prefix + local, start, local, sheet: plainSheetName(prefix) };
  }
  const sign = prefix === null ? match(operator, formula, start) : null;
  return sign === null
    ? { problem: `unexpected "${formula.charAt(at)}"`, position: at }
    : plain("operator", sign, start);
}

function plain(kind: TokenKind, text: string, start: number): Token {
  return { kind, text, start, local: text };
}

function match(pattern: RegExp, formula: string, from: number): string | null {
  pattern.lastIndex = from;
  return pattern.exec(formula)?.[0] ?? null;
}

function readOperand(formula: string, at: number): { kind: TokenKind; length: number } | null {
  for (const pattern of [cells, wholeColumns, wholeRows]) {
    const area = match(pattern, formula, at);
    if (area !== null && parseArea(area)) return { kind: "area", length: area.length };
  }
  const failed = match(error, formula, at);
  if (failed !== null) return { kind: "error", length: failed.length };
  const digits = match(number, formula, at);
  if (digits !== null) return { kind: "number", length: digits.length };
  const name = match(word, formula, at)?.length ?? 0;
  if (formula.charAt(at + name) === "[") {
    const end = closingBracket(formula, at + name);
    return end < 0 ? null : { kind: "structured", length: end + 1 - at };
  }
  if (name === 0) return null;
  return { kind: formula.charAt(at + name) === "(" ? "function" : "word", length: name };
}

/** Index of the bracket that closes the one at `open`, or -1. An apostrophe takes the next character's meaning away. */
export function closingBracket(formula: string, open: number): number {
  let depth = 0;
  for (let i = open; i < formula.length; i++) {
    const character = formula.charAt(i);
    if (character === "'") i++;
    else if (character === "[") depth++;
    else if (character === "]" && --depth === 0) return i;
  }
  return -1;
}

function plainSheetName(prefix: string): string {
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}
