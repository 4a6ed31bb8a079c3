import type { Why } from "../engine/why";
import { changeWords } from "../text/changeWords";
import type { Language } from "../text/language";
import { ruleWords } from "../text/ruleWords";
import { sheetWords } from "../text/sheetWords";

/** Why a customer is in its segment, in words. */
export function whyText(why: Why, language: Language): string {
  const words = changeWords[language];
  switch (why.kind) {
    case "share":
      return words.share(why.column, why.value, why.from, why.to);
    case "nothing":
      return words.nothing(why.column, why.value);
    case "rank":
      return words.rank(why.column, why.value, why.highFirst, why.from, why.to);
    case "band":
      return words.band(why.column, why.value, [why.from, why.below], why.lower);
    case "rule":
      return words.rule(why.rule, ruleWords[language].all(why.tests));
    case "no-rule":
      return words.noRule;
    case "other-rule":
      return words.otherRule;
    case "scores":
      return words.scores(why.scores, why.segment, contents(why.measures, language));
    case "contents":
      return contents(why.cells, language);
    case "not-classified":
      return words.notClassified(why.column, sheetWords(language).tierbook.reasons[why.reason], why.content);
    case "changed":
      return words.changed(why.column, why.content);
    default:
      return why satisfies never;
  }
}

function contents(cells: Extract<Why, { kind: "contents" }>["cells"], language: Language): string {
  const words = changeWords[language];
  return cells.map(({ column, content }) => words.content(column, content)).join(words.listComma);
}
