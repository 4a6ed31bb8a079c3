import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { monthWords } from "../../text/monthWords";
import type { Pane } from "../state/usePane";
import { usePaneLanguage } from "../words";
import { monthFacts } from "./monthFacts";
import { monthSteps, type MonthStep, type StepState, stepStates } from "./monthSteps";
import { StepMark } from "./StepMark";

export interface MonthStripProps {
  readonly pane: Pane;
}

/** The month's way on top of the pane: what is done, what comes now, and a click to get there. */
export function MonthStrip({ pane }: MonthStripProps): ReactElement {
  const styles = useStyles();
  const words = monthWords[usePaneLanguage()];
  const facts = monthFacts(pane);
  const states = stepStates(facts);
  const counts: Partial<Record<MonthStep, string>> = {
    ...(facts.odd > 0 ? { check: words.odd(facts.odd) } : {}),
    ...(facts.ownerless ? { assign: words.ownerless(facts.ownerless) } : {}),
  };
  const said = (step: MonthStep, state: StepState): string =>
    words.says(words.leads[step], state === "done" ? words.states.done : (counts[step] ?? words.states[state]));
  return (
    <nav aria-label={words.way}>
      <ol className={styles.way}>
        {monthSteps.map((step) => {
          const state = states[step];
          return (
            <li key={step} className={styles.step} aria-current={state === "now" ? "step" : undefined}>
              <button
                type="button"
                className={mergeClasses(styles.button, state === "now" && styles.now)}
                title={said(step, state)}
                onClick={() => goToStep(pane, step)}
              >
                <StepMark state={state} />
                {words.steps[step]}
                <span className={styles.unseen}>{`, ${words.states[state]}`}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** A step leads to its place; the third and the fourth to what would change, where that can be told. */
function goToStep(pane: Pane, step: MonthStep): void {
  switch (step) {
    case "data":
    case "check":
      return pane.goTo("data");
    case "preview":
    case "write":
      pane.goTo("segments");
      if (pane.plan !== null && pane.preview.value !== null) pane.run.ask();
      return undefined;
    case "assign":
      return pane.goTo("owners");
    case "freeze":
      return pane.goTo("history");
    default:
      return step satisfies never;
  }
}

const useStyles = makeStyles({
  way: {
    listStyleType: "none",
    display: "flex",
    justifyContent: "space-between",
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalXS}`,
  },
  step: { minWidth: 0 },
  button: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    width: "100%",
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXXS}`,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: "nowrap",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  now: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});
