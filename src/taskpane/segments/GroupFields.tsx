import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { OrderButtons } from "../shell/OrderButtons";
import { FieldSet } from "../shell/FieldSet";
import { useWords } from "../words";
import type { TierEdit } from "./editTiers";
import type { TierForm } from "./planForm";

export interface GroupFieldsProps {
  readonly groups: readonly TierForm[];
  readonly disabled: boolean;
  readonly wrong: (field: string) => string | undefined;
  readonly onEdit: (edit: TierEdit) => void;
}

/** The groups in their order, each with its name; a value left out here is listed as not classified. */
export function GroupFields({ groups, disabled, wrong, onEdit }: GroupFieldsProps): ReactElement {
  const styles = useStyles();
  const { segments } = useWords();
  return (
    <FieldSet legend={segments.groups} hint={segments.groupsHint} disabled={disabled}>
      <ol className={styles.list}>
        {groups.map((group, i) => (
          <li key={group.id} className={styles.row}>
            <Field
              validationMessage={wrong(`tier/${i}`) ?? null}
              hint={group.name === group.id ? null : segments.groupValue(group.id)}
            >
              <Input
                className={styles.input}
                title={group.name}
                aria-label={segments.groupName(group.id)}
                value={group.name}
                onChange={(_, { value }) => onEdit({ kind: "tierName", tier: i, name: value })}
              />
            </Field>
            <OrderButtons
              name={group.name}
              place={i}
              of={groups.length}
              onMove={(by) => onEdit({ kind: "moveTier", tier: i, by })}
              onRemove={() => onEdit({ kind: "removeTier", tier: i })}
            />
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
  row: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", alignItems: "start" },
  input: { width: "100%", minWidth: 0 },
});
