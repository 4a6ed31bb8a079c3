import { Button, Caption1, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { Segmentation } from "../../segmentations/plans";
import { FieldSet } from "../shell/FieldSet";
import { Icon } from "../shell/Icon";
import { TierMark } from "./TierMark";

/** What such a list says. */
export interface NameListWords {
  readonly legend: string;
  readonly hint: string;
  readonly add: string;
  /** Shown where no more can be added. */
  readonly full: string;
  /** Of the n-th field, counted from one. */
  readonly nameOf: (place: number) => string;
  readonly remove: (name: string) => string;
}

export interface NameListProps {
  readonly method: Segmentation["method"];
  readonly items: readonly { readonly id: string; readonly name: string }[];
  readonly fewest: number;
  readonly most: number;
  readonly words: NameListWords;
  readonly wrong: (place: number) => string | undefined;
  readonly disabled: boolean;
  readonly onName: (place: number, name: string) => void;
  readonly onRemove: (place: number) => void;
  readonly onAdd: () => void;
}

/** Segments with their names, to be renamed, added and removed. */
export function NameList({ method, items, fewest, most, words, wrong, disabled, ...on }: NameListProps): ReactElement {
  const styles = useStyles();
  const full = items.length >= most;
  return (
    <FieldSet legend={words.legend} hint={words.hint} disabled={disabled}>
      <ol className={styles.list}>
        {items.map(({ id, name }, i) => (
          <li key={id} className={styles.row}>
            <span className={styles.mark}>
              <TierMark tier={i} method={method} />
            </span>
            <Field validationMessage={wrong(i) ?? null}>
              <Input
                className={styles.input}
                title={name}
                aria-label={words.nameOf(i + 1)}
                value={name}
                onChange={(_, { value }) => on.onName(i, value)}
              />
            </Field>
            <Button
              appearance="subtle"
              icon={<Icon name="remove" />}
              aria-label={words.remove(name)}
              disabled={items.length <= fewest}
              onClick={() => on.onRemove(i)}
            />
          </li>
        ))}
      </ol>
      <div className={styles.foot}>
        <Button size="small" icon={<Icon name="add" />} disabled={full} onClick={on.onAdd}>
          {words.add}
        </Button>
        {full && <Caption1>{words.full}</Caption1>}
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
