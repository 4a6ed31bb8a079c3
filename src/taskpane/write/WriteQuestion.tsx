import { Button, Caption1, Field, Input, makeStyles, Select, Subtitle2, tokens } from "@fluentui/react-components";
import { type ReactElement, type RefObject, useEffect, useId, useRef, useState } from "react";

import type { TableInspection } from "../../actions/inspectTable";
import type { Plan } from "../../plan/plan";
import { plannedWords } from "../../text/plannedWords";
import { plannedPart } from "../changes/plannedPart";
import { inSheetLanguage } from "../segments/inSheetLanguage";
import type { PlanForm } from "../segments/planForm";
import { Later } from "../shell/Later";
import { keepPreference, keptPerson } from "../state/keptPreference";
import type { Pane } from "../state/usePane";
import { usePaneLanguage, useWords } from "../words";
import { HistoryChoice } from "./HistoryChoice";
import { plannedWrites } from "./plannedWrites";
import { PlannedWriteLine } from "./PlannedWriteLine";
import { useHindrance } from "./useHindrance";
import { previewButton } from "./WriteFoot";

export interface WriteQuestionProps {
  readonly pane: Pane;
  readonly plan: Plan;
  readonly form: PlanForm;
  readonly inspection: TableInspection;
}

/** What would change and what will be written where, before anything is: accepted with one click, or left as it is. */
export function WriteQuestion({ pane, plan, form, inspection }: WriteQuestionProps): ReactElement {
  const styles = useStyles();
  const { write } = useWords();
  const words = plannedWords[usePaneLanguage()];
  const [person, setPerson] = useState(keptPerson);
  const [comparing, setComparing] = useState(false);
  const heading = useCameFrom();
  const title = useId();
  const hindrance = useHindrance(pane);
  const { value: preview, busy } = pane.preview;
  const writes = plannedWrites(plan, inspection, pane.workbook.value);
  const again = writes.some(({ kind }) => kind === "sameColumn" || kind === "newName");
  const begin = (): void => {
    keepPreference("person", person.trim());
    pane.run.start(plan, person.trim(), pane.policy.seen);
  };
  return (
    <>
      <div className={styles.question}>
        <h2 ref={heading} tabIndex={-1} className={styles.heading}>
          <Subtitle2>{words.heading}</Subtitle2>
        </h2>
        {preview !== null && (
          <Later part={plannedPart}>
            {({ PlannedRun }) => (
              <PlannedRun
                preview={preview}
                carried={pane.carried}
                onShow={pane.show}
                onReload={pane.inspection.reload}
                readOnly={pane.workbook.value?.readOnly === true}
                onWritten={pane.workbook.reload}
                onBusy={setComparing}
              />
            )}
          </Later>
        )}
        <section className={styles.question} aria-labelledby={title}>
          <Subtitle2 as="h2" id={title}>
            {write.title}
          </Subtitle2>
          <ul className={styles.list}>
            {writes.map((each) => (
              <li key={`${each.kind} ${each.name}`}>
                <PlannedWriteLine write={each} />
              </li>
            ))}
          </ul>
          <HistoryChoice pane={pane} />
          <Caption1>{write.nothingElse}</Caption1>
          <Field label={write.sheetLanguage} orientation="vertical">
            <Select
              value={form.sheetLanguage}
              onChange={(_, { value }) => {
                const language = value === "zh" ? "zh" : "en";
                // What is written keeps its names.
                if (pane.workbook.value?.plan == null) pane.change(inSheetLanguage(form, language));
                else pane.edit({ kind: "sheetLanguage", language });
              }}
            >
              <option value="en">English</option>
              <option value="zh">中文</option>
            </Select>
          </Field>
          <Field label={write.person} hint={write.personHint}>
            <Input value={person} maxLength={100} autoComplete="name" onChange={(_, { value }) => setPerson(value)} />
          </Field>
        </section>
      </div>
      <footer className={styles.foot}>
        {hindrance !== null && <Caption1 role="status">{hindrance}</Caption1>}
        <div className={styles.buttons}>
          <Button appearance="primary" disabled={hindrance !== null || busy || comparing} onClick={begin}>
            {again ? write.again : write.now}
          </Button>
          <Button onClick={pane.run.close}>{write.back}</Button>
        </div>
      </footer>
    </>
  );
}

/** Begins at the heading, and on the way back leaves the page and the keyboard where they had been. */
function useCameFrom(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const { scrollY } = window;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
    return () => {
      requestAnimationFrame(() => {
        const button = document.getElementById(previewButton);
        if (button === null) return;
        window.scrollTo({ top: scrollY });
        button.focus({ preventScroll: true });
      });
    };
  }, []);
  return heading;
}

const useStyles = makeStyles({
  question: {
    flexGrow: 1,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    alignContent: "start",
    gap: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalL,
  },
  heading: { outlineStyle: "none" },
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase300,
  },
  foot: {
    position: "sticky",
    bottom: 0,
    display: "grid",
    gap: tokens.spacingVerticalS,
    margin: `0 calc(-1 * ${tokens.spacingHorizontalM})`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow8,
    zIndex: 1,
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});
