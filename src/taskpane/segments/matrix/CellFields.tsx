import { Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useMemo } from "react";

import type { Combination } from "../../../engine/outcome";
import { combinationKey, mostCells } from "../../../segmentations/matrix/matrixPositions";
import { type MatrixCell } from "../../../segmentations/matrix/plan";
import { FieldSet } from "../../shell/FieldSet";
import { useWords } from "../../words";
import { CellList } from "./CellList";
import { CellTable } from "./CellTable";
import { ManyCells } from "./ManyCells";
import { combinationCount } from "./matrixForm";
import type { MatrixFieldsProps } from "./MatrixFields";
import { occurring } from "./occurring";

export interface CellFieldsProps extends MatrixFieldsProps {
  readonly disabled: boolean;
}

/** What the pictures of the cells have in common. */
export interface CellsProps extends CellFieldsProps {
  readonly combinations: readonly Combination[];
  readonly cellAt: (at: readonly string[]) => MatrixCell | undefined;
  readonly onMap: (at: readonly (readonly string[])[], to: string | null) => void;
}

/** More cells than this are easier to go through as a list. */
const largestTable = 150;

/** Which combination leads to which class: as a table over two columns, else as a list of what occurs. */
export function CellFields(props: CellFieldsProps): ReactElement {
  const { pane, open, wrong } = props;
  const styles = useStyles();
  const { matrix } = useWords();
  const outcome = pane.preview.value?.outcome.segmentations.find(({ id }) => id === open.id);
  const combinations = useMemo(() => occurring(open, outcome), [open, outcome]);
  const byKey = useMemo(() => new Map(open.cells.map((cell) => [combinationKey(cell.at), cell])), [open.cells]);
  const shared: CellsProps = {
    ...props,
    combinations,
    cellAt: (at) => byKey.get(combinationKey(at)),
    onMap: (at, to) => pane.edit({ kind: "matrix", edit: { kind: "map", at, to } }),
  };
  const without = combinations.filter(({ at }) => shared.cellAt(at) === undefined);
  const customers = without.reduce((sum, each) => sum + each.customers, 0);
  return (
    <FieldSet legend={matrix.cells} disabled={props.disabled}>
      <Caption1 role="status">
        {combinations.length === 0
          ? matrix.waiting
          : without.length === 0
            ? matrix.allMapped
            : matrix.open(customers, without.length)}
      </Caption1>
      {open.cells.length >= mostCells && <Caption1>{matrix.cellsFull(mostCells)}</Caption1>}
      {wrong("cells") !== undefined && <Caption1 className={styles.wrong}>{wrong("cells")}</Caption1>}
      <ManyCells key={open.axes.map(({ column, kind }) => `${column}/${kind}`).join()} {...shared} />
      {open.axes.length === 2 && combinationCount(open.axes) <= largestTable ? (
        <CellTable {...shared} />
      ) : (
        <CellList {...shared} />
      )}
    </FieldSet>
  );
}

const useStyles = makeStyles({
  wrong: { color: tokens.colorPaletteRedForeground1 },
});
