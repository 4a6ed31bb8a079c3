import type { InspectedColumn, TableInspection } from "../../../actions/inspectTable";
import type { RuleTest } from "../../../segmentations/rules/plan";
import { newNames } from "../../../text/newNames";
import { bandColumns, bandTiers, freeId, freeName } from "../newSegmentation";
import type { PlanForm, RulesForm } from "../planForm";

/** From how many days past due a client is watched. */
const watchFrom = 30;

/** Rules to start from: who is past due, and who is large; null where the table has no column of numbers. */
export function newRules(form: PlanForm, inspection: TableInspection): RulesForm | null {
  const numbers = bandColumns(inspection);
  const valueColumn = form.segmentations[0]?.valueColumn ?? "";
  const value = numbers.find(({ name }) => name === valueColumn) ?? numbers[0];
  if (!value) return null;
  const names = newNames(form.sheetLanguage);
  const overdue = numbers.find(({ name }) => name === form.settings.roles.daysPastDue);
  const tests = [
    ...(overdue ? [{ name: names.watched, test: atLeast(overdue.name, watchFrom) }] : []),
    { name: names.large, test: atLeast(value.name, highest(value)) },
  ];
  return {
    method: "rules",
    id: freeId("rules", form),
    name: freeName(names.rules, form),
    valueColumn: value.name,
    segments: tests.map(({ name }, i) => ({ id: `segment-${i + 1}`, name })),
    otherwise: names.otherwise,
    rules: tests.map(({ test }, i) => ({ segment: `segment-${i + 1}`, any: [{ all: [test] }] })),
  };
}

function atLeast(column: string, from: number): RuleTest {
  return { kind: "band", column, not: false, from, below: null };
}

/** Where the highest of three bands begins. */
function highest(column: InspectedColumn): number {
  return Number(bandTiers(column, [])[0]?.cutoff);
}
