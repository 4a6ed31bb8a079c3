import { Button, Caption1, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import { mostCells } from "../../../segmentations/matrix/matrixPositions";
import { Disclosure } from "../../shell/Disclosure";
import { useWords } from "../../words";
import type { CellsProps } from "./CellFields";
import { ClassSelect } from "./ClassSelect";
import { combinationCount, combinationsOf, positionIds, positionName } from "./matrixForm";

/** One class for many combinations at once: for a whole row, a whole column, or all there are. */
export function ManyCells({ form, open, disabled, combinations, onMap }: CellsProps): ReactElement {
  const styles = useStyles();
  const { matrix } = useWords();
  const [wanted, setWanted] = useState<Readonly<Record<number, string>>>({});
  const [to, setTo] = useState<string | null>(open.classes[0]?.id ?? null);
  const all = combinationCount(open.axes) <= mostCells;
  const known = to === null || open.classes.some(({ id }) => id === to) ? to : null;
  const positions = open.axes.map((axis, i) => {
    const ids = positionIds(axis);
    const chosen = ids.find((id) => id === wanted[i]);
    return chosen === undefined ? ids : [chosen];
  });
  const at = all
    ? combinationsOf(positions)
    : combinations.map((each) => each.at).filter((each) => each.every((id, i) => positions[i]?.includes(id)));
  return (
    <Disclosure title={matrix.many}>
      <div className={styles.fields}>
        {open.axes.map((axis, i) => (
          <Field key={i} label={axis.column} size="small">
            <Select
              size="small"
              value={positions[i]?.length === 1 ? `=${positions[i][0] ?? ""}` : ""}
              disabled={disabled}
              onChange={(_, { value }) => {
                const { [i]: _former, ...others } = wanted;
                setWanted(value === "" ? others : { ...others, [i]: value.slice(1) });
              }}
            >
              <option value="">{matrix.any}</option>
              {positionIds(axis).map((id) => (
                <option key={id} value={`=${id}`}>
                  {positionName(axis, id, form.sheetLanguage)}
                </option>
              ))}
            </Select>
          </Field>
        ))}
        <Field label={matrix.manyClass} size="small">
          <ClassSelect
            classes={open.classes}
            value={known}
            label={matrix.manyClass}
            disabled={disabled}
            onChange={setTo}
          />
        </Field>
      </div>
      <Caption1>{all ? matrix.manyAll : matrix.manyOccurring}</Caption1>
      <div className={styles.foot}>
        <Button size="small" disabled={disabled || at.length === 0} onClick={() => onMap(at, known)}>
          {matrix.manySet(at.length)}
        </Button>
      </div>
    </Disclosure>
  );
}

const useStyles = makeStyles({
  fields: { display: "grid", gridTemplateColumns: "repeat(2, minmax(0, 1fr))", gap: tokens.spacingHorizontalS },
  foot: { display: "flex" },
});
