import { Button, Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import type { TableInspection } from "../../actions/inspectTable";
import { isDoubtful, matchMonth, type MonthMatch } from "../../actions/newMonth/matchMonth";
import { renamedColumn } from "../../plan/renamedColumn";
import type { Plan } from "../../plan/plan";
import type { MonthWords } from "../../text/month/monthEn";
import { monthWords } from "../../text/month/monthWords";
import { planForm, type PlanForm } from "../segments/planForm";
import { FailureNote } from "../shell/FailureNote";
import { Message } from "../shell/Message";
import { Waiting } from "../shell/Waiting";
import { useLoaded } from "../state/useLoaded";
import type { Pane } from "../state/usePane";
import { usePaneLanguage } from "../words";
import { CutoffChoice } from "./CutoffChoice";
import { MatchTable } from "./MatchTable";
import { MissingColumns } from "./MissingColumns";

export interface NewMonthProps {
  readonly pane: Pane;
  readonly form: PlanForm;
  readonly inspection: TableInspection;
  /** The plan of the last run. */
  readonly stored: Plan;
}

/** What a table that is not the last run's begins with: whom it has in common with it, and which cut-offs it goes by. */
export function NewMonth({ pane, form, inspection, stored }: NewMonthProps): ReactElement | null {
  const styles = useStyles();
  const language = usePaneLanguage();
  const words = monthWords(language);
  const { keyColumn } = form;
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const loaded = useLoaded({
    subject:
      keyColumn === ""
        ? null
        : `${form.table.id} ${keyColumn} ${pane.carried?.run.id ?? pane.workbook.value?.lastRun?.id ?? ""}`,
    load: () => matchMonth({ table: form.table, keyColumn, former: pane.carried ?? undefined }),
  });
  const match = loaded.value;
  if (keyColumn === "" || (match === null && !loaded.busy && loaded.failure === null)) return null;
  const columns = inspection.columns.map(({ name }) => name);
  const asked = pane.problems.some(({ kind }) => kind === "value-missing" || kind === "column-missing");
  const choose = (column: string, now: string): void => {
    const next = { ...chosen, [column]: now };
    setChosen(next);
    const renamed = Object.entries(next).reduce(
      (plan, [from, to]) => (to ? renamedColumn(plan, from, to) : plan),
      stored,
    );
    const { dataDate, sheetLanguage } = form;
    pane.change({ ...planForm(inspection, renamed, language), dataDate, sheetLanguage });
  };
  return (
    <section className={styles.month} aria-labelledby="new-month">
      <Subtitle2 as="h3" id="new-month">
        {words.title}
      </Subtitle2>
      {match === null && loaded.failure === null && <Waiting text={words.matching} />}
      {loaded.failure !== null && <FailureNote failure={loaded.failure} onRetry={loaded.reload} />}
      {match !== null && (
        <>
          <Caption1>{words.matchedWith(match.run.table, match.formerDate)}</Caption1>
          {doubts(match, form, words).map((doubt) => (
            <Message key={doubt} intent="warning" text={doubt} />
          ))}
          <MatchTable match={match} onShow={pane.show} />
          {(asked || Object.keys(chosen).length > 0) && (
            <MissingColumns
              missing={match.missing}
              chosen={chosen}
              columns={columns}
              disabled={pane.run.state.kind === "running"}
              onChoose={choose}
            />
          )}
          {pane.plan !== null && (
            <CutoffChoice
              pane={pane}
              form={form}
              plan={pane.plan}
              found={match.run.limits ?? []}
              dataDate={match.formerDate}
            />
          )}
          <div>
            <Button appearance="primary" onClick={() => pane.goTo("segments")}>
              {words.next}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** Why this may be another table than the one that was meant. */
function doubts(match: MonthMatch, { keyColumn, dataDate }: PlanForm, words: MonthWords): readonly string[] {
  const { formerDate } = match;
  return [
    ...(match.matched.customers === 0 ? [words.none(keyColumn)] : isDoubtful(match) ? [words.few(keyColumn)] : []),
    ...(match.same ? [words.same] : []),
    ...(formerDate !== null && dataDate !== "" && dataDate <= formerDate ? [words.notLater(dataDate, formerDate)] : []),
  ];
}

const useStyles = makeStyles({
  month: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
});
