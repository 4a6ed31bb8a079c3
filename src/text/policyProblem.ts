import type { PolicyProblems } from "./policyProblemsEn";

/**
 * What is wrong with the Policy sheet, in a reader's words. The words come along, so that a pane in one language carries
 * those of that language alone.
 *
 * @param kind - what the reading of the sheet found; an unknown one is told as a table that cannot be read
 * @param found - what stands there
 * @param of - the segmentation
 */
export function policyProblem(
  words: PolicyProblems,
  kind: string,
  found: string,
  of: string,
): readonly [what: string, next: string] {
  return words[Object.hasOwn(words, kind) ? (kind as keyof PolicyProblems) : "missing-table"](found, of);
}
