/** The five grades of a loan, the best first. */
export const riskGrades = ["normal", "specialMention", "substandard", "doubtful", "loss"] as const;
export type RiskGrade = (typeof riskGrades)[number];

/** What the five grades are called, in the order of `riskGrades`. */
export const riskScales: readonly (readonly string[])[] = [
  ["正常", "关注", "次级", "可疑", "损失"],
  ["Pass", "Special mention", "Substandard", "Doubtful", "Loss"],
  ["Normal", "Special mention", "Substandard", "Doubtful", "Loss"],
];

/**
 * The grade that a cell's text means: by a declared scale of five values, and by the customary names otherwise. Null
 * where it is none of them: what a text might mean is never guessed.
 */
export function riskGradeOf(text: string, declared: readonly string[] | null): RiskGrade | null {
  if (declared?.length === riskGrades.length) return riskGrades[declared.indexOf(text)] ?? null;
  const wanted = bare(text);
  const scale = riskScales.find((names) => names.some((name) => bare(name) === wanted));
  return riskGrades[scale?.findIndex((name) => bare(name) === wanted) ?? -1] ?? null;
}

/** Without case, hyphens, and the word that Chinese sources put behind a grade. */
function bare(text: string): string {
  const plain = text.normalize("NFKC").trim().toLowerCase();
  return plain.replace(/[\s_-]+/g, " ").replace(/(?<=.)(类贷款|类)$/u, "");
}
