import { useMemo, useState } from "react";

import type { TableInspection } from "../../actions/inspectTable";
import { isScales } from "../../actions/policy/policyMark";
import type { WorkbookState } from "../../actions/readState";
import type { Plan } from "../../plan/plan";
import type { Language } from "../../text/language";
import { type FormProblem, formProblems } from "../segments/formProblems";
import { type PlanForm, planForm, planOf } from "../segments/planForm";
import { type Policy, usePolicy } from "./usePolicy";
import type { SaidOfTable } from "./useTable";

/** What a colleague saved while the user was changing something. */
export interface Theirs {
  readonly plan: Plan;
  readonly revision: number;
  /** The user's own settings are written over them; they stay among the earlier ones. */
  readonly keepMine: () => void;
  /** Begins anew with theirs. */
  readonly take: () => void;
}

/** What the pane knows of the Policy sheet. */
export interface PolicyInPane extends Policy {
  /** Takes what the sheet says by now into the form. */
  readonly takeOver: () => void;
}

/** What the user is configuring, what is wrong with it, and the plan that it describes if nothing is. */
export interface FormInPane {
  readonly form: PlanForm | null;
  readonly problems: readonly FormProblem[];
  readonly plan: Plan | null;
  /** The plan that can be looked at: also one whose policy matrix says nothing yet. */
  readonly viewed: Plan | null;
  readonly change: (next: PlanForm) => void;
  /** A run has written the form: it goes by the table as the run found it, and rests on the sheet as it left it. */
  readonly written: (table: Plan["table"], policyMark: string, revision: number) => void;
  /** Begins anew with what the workbook says. */
  readonly forget: () => void;
  readonly policy: PolicyInPane;
  readonly theirs: Theirs | null;
}

interface FormInput {
  /** Null until the stored plan was read too, which decides how a form begins. */
  readonly inspection: TableInspection | null;
  readonly state: WorkbookState | null;
  /** What a person said of the table before it was one; null where nobody did. */
  readonly said: SaidOfTable | null;
  readonly language: Language;
  readonly tableId: string | null;
}

/** The form: what the workbook says, until the user changes something. */
export function useForm({ inspection, state, said, language, tableId }: FormInput): FormInPane {
  const [draft, setDraft] = useState<PlanForm | null>(null);
  const drafting = draft !== null && draft.table.id === tableId;
  const policy = usePolicy(state, drafting);
  /** The newest revision of the plan that the form knows of. */
  const [base, setBase] = useState(0);
  const revision = state?.revision ?? 0;
  const stored = state?.plan ?? null;
  const { fresh, ...current } = useMemo(() => {
    const fresh = inspection === null ? null : withSaid(planForm(inspection, stored, language), said);
    const form = draft !== null && draft.table.id === tableId ? draft : fresh;
    const problems = form === null ? [] : formProblems(form);
    // What combinations there are is what a person has to see before mapping the first of them.
    const viewed = form === null || problems.some(({ kind }) => kind !== "cells-missing") ? null : planOf(form);
    return { fresh, form, problems, plan: problems.length > 0 ? null : viewed, viewed };
  }, [inspection, stored, said, language, draft, tableId]);

  /** What the sheet says by now takes the place of what the form says of the same segmentations. */
  function takeOver(): void {
    if (draft === null || fresh === null) return;
    const segmentations = draft.segmentations.map((each) =>
      policy.changed.includes(each.id) ? (fresh.segmentations.find(({ id }) => id === each.id) ?? each) : each,
    );
    policy.rest(policy.now);
    const scales = policy.changed.some(isScales) ? fresh.settings.scales : draft.settings.scales;
    setDraft({ ...draft, settings: { ...draft.settings, scales }, segmentations });
  }

  return {
    ...current,
    change: (next) => {
      if (!drafting) {
        policy.rest(policy.now);
        setBase(revision);
      }
      setDraft(next);
    },
    written: (table, policyMark, written) => {
      setBase(written);
      setDraft((last) => (last === null ? null : { ...last, table }));
      policy.rest(policyMark);
    },
    forget: () => setDraft(null),
    policy: { ...policy, takeOver, seen: { ...policy.seen, revision: drafting ? base : Math.max(base, revision) } },
    theirs:
      drafting && stored !== null && revision > base
        ? {
            plan: stored,
            revision,
            keepMine: () => {
              policy.rest(policy.now);
              setBase(revision);
            },
            take: () => setDraft(null),
          }
        : null,
  };
}

/** The unit and the date of a list's title count where nothing else says one. */
function withSaid(form: PlanForm, said: SaidOfTable | null): PlanForm {
  if (said === null) return form;
  const { reading, unit = null, date } = said;
  const settings = { ...form.settings, reading, unit: form.settings.unit ?? unit };
  return { ...form, settings, dataDate: date ?? form.dataDate };
}
