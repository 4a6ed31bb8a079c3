import { Button, Caption1, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import { combinationKey } from "../../../segmentations/matrix/matrixPositions";
import { useWords } from "../../words";
import type { CellsProps } from "./CellFields";
import { ClassSelect } from "./ClassSelect";
import { positionName } from "./matrixForm";

/** Lines at first, and with every "more". */
const page = 50;

/** The combinations that occur with their customers, biggest first, and the class of each. */
export function CellList({ form, open, disabled, combinations, cellAt, onMap }: CellsProps): ReactElement | null {
  const styles = useStyles();
  const { matrix } = useWords();
  const [shown, setShown] = useState(page);
  // Those without a class when the box was ticked: a line that gets one stays where the reader is.
  const [openKeys, setOpenKeys] = useState<ReadonlySet<string> | null>(null);
  if (combinations.length === 0) return null;
  const listed = openKeys === null ? combinations : combinations.filter(({ at }) => openKeys.has(combinationKey(at)));
  const without = combinations.filter(({ at }) => cellAt(at) === undefined).map(({ at }) => combinationKey(at));
  return (
    <>
      <Caption1 className={styles.hint}>{matrix.listHint}</Caption1>
      <Checkbox
        label={matrix.onlyOpen}
        checked={openKeys !== null}
        onChange={(_, { checked }) => setOpenKeys(checked === true ? new Set(without) : null)}
      />
      {listed.length === 0 && <Caption1>{matrix.noneOpen}</Caption1>}
      <ul className={styles.list}>
        {listed.slice(0, shown).map(({ at, customers }) => {
          const position = open.axes.map((axis, i) => positionName(axis, at[i] ?? "", form.sheetLanguage)).join(" × ");
          const cell = cellAt(at);
          return (
            <li key={combinationKey(at)} className={styles.row}>
              <span className={styles.position}>
                {position}
                <Caption1 block className={styles.hint}>
                  {matrix.customers(customers)}
                  {cell?.text === undefined ? "" : ` · ${cell.text}`}
                </Caption1>
              </span>
              <ClassSelect
                classes={open.classes}
                value={cell?.class ?? null}
                label={matrix.classFor(position)}
                disabled={disabled}
                onChange={(to) => onMap([at], to)}
              />
            </li>
          );
        })}
      </ul>
      {listed.length > shown && (
        <Button size="small" appearance="subtle" onClick={() => setShown(shown + page)}>
          {matrix.more(Math.min(page, listed.length - shown))}
        </Button>
      )}
    </>
  );
}

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground2 },
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
    gridTemplateColumns: "minmax(0, 1fr) 112px",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "center",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingBottom: tokens.spacingVerticalXXS,
  },
  position: { overflowWrap: "anywhere", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});
