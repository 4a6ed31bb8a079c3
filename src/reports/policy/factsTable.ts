import type { Plan } from "../../plan/plan";
import {
  factId,
  factsFields,
  factsId,
  ofAll,
  planFacts,
  type PlanFact,
  type WrittenColumn,
} from "../../policy/planFacts";
import type { PolicyTable } from "../../segmentations/shared/policy/policyTable";
import { isWordSetting } from "../../policy/settings";
import { factsWords } from "../../text/factsWords";
import type { FactsWords } from "../../text/sheet/factsEn";

/**
 * What a plan goes by beside the other tables of the Policy sheet, for people to read, and to make the plan again by.
 * Nothing in it is taken over from people: it is written anew with every run.
 */
export function factsTable(plan: Plan, written: readonly WrittenColumn[]): PolicyTable {
  const words = factsWords(plan.sheetLanguage);
  const nameOf = new Map(plan.segmentations.map(({ id, name }) => [id, name]));
  return {
    id: factsId,
    name: words.heading,
    kind: "facts",
    fields: factsFields,
    inputs: [],
    items: planFacts(plan, written).map((fact) => ({
      id: factId(fact),
      cells: {
        about: fact.of === ofAll ? words.all : (nameOf.get(fact.of) ?? fact.of),
        setting: settingText(fact, words),
        says: saysText(fact, words),
      },
    })),
  };
}

function settingText({ setting, which }: PlanFact, { settings, of }: FactsWords): string {
  const several = of as Readonly<Record<string, ((which: string) => string) | undefined>>;
  return several[setting]?.(which) ?? (settings as Readonly<Record<string, string>>)[setting] ?? setting;
}

function saysText({ setting, says }: PlanFact, { words }: FactsWords): string | number {
  if (!isWordSetting(setting)) return says;
  return (words[setting] as Readonly<Record<string, string>>)[says] ?? says;
}
