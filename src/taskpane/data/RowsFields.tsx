import { Caption1, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { TableInspection } from "../../actions/inspectTable";
import { combinationFor, type RowCombination } from "../../plan/combinationFor";
import { columnsOf } from "../../plan/usedColumns";
import { type PlanForm, planOf } from "../segments/planForm";
import type { Pane } from "../state/usePane";
import { useWords } from "../words";
import { cellList } from "./cellList";
import { combineChoices } from "./combineChoices";
import { severalRows } from "./proposedRows";

export interface RowsFieldsProps {
  readonly pane: Pane;
  readonly form: PlanForm;
  readonly inspection: TableInspection;
}

/** Whether a client has one row or several, and if so how they become one. Asked where a key repeats. */
export function RowsFields({ pane, form, inspection }: RowsFieldsProps): ReactElement | null {
  const { rows: words } = useWords();
  const { rows, roles } = form.settings;
  const key = inspection.columns.find(({ name }) => name === form.keyColumn);
  const several = rows.perCustomer === "several";
  if (!key || (!key.repeats && !several && roles.group === undefined)) return null;
  const { repeats } = key;
  return (
    <>
      <Field
        label={words.question}
        hint={repeats ? words.repeats(repeats.key, cellList(repeats.cells), repeats.customers, inspection.rows) : null}
      >
        <Select
          value={rows.perCustomer}
          disabled={pane.run.state.kind === "running"}
          onChange={(_, { value }) =>
            pane.edit({
              kind: "rows",
              rows:
                value === "several" ? { ...severalRows(inspection), combine: rows.combine } : { perCustomer: "one" },
            })
          }
        >
          <option value="one">{words.one}</option>
          <option value="several">{words.several}</option>
        </Select>
      </Field>
      {several && <SeveralFields pane={pane} form={form} inspection={inspection} />}
    </>
  );
}

/** How the rows of a client become one: by column, by the latest row, and by client group. */
function SeveralFields({ pane, form, inspection }: RowsFieldsProps): ReactElement {
  const styles = useStyles();
  const { rows: words, segments } = useWords();
  const writing = pane.run.state.kind === "running";
  const plan = planOf(form);
  const { dateColumn, groupColumn } = plan.rows;
  const used = new Set(plan.segmentations.flatMap(columnsOf));
  const problemAt = (start: string): string | null => {
    const problem = pane.problems.find(({ field }) => field.startsWith(start));
    return problem === undefined ? null : segments.invalid[problem.kind];
  };
  const names = inspection.columns.map(({ name }) => name).filter((name) => name !== form.keyColumn);
  const days = inspection.columns.filter(({ looksLike }) => looksLike === "date").map(({ name }) => name);
  const groups = inspection.columns.filter(({ looksLike }) => looksLike !== "value" && looksLike !== "date");
  const options = (likely: readonly string[], chosen: string | null): readonly string[] =>
    chosen === null || likely.includes(chosen) ? likely : [...likely, chosen];
  return (
    <section className={styles.several} aria-label={words.how}>
      <Caption1 className={styles.quiet}>{words.howSays}</Caption1>
      {inspection.columns.map((column) => {
        const { name } = column;
        if (!used.has(name)) return null;
        const chosen = combinationFor(plan, name);
        const { choices, scale } = combineChoices(plan, column, chosen);
        return (
          <Field key={name} label={name} size="small">
            <Select
              value={chosen}
              disabled={writing}
              onChange={(_, { value }) =>
                pane.edit({
                  kind: "combine",
                  column: name,
                  by: value as RowCombination,
                  scale: value === "worst" ? scale : null,
                })
              }
            >
              {choices.map((by) => (
                <option key={by} value={by}>
                  {words.combine[by]}
                </option>
              ))}
            </Select>
          </Field>
        );
      })}
      <Field label={words.latestBy} hint={words.latestHint} size="small" validationMessage={problemAt("rows.combine")}>
        <Select
          value={dateColumn ?? ""}
          disabled={writing}
          onChange={(_, { value }) => pane.edit({ kind: "rows", rows: { dateColumn: value === "" ? null : value } })}
        >
          <option value="">{words.noDate}</option>
          {options(days, dateColumn).map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={words.together}
        hint={words.togetherHint}
        size="small"
        validationMessage={problemAt("rows.groupColumn")}
      >
        <Select
          value={groupColumn ?? ""}
          disabled={writing}
          onChange={(_, { value }) => pane.edit({ kind: "rows", rows: { groupColumn: value === "" ? null : value } })}
        >
          <option value="">{words.alone}</option>
          {options(
            groups.map(({ name }) => name).filter((name) => names.includes(name)),
            groupColumn,
          ).map((name) => (
            <option key={name} value={name}>
              {words.togetherBy(name)}
            </option>
          ))}
        </Select>
      </Field>
    </section>
  );
}

const useStyles = makeStyles({
  several: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});
