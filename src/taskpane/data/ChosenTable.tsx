import { Button, Caption1, Field, Input, makeStyles, Select, Subtitle2, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { TableInspection, TableProblem } from "../../actions/inspectTable";
import type { PlanForm } from "../segments/planForm";
import { newMonthPart } from "../newMonth/newMonthPart";
import { FailureNote } from "../shell/FailureNote";
import { Icon } from "../shell/Icon";
import { Later } from "../shell/Later";
import type { Pane } from "../state/usePane";
import { useWords } from "../words";
import { AddKeyOffer } from "./AddKeyOffer";
import { AutoOpen } from "./AutoOpen";
import { ColumnList } from "./ColumnList";
import { listPart, rowQuestionsPart } from "./list/listPart";
import { MissingRoles } from "./MissingRoles";
import { ProblemList } from "./ProblemList";
import { proposedRows } from "./proposedRows";
import { RowsFields } from "./RowsFields";
import { scalesPart } from "./scales/scalesPart";
import { SettingsFields } from "./SettingsFields";

export interface ChosenTableProps {
  readonly pane: Pane;
  readonly inspection: TableInspection;
  readonly form: PlanForm;
}

/** Rows that are perhaps no customers. */
const asked: readonly TableProblem["kind"][] = ["hidden-rows", "total-rows"];
/** Oddities that a clean copy may mend. */
const copied: readonly TableProblem["kind"][] = ["text-among-numbers", ...asked];

/** The chosen table: its key, its date, what is odd about it, and its columns. */
export function ChosenTable({ pane, inspection, form }: ChosenTableProps): ReactElement {
  const styles = useStyles();
  const { data, segments } = useWords();
  const dateWrong = pane.problems.some(({ field }) => field === "date");
  const writing = pane.run.state.kind === "running";
  const stored = pane.workbook.value?.plan ?? pane.carried?.plan ?? null;
  const candidates = inspection.keyCandidates;
  const others = inspection.columns.map(({ name }) => name).filter((name) => !candidates.includes(name));
  const several = form.settings.rows.perCustomer === "several";
  const problems = inspection.problems.filter(({ kind, column }) => {
    // The offer above says it better than a line in a list.
    if (kind === "no-key-column") return candidates.length > 0 && !several;
    return kind !== "duplicate-keys" || !several || column !== form.keyColumn;
  });
  return (
    <div className={styles.place}>
      <section className={styles.part}>
        <div>
          <Subtitle2 as="h2" block>
            {inspection.name}
          </Subtitle2>
          <Caption1 className={styles.quiet}>
            {[inspection.sheet, data.rows(inspection.rows), data.columnsCount(inspection.columns.length)].join(" · ")}
          </Caption1>
        </div>
        <div className={styles.buttons}>
          <Button size="small" disabled={writing} onClick={() => pane.chooseTable(null)}>
            {data.another}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            icon={<Icon name="refresh" />}
            disabledFocusable={writing || pane.inspection.busy}
            onClick={pane.inspection.reload}
          >
            {pane.inspection.busy ? data.loading : data.readAgain}
          </Button>
        </div>
      </section>
      {stored !== null && isNewMonth(pane, stored.table, inspection) && (
        <Later part={newMonthPart}>{({ NewMonth }) => <NewMonth {...{ pane, form, inspection, stored }} />}</Later>
      )}
      {stored?.table.id === inspection.id && (
        <Later part={newMonthPart}>{({ InvalidLabelsNote }) => <InvalidLabelsNote pane={pane} />}</Later>
      )}
      {inspection.refusal !== null && <FailureNote title={data.cannotRun} failure={inspection.refusal} />}
      {candidates.length === 0 && !several && (
        <AddKeyOffer table={inspection.name} busy={pane.task.running === "addKey"} onAdd={pane.addKey} />
      )}
      <section className={styles.part}>
        <Field label={data.key} hint={data.keyHint}>
          <Select
            value={form.keyColumn}
            disabled={writing}
            onChange={(_, { value }) =>
              pane.edit({ kind: "key", column: value, rows: proposedRows(inspection, value) })
            }
          >
            {form.keyColumn === "" && <option value="">{data.keyChoose}</option>}
            {candidates.map((name) => (
              <option key={name} value={name}>
                {data.keyFits(name)}
              </option>
            ))}
            {others.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <RowsFields pane={pane} form={form} inspection={inspection} />
        {problems.some(({ kind }) => asked.includes(kind)) && (
          <Later part={rowQuestionsPart}>
            {({ RowQuestions }) => <RowQuestions pane={pane} form={form} inspection={inspection} />}
          </Later>
        )}
        <Field
          label={data.dataDate}
          hint={data.dataDateHint}
          validationMessage={dateWrong ? segments.invalid["date-wrong"] : null}
        >
          <Input
            type="date"
            value={form.dataDate}
            disabled={writing}
            onChange={(_, { value }) => pane.edit({ kind: "dataDate", date: value })}
          />
        </Field>
        <SettingsFields pane={pane} form={form} />
        <Later part={scalesPart}>
          {({ ScalesFields }) => <ScalesFields pane={pane} form={form} inspection={inspection} />}
        </Later>
        <div>
          <Button appearance="primary" onClick={() => pane.goTo("segments")}>
            {data.see}
          </Button>
          <Caption1 block className={styles.quiet}>
            {data.seeHint}
          </Caption1>
        </div>
      </section>
      {(problems.length > 0 || candidates.length > 0) && <ProblemList problems={problems} onShow={pane.show} />}
      {problems.some(({ kind }) => copied.includes(kind)) && (
        <Later part={listPart}>
          {({ ListOffer }) => <ListOffer pane={pane} table={`${inspection.sheet}!${inspection.address}`} />}
        </Later>
      )}
      <MissingRoles pane={pane} form={form} inspection={inspection} />
      <ColumnList pane={pane} form={form} inspection={inspection} />
      <AutoOpen pane={pane} />
    </div>
  );
}

/** True for a table that is not the last run's, or the first of a workbook that carries a month over. */
function isNewMonth({ carried }: Pane, last: TableOfRun, { id, name }: TableInspection): boolean {
  return carried !== null || (last.id !== id && last.name !== name);
}

interface TableOfRun {
  readonly id: string;
  readonly name: string;
}

const useStyles = makeStyles({
  place: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalL,
  },
  part: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalM },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});
