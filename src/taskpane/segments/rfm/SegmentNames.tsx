import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { rfmPaneWords } from "../../../text/pane/rfmPaneWords";
import { FieldSet } from "../../shell/FieldSet";
import { usePaneLanguage } from "../../words";
import { TierMark } from "../TierMark";
import type { RfmPartProps } from "./RfmFields";

/** The segments with their names, in their order. */
export function SegmentNames({ open, wrong, disabled, onEdit }: RfmPartProps): ReactElement {
  const styles = useStyles();
  const words = rfmPaneWords(usePaneLanguage());
  const rename = (place: number, name: string): void =>
    onEdit({ ...open, segments: open.segments.map((each, i) => (i === place ? { ...each, name } : each)) });
  return (
    <FieldSet legend={words.segments} disabled={disabled}>
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
                onChange={(_, { value }) => rename(i, value)}
              />
            </Field>
          </li>
        ))}
      </ol>
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
    gridTemplateColumns: "20px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalXS,
    alignItems: "start",
  },
  mark: { height: "32px", display: "grid", gridTemplateColumns: "minmax(0, 1fr)", alignItems: "center" },
  input: { width: "100%", minWidth: 0 },
});
