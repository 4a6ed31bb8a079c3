import { Body1Strong, Button, Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { type PlanRevision, readRevisions } from "../../actions/readRevisions";
import type { Plan } from "../../plan/plan";
import { planChangeWords } from "../../text/planChangeWords";
import { revisionWords } from "../../text/revisionWords";
import { FailureNote } from "../shell/FailureNote";
import { useLoaded } from "../state/useLoaded";
import { useFigures, usePaneLanguage } from "../words";
import { planLines } from "./planLines";

export interface EarlierPlansProps {
  /** The newest revision: another one has another list. */
  readonly revision: number;
  /** Takes settings into the pane; null while there is no table to show them with. */
  readonly onRestore: ((plan: Plan) => void) | null;
}

/** The settings that the workbook keeps, newest first, with what changed in words, and a way back to each. */
export function EarlierPlans({ revision, onRestore }: EarlierPlansProps): ReactElement | null {
  const styles = useStyles();
  const words = revisionWords(usePaneLanguage());
  const loaded = useLoaded({ subject: String(revision), load: readRevisions });
  if (loaded.failure !== null) return <FailureNote failure={loaded.failure} onRetry={loaded.reload} />;
  if (loaded.value === null || loaded.value.length < 2) return null;
  return (
    <section className={styles.section} aria-labelledby="revisions-heading">
      <Subtitle2 as="h2" id="revisions-heading">
        {words.heading}
      </Subtitle2>
      <Caption1>{words.means}</Caption1>
      {loaded.value.map((one, i) => (
        <EarlierPlan key={one.revision} one={one} newest={i === 0} onRestore={i === 0 ? null : onRestore} />
      ))}
      <Caption1>{words.kept}</Caption1>
    </section>
  );
}

interface EarlierPlanProps {
  readonly one: PlanRevision;
  readonly newest: boolean;
  readonly onRestore: ((plan: Plan) => void) | null;
}

function EarlierPlan({ one, newest, onRestore }: EarlierPlanProps): ReactElement {
  const styles = useStyles();
  const language = usePaneLanguage();
  const words = revisionWords(language);
  const { moment } = useFigures();
  const { plan, changes, saved } = one;
  const name = one.other === true ? words.other : words.plan(one.revision);
  const lines = changes === null ? [] : planLines(changes, planChangeWords(language));
  const about = [
    ...(newest ? [words.newest] : []),
    ...(saved === null ? [] : [moment(new Date(saved.at)), saved.person]),
  ].filter((part) => part !== "");
  const nothing = plan === null ? words.damaged : changes === null ? words.oldest : words.same;
  return (
    <article className={styles.card} aria-label={name}>
      <Body1Strong>{name}</Body1Strong>
      {about.length > 0 && <Caption1>{about.join(" · ")}</Caption1>}
      {lines.length === 0 && <Caption1>{nothing}</Caption1>}
      {lines.map((line) => (
        <Caption1 key={line}>{line}</Caption1>
      ))}
      {plan !== null && onRestore !== null && (
        <Button size="small" className={styles.restore} onClick={() => onRestore(plan)}>
          {words.restore}
        </Button>
      )}
    </article>
  );
}

const useStyles = makeStyles({
  section: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} 0`,
  },
  card: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXXS,
    paddingBottom: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  restore: { justifySelf: "start", marginTop: tokens.spacingVerticalXS },
});
