import { libreOffice as installed } from "../../workbench/libreOffice";
import { expected } from "../../golden/goldenData";
import { comparedFormulas, ourValues, theirValues } from "./comparedFormulas";

// Another program's answer to the same formulas: a second opinion where both follow Excel.
function differing(ours: readonly unknown[], theirs: readonly unknown[]): readonly unknown[] {
  return comparedFormulas.flatMap((formula, i) =>
    same(ours[i], theirs[i]) ? [] : [{ formula, ours: ours[i], theirs: theirs[i] }],
  );
}

function same(a: unknown, b: unknown): boolean {
  return typeof a === "number" && typeof b === "number" ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)) : a === b;
}

test("agrees with LibreOffice on every formula of the vocabulary, by the answers that it gave", () => {
  const { answers } = expected<{ readonly answers: Readonly<Record<string, unknown>> }>("libreoffice_formulas");
  expect(Object.keys(answers)).toEqual([...new Set(comparedFormulas)]);
  expect(
    differing(
      ourValues(comparedFormulas),
      comparedFormulas.map((formula) => answers[formula]),
    ),
  ).toEqual([]);
});

if (installed)
  test("agrees with the LibreOffice of this machine", async () => {
    expect(differing(ourValues(comparedFormulas), await theirValues(comparedFormulas))).toEqual([]);
  }, 120_000);
