import type { CellError, CellValue, DefinedName } from "../model/book";
import { asLogical, asNumber, asText, compare } from "./coerce";
import { functions, type FormulaFunction, type Place } from "./functions";
import type { Node, Operator } from "./parseFormula";
import { matrixOf, singleValue } from "./readCells";
import { definedName, nameNode, resolveArea, resolveStructured, tableBody, type Home } from "./resolve";
import { errors, isError, isMatrix, isReference, isSingle, type Matrix, type Value } from "./value";

/** The cell a formula stands in, with everything it may read. */
export type Scene = Place &
  Home & {
    /** Values of names within one formula, for those that are used more than once. */
    readonly names?: Map<DefinedName, { readonly arrays: boolean; readonly value: Value }>;
  };

/** The value that a formula gives its cell. */
export function evaluateFormula(node: Node, scene: Scene): Exclude<CellValue, null> {
  const single = singleValue(finalValue(node, scene), scene.row, scene.column);
  if (typeof single === "number") return finite(single);
  return single ?? 0;
}

function evaluate(node: Node, scene: Scene): Value {
  switch (node.kind) {
    case "constant":
      return node.value;
    case "missing":
      return null;
    case "array":
      return { rows: node.rows.length, columns: node.rows[0]?.length ?? 0, values: node.rows.flat() };
    case "sign":
      return node.sign === "+" ? operand(node.of, scene) : eachNumber(node.of, scene, (number) => -number);
    case "percent":
      return eachNumber(node.of, scene, (number) => number / 100);
    case "group":
      return evaluate(node.of, scene);
    case "binary":
      return chain(node, scene);
    case "area":
      return resolveArea(scene.book, scene, node.sheet, node.area);
    case "structured":
      return resolveStructured(scene.book, scene, node);
    case "name":
      return named(node.name, node.sheet, scene);
    case "call":
      return call(node.name, node.args, scene);
    case "foreign":
      // The calculator never evaluates a formula with a foreign part.
      return errors.name;
  }
}

function named(name: string, sheet: string | null, scene: Scene): Value {
  const defined = definedName(scene.book, name, scene.sheet, sheet);
  if (!defined) return tableBody(scene.book, name) ?? errors.name;
  const known = scene.names?.get(defined);
  if (known?.arrays === scene.arrays) return known.value;
  const node = nameNode(defined);
  const value = node ? evaluate(node, scene) : errors.name;
  scene.names?.set(defined, { arrays: scene.arrays, value });
  return value;
}

/** Operations from left to right; a long sum leans to the left, and a loop goes down there, however long it is. */
function chain(node: Extract<Node, { kind: "binary" }>, scene: Scene): CellValue | Matrix {
  const steps = [node];
  let left = node.left;
  for (; left.kind === "binary"; left = left.left) steps.push(left);
  let value = operand(left, scene);
  for (const { operator, right } of steps.reverse())
    value = elementwise([value, operand(right, scene)], ([a = null, b = null]) => operate(operator, a, b));
  return value;
}

/** One value, or within arrays all of them. */
function operand(node: Node, scene: Scene): CellValue | Matrix {
  const value = evaluate(node, scene);
  if (!isReference(value)) return value;
  return scene.arrays ? matrixOf(value, scene.reader) : singleValue(value, scene.row, scene.column);
}

function call(name: string, args: readonly Node[], scene: Scene): Value {
  const known = functions[name] as FormulaFunction;
  if (known.takes === "choice") {
    if (name === "IFS") return firstTrue(args, scene);
    return name === "IF" ? choose(args, scene) : instead(args, scene);
  }
  if (known.takes === "singles") {
    const values = args.map((arg) => operand(arg, scene));
    return elementwise(values, (singles) => known.run(singles, scene));
  }
  const inner = known.arrays && !scene.arrays ? { ...scene, arrays: true } : scene;
  const values = args.map((arg) => (arg.kind === "missing" ? undefined : evaluate(arg, inner)));
  return known.run(values, inner);
}

function choose(args: readonly Node[], scene: Scene): Value {
  const [condition, yes, no] = args;
  const branch = (node: Node | undefined): Value => (node ? evaluate(node, scene) : false);
  const test = condition ? operand(condition, scene) : null;
  if (isSingle(test)) {
    const truth = asLogical(test);
    if (isError(truth)) return truth;
    return truth ? branch(yes) : branch(no);
  }
  const values = [test, yes ? operand(yes, scene) : null, no ? operand(no, scene) : false];
  return elementwise(values, ([each = null, whenTrue = null, whenFalse = null]) => {
    const truth = asLogical(each);
    return isError(truth) ? truth : truth ? whenTrue : whenFalse;
  });
}

/** IFS: the value behind the first condition that holds. [D] IFS function: #N/A where none does */
function firstTrue([condition, value, ...rest]: readonly Node[], scene: Scene): Value {
  if (!condition || !value) return errors.notAvailable;
  const test = operand(condition, scene);
  if (!isSingle(test)) return errors.value;
  const truth = asLogical(test);
  if (isError(truth)) return truth;
  return truth ? evaluate(value, scene) : firstTrue(rest, scene);
}

function instead(args: readonly Node[], scene: Scene): Value {
  const [tried, otherwise] = args;
  const value = tried ? operand(tried, scene) : null;
  if (isSingle(value)) return isError(value) ? (otherwise ? evaluate(otherwise, scene) : null) : value;
  const fallback = otherwise ? operand(otherwise, scene) : null;
  return elementwise([value, fallback], ([each = null, other = null]) => (isError(each) ? other : each));
}

/** Applies an operation to single values, or to arrays element by element; a single row, column or value is repeated. */
function elementwise(
  values: readonly (CellValue | Matrix)[],
  apply: (singles: readonly CellValue[]) => CellValue,
): CellValue | Matrix {
  const matrices = values.filter(isMatrix);
  if (matrices.length === 0) return apply(values as readonly CellValue[]);
  const rows = Math.max(...matrices.map((matrix) => matrix.rows));
  const columns = Math.max(...matrices.map((matrix) => matrix.columns));
  const result = new Array<CellValue>(rows * columns);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      result[r * columns + c] = apply(values.map((value) => (isMatrix(value) ? elementAt(value, r, c) : value)));
    }
  }
  return { rows, columns, values: result };
}

function elementAt({ rows, columns, values }: Matrix, row: number, column: number): CellValue {
  const r = rows === 1 ? 0 : row;
  const c = columns === 1 ? 0 : column;
  return r < rows && c < columns ? (values[r * columns + c] ?? null) : errors.notAvailable;
}

function eachNumber(node: Node, scene: Scene, apply: (number: number) => number): CellValue | Matrix {
  return elementwise([operand(node, scene)], ([value = null]) => {
    const number = asNumber(value);
    return isError(number) ? number : apply(number);
  });
}

function operate(operator: Operator, a: CellValue, b: CellValue): CellValue {
  if (isError(a)) return a;
  if (isError(b)) return b;
  switch (operator) {
    case "&":
      return joined(asText(a), asText(b));
    case "=":
      return compare(a, b) === 0;
    case "<>":
      return compare(a, b) !== 0;
    case "<":
      return compare(a, b) < 0;
    case "<=":
      return compare(a, b) <= 0;
    case ">":
      return compare(a, b) > 0;
    case ">=":
      return compare(a, b) >= 0;
    default:
      return arithmetic(operator, asNumber(a), asNumber(b));
  }
}

function joined(a: string | CellError, b: string | CellError): string | CellError {
  if (isError(a)) return a;
  return isError(b) ? b : a + b;
}

function arithmetic(
  operator: "+" | "-" | "*" | "/" | "^",
  a: number | CellError,
  b: number | CellError,
): number | CellError {
  if (isError(a)) return a;
  if (isError(b)) return b;
  switch (operator) {
    case "+":
      return finite(a + b);
    case "-":
      return finite(a - b);
    case "*":
      return finite(a * b);
    case "/":
      return b === 0 ? errors.divisionByZero : finite(a / b);
    case "^":
      if (a === 0 && b <= 0) return b === 0 ? errors.number : errors.divisionByZero;
      return finite(a ** b);
  }
}

function finite(number: number): number | CellError {
  return Number.isFinite(number) ? number || 0 : errors.number;
}

/**
 * The whole formula's value. A final sum or difference that is zero but for the last bit is zero.
 *
 * Source: Microsoft, "Floating-point arithmetic may give inaccurate results in Excel": the result of an addition or
 * subtraction at or very close to zero is compensated; it is not within parentheses or further arithmetic.
 */
function finalValue(node: Node, scene: Scene): Value {
  if (node.kind !== "binary" || (node.operator !== "+" && node.operator !== "-")) return evaluate(node, scene);
  const left = operand(node.left, scene);
  const right = operand(node.right, scene);
  const value = elementwise([left, right], ([a = null, b = null]) => operate(node.operator, a, b));
  if (typeof value !== "number" || !isSingle(left)) return value;
  const size = asNumber(left);
  return !isError(size) && Math.abs(value) < Math.abs(size) * 2 ** -50 ? 0 : value;
}
