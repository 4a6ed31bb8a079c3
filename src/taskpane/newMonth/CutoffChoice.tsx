import { Caption1, Field, Select } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { compareCutoffs } from "../../actions/newMonth/compareCutoffs";
import { findsLimits, type FoundLimits, withKept, withoutKept } from "../../plan/keptCutoffs";
import type { Plan } from "../../plan/plan";
import { monthWords } from "../../text/month/monthWords";
import { useFigureTable } from "../changes/useFigureTable";
import type { PlanForm } from "../segments/planForm";
import { FailureNote } from "../shell/FailureNote";
import { Waiting } from "../shell/Waiting";
import { useLoaded } from "../state/useLoaded";
import type { Pane } from "../state/usePane";
import { useFigures, usePaneLanguage } from "../words";
import { keptForm } from "./keptForm";

export interface CutoffChoiceProps {
  readonly pane: Pane;
  readonly form: PlanForm;
  readonly plan: Plan;
  /** What the last run found, and the date of its data. */
  readonly found: readonly FoundLimits[];
  readonly dataDate: string | null;
}

/** Whether cut-offs that follow from the data are last period's or new ones: both are shown before one is chosen. */
export function CutoffChoice({ pane, form, plan, found, dataDate }: CutoffChoiceProps): ReactElement | null {
  const styles = useFigureTable();
  const words = monthWords(usePaneLanguage());
  const { count, amount } = useFigures();
  const anew = withoutKept(plan);
  const kept = withKept(plan, found, dataDate);
  const offered = findsLimits(plan).length > 0 && JSON.stringify(anew) !== JSON.stringify(kept);
  const preview = pane.preview.value;
  const ready = preview !== null && JSON.stringify(preview.plan) === JSON.stringify(plan);
  const compared = useLoaded({
    subject: offered ? `cutoffs ${plan.table.id}` : null,
    version: ready ? JSON.stringify(anew) : null,
    load: (signal) =>
      compareCutoffs(plan, pane.engine, {
        ...{ found, dataDate, signal },
        ...{ former: preview ?? undefined, carried: pane.carried ?? undefined },
      }),
  });
  if (!offered) return null;
  const keeps = JSON.stringify(plan) === JSON.stringify(kept);
  return (
    <>
      <Field label={words.cutoffs}>
        <Select
          value={keeps ? "keep" : "anew"}
          disabled={pane.run.state.kind === "running"}
          onChange={(_, { value }) => pane.change(keptForm(form, value === "keep" ? kept : anew))}
        >
          <option value="keep">{words.keep(dataDate)}</option>
          <option value="anew">{words.findAnew}</option>
        </Select>
      </Field>
      {compared.value === null && compared.failure === null && <Waiting text={words.comparing} />}
      {compared.failure !== null && <FailureNote failure={compared.failure} onRetry={compared.reload} />}
      {compared.value?.map((one) => (
        <div key={one.id}>
          <table className={styles.table} aria-label={words.comparedFor(one.name)}>
            <thead>
              <tr>
                <th scope="col">{one.name}</th>
                <th scope="col">{words.kept}</th>
                <th scope="col">{words.clients}</th>
                <th scope="col">{words.anew}</th>
                <th scope="col">{words.clients}</th>
              </tr>
            </thead>
            <tbody>
              {one.tiers.map((tier) => (
                <tr key={tier.name}>
                  <th scope="row">{tier.name}</th>
                  <td className={styles.number}>{tier.keptLimit === null ? "" : amount(tier.keptLimit)}</td>
                  <td className={styles.number}>{count(tier.keptCustomers)}</td>
                  <td className={styles.number}>{tier.newLimit === null ? "" : amount(tier.newLimit)}</td>
                  <td className={styles.number}>{count(tier.newCustomers)}</td>
                </tr>
              ))}
              {one.moved !== null && (
                <tr>
                  <th scope="row">{words.moving}</th>
                  <td />
                  <td className={styles.number}>{count(one.moved.kept)}</td>
                  <td />
                  <td className={styles.number}>{count(one.moved.anew)}</td>
                </tr>
              )}
            </tbody>
          </table>
          <Caption1>{words.different(one.different)}</Caption1>
        </div>
      ))}
    </>
  );
}
