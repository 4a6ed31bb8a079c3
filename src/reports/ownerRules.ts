import type { RegisterField, Status } from "../register/register";
import { registerWords } from "./registerWords";
import type { CellRule } from "./sheetDoc";

/** The looks that cells of the Owners table take on, by field. */
export type OwnerRules = Readonly<Partial<Record<RegisterField, readonly CellRule[]>>>;

/**
 * Looks by what stands in the row now: nobody answers, late, on track or not, no longer in the plan. They follow the
 * cells without Tierbook, in every language in which a status can be chosen.
 *
 * @param letters - the column of each field that the table has
 */
export function ownerRules(letters: ReadonlyMap<RegisterField, string>): OwnerRules {
  const at = (field: RegisterField): string | null => {
    const letter = letters.get(field);
    return letter === undefined ? null : `$${letter}{row}`;
  };
  const [id, inPlan, owner, status] = [at("id"), at("inPlan"), at("owner"), at("status")];
  const gone = inPlan === null ? "FALSE" : isOneOf(inPlan, registerWords.notInPlan);
  const is = (...wanted: readonly Status[]): string =>
    status === null
      ? "FALSE"
      : isOneOf(
          status,
          wanted.flatMap((one) => registerWords.statuses[one]),
        );
  const late = (cell: string | null): readonly CellRule[] =>
    cell === null
      ? []
      : [{ when: `=AND(ISNUMBER(${cell}),${cell}<TODAY(),NOT(${is("done")}),NOT(${gone}))`, look: "bad" }];
  return {
    ...(inPlan === null
      ? {}
      : { segment: [{ when: `=${gone}`, look: "quiet" }], inPlan: [{ when: `=${gone}`, look: "quiet" }] }),
    ...(id === null || owner === null
      ? {}
      : { owner: [{ when: `=AND(${id}<>"",TRIM(${owner})="",NOT(${gone}))`, look: "warning" }] }),
    ...(status === null
      ? {}
      : {
          status: [
            { when: `=${is("off-track")}`, look: "bad" },
            { when: `=${is("at-risk")}`, look: "warning" },
            { when: `=${is("on-track", "done")}`, look: "good" },
          ],
        }),
    due: late(at("due")),
    nextReview: late(at("nextReview")),
  };
}

/** Texts of all languages: Excel compares them without regard to case. */
function isOneOf(cell: string, texts: readonly string[]): string {
  return `OR(${[...new Set(texts)].map((text) => `${cell}="${text.replaceAll('"', '""')}"`).join(",")})`;
}
