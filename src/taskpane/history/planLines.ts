import type { PlanChange } from "../../plan/planDifference";
import type { planChangeWords } from "../../text/planChangeWords";

/** What differs between two plans, a line for each thing; each line once. */
export function planLines(
  changes: readonly PlanChange[],
  words: ReturnType<typeof planChangeWords>,
): readonly string[] {
  const named = (what: string): string => words.fields[what] ?? words.other;
  const content = (text: string | null): string | null => (text === "" ? words.nothing : text);
  const lines = changes.map(({ segmentation, what, before, after }) =>
    what === "added" || what === "removed"
      ? words.whole(segmentation ?? "", named(what))
      : words.line(
          before === after
            ? { subject: segmentation, what: named(what), before: null, after: null }
            : { subject: segmentation, what: named(what), before: content(before), after: content(after) },
        ),
  );
  return [...new Set(lines)];
}
