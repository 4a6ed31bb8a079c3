import { intersection, type Area } from "../model/address";
import type { DataValidation } from "../model/book";
import { areaWithout } from "../edit/areaWithout";
import { refuseIfLocked } from "../edit/guards";
import { changed, type Session } from "../session";
import { areaOf } from "./addresses";
import type { LiveRange } from "./handles";
import { flagArgument, invalid, type ObjectClass } from "./objectClass";
import { ruleArgument } from "./ruleArgument";

/** The keys of a validation's record beside the rule itself. */
const besides = ["errorAlert", "prompt", "ignoreBlanks"];

const ruleTypes: Readonly<Record<string, string>> = {
  list: "List",
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

const validation: ObjectClass<LiveRange> = {
  scalars: {
    // A range with several rules has none of its own. [K] P46
    Rule: (of, session) =>
      mixture(of, session) === null
        ? Object.fromEntries(Object.entries(validationAt(of, session)).filter(([key]) => !besides.includes(key)))
        : {},
    Type: (of, session) =>
      mixture(of, session) ??
      Object.entries(ruleTypes).find(([key]) => key in validationAt(of, session))?.[1] ??
      "None",
    ErrorAlert: (of, session) =>
      validationAt(of, session)["errorAlert"] ?? { showAlert: true, style: "Stop", title: "", message: "" },
    Prompt: (of, session) => validationAt(of, session)["prompt"] ?? { showPrompt: true, title: "", message: "" },
    IgnoreBlanks: (of, session) => validationAt(of, session)["ignoreBlanks"] !== false,
  },
  sets: {
    Rule: (of, value, session) => {
      const rule = ruleArgument(value);
      if (!Object.keys(rule).some((key) => key in ruleTypes)) throw invalid("a validation rule");
      const kept = Object.entries(validationAt(of, session)).filter(([key]) => besides.includes(key));
      setValidation(of, { ...rule, ...Object.fromEntries(kept) }, session);
    },
    ErrorAlert: (of, value, session) =>
      setValidation(of, { ...validationAt(of, session), errorAlert: ruleArgument(value) }, session),
    Prompt: (of, value, session) =>
      setValidation(of, { ...validationAt(of, session), prompt: ruleArgument(value) }, session),
    IgnoreBlanks: (of, value, session) =>
      setValidation(of, { ...validationAt(of, session), ignoreBlanks: flagArgument(value) }, session),
  },
  actions: { Clear: (of, _, session) => setValidation(of, null, session) },
};

/** What validates the range's first cell. */
function validationAt(of: LiveRange, session: Session): Readonly<Record<string, unknown>> {
  const first: Area = { ...areaOf(of, session), rows: 1, columns: 1 };
  return of.sheet.validations.find(({ area }) => intersection(area, first))?.rule ?? {};
}

/** How the rules of a range's cells differ; null where all of them are alike. [D] DataValidationType */
function mixture(of: LiveRange, session: Session): "Inconsistent" | "MixedCriteria" | null {
  const area = areaOf(of, session);
  const met = of.sheet.validations.filter((one) => intersection(one.area, area));
  if (new Set(met.map(({ rule }) => JSON.stringify(rule))).size > 1) return "Inconsistent";
  const free = met.reduce<readonly Area[]>((left, one) => left.flatMap((part) => areaWithout(part, one.area)), [area]);
  return met.length > 0 && free.length > 0 ? "MixedCriteria" : null;
}

/** A cell has one validation: others give way where the range covers them. */
function setValidation(of: LiveRange, rule: Readonly<Record<string, unknown>> | null, session: Session): void {
  const area = areaOf(of, session);
  refuseIfLocked(session, of.sheet, area);
  const rest: DataValidation[] = of.sheet.validations.flatMap((one) =>
    areaWithout(one.area, area).map((piece) => ({ ...one, area: piece })),
  );
  if (rule) rest.push({ area, rule });
  of.sheet.validations.splice(0, of.sheet.validations.length, ...rest);
  changed(session, { kind: "layout", sheet: of.sheet, what: "validations" });
}

export const dataValidationClasses = { DataValidation: validation };
