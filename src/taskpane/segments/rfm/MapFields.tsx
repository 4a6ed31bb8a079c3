import { Button, Caption1, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { Fragment, type ReactElement, useState } from "react";

import { rfmMapNames } from "../../../segmentations/rfm/rfmMaps";
import { type ScoreCell, scoreCells } from "../../../segmentations/rfm/scoreCells";
import { scoreCount } from "../../../segmentations/rfm/plan";
import { rfmPaneWords } from "../../../text/pane/rfmPaneWords";
import { Disclosure } from "../../shell/Disclosure";
import { FieldSet } from "../../shell/FieldSet";
import { usePaneLanguage } from "../../words";
import { tierColour } from "../tierColours";
import { mapOf, withMap, withSegmentAt } from "./editRfm";
import type { RfmPartProps } from "./RfmFields";
import { ScoreTable } from "./ScoreTable";

/** Which scores lead to which segment: a customary map to start from, and every combination to choose for. */
export function MapFields(props: RfmPartProps): ReactElement {
  const { form, open, disabled, onEdit } = props;
  const styles = useStyles();
  const words = rfmPaneWords(usePaneLanguage());
  const [chosen, choose] = useState<readonly [recency: number, frequency: number] | null>(null);
  const cells = scoreCells(open);
  const recency = scoreCount(open.scoring.recency);
  const frequency = scoreCount(open.scoring.frequency);
  const at = (r: number, f: number): readonly ScoreCell[] =>
    cells.filter((cell) => cell.at[0] === r && cell.at[1] === f);
  const here = chosen === null ? [] : at(...chosen);
  const present = mapOf(open);
  return (
    <FieldSet legend={words.map} hint={words.mapHint} disabled={disabled}>
      <Field label={words.customary}>
        <Select
          value={present ?? ""}
          disabled={disabled}
          onChange={(_, { value }) => {
            const name = rfmMapNames.find((each) => each === value);
            if (name !== undefined) onEdit(withMap(open, name, form.sheetLanguage));
          }}
        >
          {present === null && <option value="">{words.ownMap}</option>}
          {rfmMapNames.map((name) => (
            <option key={name} value={name}>
              {words.maps[name]}
            </option>
          ))}
        </Select>
      </Field>
      <ScoreTable
        label={words.mapTable}
        recency={recency}
        frequency={frequency}
        cell={(r, f) => {
          const own = [...new Set(at(r, f).map(({ segment }) => segment))];
          const places = own.map((id) => open.segments.findIndex((segment) => segment.id === id));
          const names = places.map((place) => open.segments[place]?.name ?? words.noSegment);
          const signs = places.map((place) => (place < 0 ? "–" : String(place + 1)));
          const isChosen = chosen?.[0] === r && chosen[1] === f;
          return (
            <button
              type="button"
              className={styles.cell}
              title={names.join(", ")}
              aria-label={words.cellSays(r, f, signs, names)}
              aria-pressed={isChosen}
              onClick={() => choose(isChosen ? null : [r, f])}
            >
              {places.map((place, i) => (
                <Fragment key={place}>
                  {/* Apart in the text too, as they are in the button's name. */}
                  {i > 0 && " "}
                  <span className={styles.mark} style={markStyle(place)}>
                    {signs[i]}
                  </span>
                </Fragment>
              ))}
            </button>
          );
        }}
      />
      {chosen === null ? (
        <Caption1>{words.chooseCell}</Caption1>
      ) : (
        <CellFields {...props} key={chosen.join()} cells={here} onClose={() => choose(null)} />
      )}
    </FieldSet>
  );
}

function markStyle(place: number): { backgroundColor: string; color: string } | undefined {
  if (place < 0) return undefined;
  const { fill, letter } = tierColour(place);
  return { backgroundColor: fill, color: letter };
}

interface CellFieldsProps extends RfmPartProps {
  /** The combinations of one cell, the highest amount first. */
  readonly cells: readonly ScoreCell[];
  readonly onClose: () => void;
}

/** The segment of one pair of scores, whatever the amount, or for each score of the amount. */
function CellFields({ open, cells, disabled, onEdit, onClose }: CellFieldsProps): ReactElement | null {
  const styles = useStyles();
  const words = rfmPaneWords(usePaneLanguage());
  const [first] = cells;
  if (first === undefined) return null;
  const [recency, frequency] = first.at;
  const same = cells.every(({ segment }) => segment === first.segment);
  const select = (value: string | null | undefined, label: string, to: (id: string | null) => void): ReactElement => (
    <Field label={label}>
      <Select
        size="small"
        value={value === undefined ? "several" : (value ?? "")}
        disabled={disabled}
        onChange={(_, chosen) => to(chosen.value === "" ? null : chosen.value)}
      >
        {value === undefined && <option value="several">{words.byAmount}</option>}
        {open.segments.map(({ id, name }, i) => (
          <option key={id} value={id}>
            {i + 1} {name}
          </option>
        ))}
        <option value="">{words.noSegment}</option>
      </Select>
    </Field>
  );
  return (
    <div className={styles.editor}>
      {select(same ? first.segment : undefined, words.segmentFor(recency, frequency), (id) =>
        onEdit(withSegmentAt(open, (at) => at[0] === recency && at[1] === frequency, id)),
      )}
      <Disclosure title={words.amounts} open={!same}>
        {cells.map(({ at, segment }) => (
          <div key={at[2]}>
            {select(segment, words.amountScore(at[2]), (id) =>
              onEdit(withSegmentAt(open, (each) => each.join() === at.join(), id)),
            )}
          </div>
        ))}
      </Disclosure>
      <div>
        <Button size="small" appearance="subtle" onClick={onClose}>
          {words.cellDone}
        </Button>
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  cell: {
    width: "100%",
    minHeight: "32px",
    display: "flex",
    flexWrap: "wrap",
    gap: "1px",
    padding: "2px",
    alignContent: "center",
    justifyContent: "center",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    "&[aria-pressed=true]": { outline: `2px solid ${tokens.colorBrandStroke1}` },
    ":disabled": { cursor: "default" },
  },
  mark: {
    minWidth: "15px",
    padding: "0 1px",
    boxSizing: "border-box",
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    fontWeight: tokens.fontWeightSemibold,
    forcedColorAdjust: "none",
  },
  editor: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `2px solid ${tokens.colorBrandStroke1}`,
  },
});
