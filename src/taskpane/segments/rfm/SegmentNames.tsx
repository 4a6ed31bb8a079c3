import { Button, Caption1, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { newNames } from "../../../text/newNames";
import { rfmPaneWords } from "../../../text/pane/rfmPaneWords";
import { FieldSet } from "../../shell/FieldSet";
import { Icon } from "../../shell/Icon";
import { usePaneLanguage } from "../../words";
import { TierMark } from "../TierMark";
import { fewestSegments, mostSegments, withName, withOneMoreSegment, withoutSegment } from "./editRfm";
import type { RfmPartProps } from "./RfmFields";

/** The segments with their names, in their order. */
export function SegmentNames({ form, open, wrong, disabled, onEdit }: RfmPartProps): ReactElement {
  const styles = useStyles();
  const words = rfmPaneWords(usePaneLanguage());
  const full = open.segments.length >= mostSegments;
  return (
    <FieldSet legend={words.segments} hint={words.segmentsHint} disabled={disabled}>
      <ol className={styles.list}>
        {open.segments.map(({ id, name }, i) => (
          <li key={id} className={styles.row}>
            <span className={styles.mark}>
              <TierMark tier={i} method="rfm" />
            </span>
            <Field validationMessage={wrong(`segment/${i}`) ?? null}>
              <Input
                className={styles.input}
                title={name}
                aria-label={words.segmentName(i + 1)}
                value={name}
                onChange={(_, { value }) => onEdit(withName(open, i, value))}
              />
            </Field>
            <Button
              appearance="subtle"
              icon={<Icon name="remove" />}
              aria-label={words.removeSegment(name)}
              disabled={open.segments.length <= fewestSegments}
              onClick={() => onEdit(withoutSegment(open, i))}
            />
          </li>
        ))}
      </ol>
      <div className={styles.foot}>
        <Button
          size="small"
          icon={<Icon name="add" />}
          disabled={full}
          onClick={() => onEdit(withOneMoreSegment(open, newNames(form.sheetLanguage).newSegment))}
        >
          {words.addSegment}
        </Button>
        {full && <Caption1>{words.addSegmentFull(mostSegments)}</Caption1>}
      </div>
    </FieldSet>
  );
}

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
  },
  row: {
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr) 32px",
    columnGap: tokens.spacingHorizontalXS,
    alignItems: "start",
  },
  mark: { height: "32px", display: "grid", gridTemplateColumns: "minmax(0, 1fr)", alignItems: "center" },
  input: { width: "100%", minWidth: 0 },
  foot: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
});
