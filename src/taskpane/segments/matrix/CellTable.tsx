import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { combinationKey } from "../../../segmentations/matrix/matrixPositions";
import { useFigures, useWords } from "../../words";
import type { CellsProps } from "./CellFields";
import { ClassSelect } from "./ClassSelect";
import { positionIds, positionName } from "./matrixForm";

/** Two columns as a table with a class in every cell. The column with fewer groups runs across. */
export function CellTable({ form, open, disabled, combinations, cellAt, onMap }: CellsProps): ReactElement | null {
  const styles = useStyles();
  const { matrix } = useWords();
  const { count } = useFigures();
  const [first, second] = open.axes;
  if (first === undefined || second === undefined) return null;
  const turned = second.positions.length > first.positions.length;
  const [down, across] = turned ? [second, first] : [first, second];
  const atOf = (row: string, column: string): readonly string[] => (turned ? [column, row] : [row, column]);
  const customers = new Map(combinations.map((each) => [combinationKey(each.at), each.customers]));
  const nameOf = (axis: typeof first, id: string): string => positionName(axis, id, form.sheetLanguage);
  const label = matrix.tableOf(down.column, across.column);
  return (
    <div className={styles.scrolled}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {down.column}
            </th>
            {positionIds(across).map((id) => (
              <th key={id} scope="col" title={`${across.column}: ${nameOf(across, id)}`}>
                {nameOf(across, id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {positionIds(down).map((row) => (
            <tr key={row}>
              <th scope="row" className={styles.corner} title={nameOf(down, row)}>
                {nameOf(down, row)}
              </th>
              {positionIds(across).map((column) => {
                const at = atOf(row, column);
                const here = customers.get(combinationKey(at)) ?? 0;
                const position = `${nameOf(down, row)} × ${nameOf(across, column)}`;
                return (
                  <td key={column}>
                    <ClassSelect
                      classes={open.classes}
                      value={cellAt(at)?.class ?? null}
                      label={matrix.classFor(position)}
                      disabled={disabled}
                      onChange={(to) => onMap([at], to)}
                    />
                    <span className={styles.count} title={here === 0 ? matrix.nobody : matrix.customers(here)}>
                      {here === 0 ? "–" : count(here)}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const useStyles = makeStyles({
  // Many columns scroll inside, below a first column that stays; the pane itself never goes sideways.
  scrolled: { overflowX: "auto" },
  table: {
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "& th, & td": {
      padding: tokens.spacingVerticalXXS,
      verticalAlign: "top",
      textAlign: "start",
      fontWeight: tokens.fontWeightRegular,
    },
    "& thead th": { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
    "& td": { minWidth: "92px" },
  },
  corner: {
    position: "sticky",
    left: 0,
    zIndex: 1,
    minWidth: "64px",
    maxWidth: "96px",
    overflowWrap: "anywhere",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  count: { display: "block", paddingLeft: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2 },
});
