import { Button, Caption1, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { FieldSet } from "../../shell/FieldSet";
import { Icon } from "../../shell/Icon";
import { useWords } from "../../words";
import { TierMark } from "../TierMark";
import { fewestClasses, mostClasses, type MatrixEdit } from "./editMatrix";
import type { MatrixFieldsProps } from "./MatrixFields";

export interface ClassFieldsProps extends MatrixFieldsProps {
  readonly disabled: boolean;
}

/** The classes of a policy matrix with their names. */
export function ClassFields({ pane, open, wrong, disabled }: ClassFieldsProps): ReactElement {
  const styles = useStyles();
  const { matrix } = useWords();
  const edit = (change: MatrixEdit): void => pane.edit({ kind: "matrix", edit: change });
  const full = open.classes.length >= mostClasses;
  return (
    <FieldSet legend={matrix.classes} hint={matrix.classesHint} disabled={disabled}>
      <ol className={styles.list}>
        {open.classes.map(({ id, name }, i) => (
          <li key={id} className={styles.row}>
            <span className={styles.mark}>
              <TierMark tier={i} method="matrix" />
            </span>
            <Field validationMessage={wrong(`class/${i}`) ?? null}>
              <Input
                className={styles.input}
                title={name}
                aria-label={matrix.className(i + 1)}
                value={name}
                onChange={(_, { value }) => edit({ kind: "className", place: i, name: value })}
              />
            </Field>
            <Button
              appearance="subtle"
              icon={<Icon name="remove" />}
              aria-label={matrix.removeClass(name)}
              disabled={open.classes.length <= fewestClasses}
              onClick={() => edit({ kind: "removeClass", place: i })}
            />
          </li>
        ))}
      </ol>
      <div className={styles.foot}>
        <Button size="small" icon={<Icon name="add" />} disabled={full} onClick={() => edit({ kind: "addClass" })}>
          {matrix.addClass}
        </Button>
        {full && <Caption1>{matrix.addClassFull}</Caption1>}
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
