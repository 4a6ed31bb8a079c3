import { Button, Caption1, Field, Input, makeStyles, Select, Subtitle2, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import type { TableInspection } from "../../actions/inspectTable";
import type { Plan } from "../../plan/plan";
import type { PlanForm } from "../segments/planForm";
import { keepPreference, readPreference } from "../state/keptPreference";
import type { Pane } from "../state/usePane";
import { useWords } from "../words";
import { plannedWrites } from "./plannedWrites";
import { PlannedWriteLine } from "./PlannedWriteLine";

export interface WriteQuestionProps {
  readonly pane: Pane;
  readonly plan: Plan;
  readonly form: PlanForm;
  readonly inspection: TableInspection;
  /** Why nothing can be written now, in words. */
  readonly hindrance: string | null;
}

/** What will be written where, before anything is. */
export function WriteQuestion({ pane, plan, form, inspection, hindrance }: WriteQuestionProps): ReactElement {
  const styles = useStyles();
  const { write } = useWords();
  const [person, setPerson] = useState(() => readPreference("person") ?? "");
  const writes = plannedWrites(plan, inspection, pane.workbook.value);
  const again = writes.some(({ kind }) => kind === "sameColumn" || kind === "newName");
  const begin = (): void => {
    keepPreference("person", person.trim());
    pane.run.start(plan, person.trim(), pane.policy.seen);
  };
  return (
    <section className={styles.question} aria-labelledby="write-title">
      <Subtitle2 as="h3" id="write-title">
        {write.title}
      </Subtitle2>
      <ul className={styles.list}>
        {writes.map((each) => (
          <li key={`${each.kind} ${each.name}`}>
            <PlannedWriteLine write={each} />
          </li>
        ))}
      </ul>
      <Caption1>{write.nothingElse}</Caption1>
      <Field label={write.sheetLanguage} orientation="vertical">
        <Select
          value={form.sheetLanguage}
          onChange={(_, { value }) =>
            pane.edit({
              kind: "sheetLanguage",
              language: value === "zh" ? "zh" : "en",
              fresh: pane.workbook.value?.plan == null,
            })
          }
        >
          <option value="en">English</option>
          <option value="zh">中文</option>
        </Select>
      </Field>
      <Field label={write.person} hint={write.personHint}>
        <Input value={person} maxLength={100} autoComplete="name" onChange={(_, { value }) => setPerson(value)} />
      </Field>
      {hindrance !== null && <Caption1 role="status">{hindrance}</Caption1>}
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={hindrance !== null} onClick={begin}>
          {again ? write.again : write.now}
        </Button>
        <Button onClick={pane.run.close}>{write.back}</Button>
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  question: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase300,
  },
  buttons: {
    position: "sticky",
    bottom: 0,
    display: "flex",
    gap: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});
