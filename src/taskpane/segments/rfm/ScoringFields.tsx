import { Caption1, Checkbox, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { rfmMeasures, type RfmMeasure, type RfmScoring } from "../../../segmentations/rfm/plan";
import { rfmPaneWords } from "../../../text/pane/rfmPaneWords";
import { FieldSet } from "../../shell/FieldSet";
import { usePaneLanguage } from "../../words";
import type { RfmForm } from "../planForm";
import { isWithoutAmounts, sameScoring, withScoring } from "./editRfm";
import { limitsFrom } from "./proposedScoring";
import type { RfmPartProps } from "./RfmFields";
import { ScoreList } from "./ScoreList";

/** How each measure becomes a score, with the limits that were found and how many customers have each score. */
export function ScoringFields(props: RfmPartProps): ReactElement {
  const { open, found, disabled, form } = props;
  const onEdit = (to: RfmForm): void => props.onEdit(sameScoring(to));
  const measures = isWithoutAmounts(open) ? rfmMeasures.filter((measure) => measure !== "monetary") : rfmMeasures;
  const styles = useStyles();
  const words = rfmPaneWords(usePaneLanguage());
  const choose = (measure: RfmMeasure, by: string): void => {
    const to: RfmScoring =
      by === "limits"
        ? { by, limits: limitsFrom(measure, found?.cuts[measure] ?? []) }
        : { by: by === "mean" ? "mean" : "quintiles" };
    onEdit(withScoring(open, measure, to));
  };
  const following = measures.filter((measure) => open.scoring[measure].by !== "limits");
  return (
    <FieldSet legend={words.scoring} hint={words.scoringHint} disabled={disabled}>
      {measures.map((measure) => (
        <div key={measure} className={styles.measure}>
          <Field label={words.measures[measure]}>
            <Select
              size="small"
              value={open.scoring[measure].by}
              disabled={disabled}
              onChange={(_, { value }) => choose(measure, value)}
            >
              <option value="quintiles">{words.by.quintiles}</option>
              <option value="limits">{words.by.limits}</option>
              <option value="mean">{words.by.mean}</option>
            </Select>
          </Field>
          <ScoreList {...props} onEdit={onEdit} measure={measure} />
        </div>
      ))}
      {following.length > 0 && (
        <>
          <Checkbox
            label={words.keep}
            checked={following.every((measure) => isKept(open, measure))}
            disabled={disabled || found === null || found.scored === 0}
            onChange={(_, { checked }) =>
              onEdit(kept(open, checked === true ? (found?.cuts ?? null) : null, form.dataDate))
            }
          />
          <Caption1>{words.keepHint}</Caption1>
        </>
      )}
    </FieldSet>
  );
}

function isKept({ scoring }: RfmForm, measure: RfmMeasure): boolean {
  const scored = scoring[measure];
  return scored.by !== "limits" && scored.kept !== undefined;
}

/** With the limits that follow from the data kept as they are now, or following the data again. */
function kept(open: RfmForm, cuts: Readonly<Record<RfmMeasure, readonly number[]>> | null, dataDate: string): RfmForm {
  const scored = (measure: RfmMeasure): RfmScoring => {
    const now = open.scoring[measure];
    if (now.by === "limits") return now;
    if (cuts === null) return { by: now.by };
    return { by: now.by, kept: { limits: [...cuts[measure]], dataDate: dataDate === "" ? null : dataDate } };
  };
  const [recency, frequency, monetary] = [scored("recency"), scored("frequency"), scored("monetary")];
  return { ...open, scoring: { recency, frequency, monetary } };
}

const useStyles = makeStyles({
  measure: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
});
