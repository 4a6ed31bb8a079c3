import type { PlannedSegmentation } from "../../actions/changes/plannedChanges";
import type { Figures } from "../../text/figures";
import type { plannedWords } from "../../text/plannedWords";

/** How many would move in one segmentation, what they are worth, and who comes and goes: one sentence. */
export function plannedSentence(
  { moves, same, valueColumn }: PlannedSegmentation,
  customers: number,
  words: (typeof plannedWords)["en"],
  { amount }: Pick<Figures, "amount">,
): string {
  const { from, to, moved, entered, left } = moves;
  const worth = (row: number): number =>
    (moves.values[row] ?? []).reduce((sum, value, column) => (same[row] === column ? sum : sum + value), 0);
  const whoMoves = [...from, ""].reduce((sum, _, row) => sum + worth(row), 0);
  const lost = from.reduce((sum, _, row) => sum + (moves.customers[row]?.[to.length] ?? 0), 0);
  const parts = [
    ...(moved > 0 ? [words.moved(moved, customers), words.worth(amount(whoMoves), valueColumn)] : []),
    ...(lost > 0 ? [words.newlyNotClassified(lost)] : []),
    ...(entered > 0 ? [words.entered(entered, amount(worth(from.length + 1)))] : []),
    ...(left > 0 ? [words.left(left)] : []),
  ];
  const said = parts.join(words.listComma) + (parts.length > 0 ? words.full : "");
  return moved > 0 ? said : `${words.nobody(customers)}${said === "" ? "" : ` ${said}`}`;
}
