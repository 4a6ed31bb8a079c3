import type { Plan } from "./plan";

/** What to do in a policy class, from the most to the least wanted customers. */
const names: Readonly<Record<Plan["sheetLanguage"], readonly string[]>> = {
  en: ["Grow", "Maintain", "Reduce", "Exit"],
  zh: ["支持", "维持", "压缩", "退出"],
};

const ids = ["grow", "maintain", "reduce", "exit"] as const;

/** The classes that a policy matrix starts with. */
export function policyClasses(
  language: Plan["sheetLanguage"],
): readonly { readonly id: string; readonly name: string }[] {
  return ids.map((id, i) => ({ id, name: names[language][i] ?? id }));
}
