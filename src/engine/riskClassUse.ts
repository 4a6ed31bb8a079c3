import { type RiskGrade, riskGradeOf, riskGrades, riskScales } from "../plan/riskGrades";
import { CellKind, type Column } from "../table/customerTable";

/** How a column of five-grade classes spells them, and what in it is none of them. */
export interface RiskClassUse {
  /** Per grade its spellings as cells hold them; those that differ by case alone are one, as formulas see it. */
  readonly spellings: Readonly<Record<RiskGrade, readonly string[]>>;
  /** True where at least one row says one of the grades. */
  readonly known: boolean;
  /** Rows whose cell is blank. */
  readonly blank: number;
  /** Other contents and their rows, the most frequent first. */
  readonly unknown: readonly { readonly text: string; readonly rows: number }[];
}

/** @param declared - the column's own scale, best first; null where the plan has none */
export function riskClassUse(column: Column, declared: readonly string[] | null): RiskClassUse {
  const { blank, rows } = countedTexts(column);
  const found: Record<RiskGrade, string[]> = {
    normal: [],
    specialMention: [],
    substandard: [],
    doubtful: [],
    loss: [],
  };
  const unknown: { text: string; rows: number }[] = [];
  for (const [text, count] of rows) {
    const grade = riskGradeOf(text.trim(), declared);
    if (grade === null) unknown.push({ text, rows: count });
    else found[grade].push(text);
  }
  // A class that nobody is in today may have somebody tomorrow.
  const names = customaryNames(Object.values(found).flat(), declared);
  const spellings = Object.fromEntries(
    riskGrades.map((grade, i) => [grade, withoutRepeats([...found[grade], names[i] ?? ""])]),
  ) as unknown as RiskClassUse["spellings"];
  return {
    spellings,
    known: Object.values(found).some((texts) => texts.length > 0),
    blank,
    unknown: unknown.sort((a, b) => b.rows - a.rows || (a.text < b.text ? -1 : 1)),
  };
}

function countedTexts({ kinds, numbers, texts }: Column): { blank: number; rows: ReadonlyMap<string, number> } {
  const rows = new Map<string, number>();
  let blank = 0;
  kinds.forEach((kind, row) => {
    const text = kind === CellKind.number || kind === CellKind.logical ? String(numbers[row]) : (texts[row] ?? "");
    if (text.trim() === "") blank++;
    else rows.set(text, (rows.get(text) ?? 0) + 1);
  });
  return { blank, rows };
}

/** The names of the scale that most of the texts come from. */
function customaryNames(texts: readonly string[], declared: readonly string[] | null): readonly string[] {
  if (declared?.length === riskGrades.length) return declared;
  const common = (scale: readonly string[]): number => texts.filter((text) => scale.includes(text.trim())).length;
  return riskScales.reduce((best, scale) => (common(scale) > common(best) ? scale : best));
}

function withoutRepeats(texts: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return texts.filter((text) => {
    const look = text.toLowerCase();
    if (text === "" || seen.has(look)) return false;
    seen.add(look);
    return true;
  });
}
