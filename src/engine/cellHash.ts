import { CellKind, type Column } from "../table/customerTable";

const double = new Float64Array(1);
const halves = new Int32Array(double.buffer);

/** Four bytes that tell what a cell holds from anything else; blank, empty text, zero and FALSE are four contents. */
export function cellHash(column: Column, row: number, seed: number): number {
  const kind = column.kinds[row] ?? CellKind.empty;
  const start = Math.imul(seed ^ kind, 0x9e3779b1);
  if (kind === CellKind.text || kind === CellKind.error) return textHash(column.texts[row] ?? "", start);
  return numberHash(kind === CellKind.empty ? 0 : (column.numbers[row] ?? 0), start);
}

/** The same of what Excel says of a cell without its type, for which a blank cell and an empty text are one. */
export function contentHash(content: unknown): number {
  if (typeof content === "number") return numberHash(content, 1);
  return typeof content === "boolean" ? numberHash(content ? 1 : 0, 2) : textHash(String(content), 3);
}

/** As `contentHash` of what Excel says of the cell. */
export function plainHash({ kinds, numbers, texts }: Column, row: number): number {
  switch (kinds[row]) {
    case CellKind.number:
      return numberHash(numbers[row] ?? 0, 1);
    case CellKind.logical:
      return numberHash(numbers[row] ?? 0, 2);
    default:
      return textHash(texts[row] ?? "", 3);
  }
}

/** Zero and minus zero are one number to whoever reads them. */
export function numberHash(number: number, start: number): number {
  double[0] = number + 0;
  return stirred(Math.imul(start ^ halves[0]!, 0x5f356495) ^ stirred(start ^ halves[1]!));
}

export function textHash(text: string, seed: number): number {
  let lane = seed ^ text.length;
  for (let i = 0; i < text.length; i++) lane = Math.imul(lane ^ text.charCodeAt(i) ^ (lane >>> 15), 0x9e3779b1);
  return stirred(lane);
}

/** The finaliser of MurmurHash3 (A. Appleby, public domain). */
export function stirred(lane: number): number {
  let bits = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
