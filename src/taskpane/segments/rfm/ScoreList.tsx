import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { highestScore, type RfmMeasure, scoreCount } from "../../../segmentations/rfm/plan";
import { rfmPaneWords } from "../../../text/pane/rfmPaneWords";
import { Icon } from "../../shell/Icon";
import { useFigures, usePaneLanguage } from "../../words";
import { withScoring } from "./editRfm";
import { NumberInput } from "./NumberInput";
import type { RfmPartProps } from "./RfmFields";

export interface ScoreListProps extends RfmPartProps {
  readonly measure: RfmMeasure;
}

/** The scores of a measure, the highest first: which values have them, and how many customers. */
export function ScoreList({ open, measure, found, wrong, disabled, onEdit }: ScoreListProps): ReactElement {
  const styles = useStyles();
  const words = rfmPaneWords(usePaneLanguage());
  const { count, amount } = useFigures();
  const scored = open.scoring[measure];
  const own = scored.by === "limits" ? scored.limits : null;
  const scores = scoreCount(scored);
  const cuts = own ?? found?.cuts[measure] ?? [];
  const customers = found?.counts[measure].length === scores ? found.counts[measure] : null;
  const change = (limits: number[]): void => onEdit(withScoring(open, measure, { by: "limits", limits }));
  const empty = customers === null ? [] : customers.flatMap((each, i) => (each === 0 ? [i + 1] : []));
  const problem = own?.map((_, i) => wrong(`${measure}/limit/${i}`)).find((text) => text !== undefined);
  return (
    <>
      <ol className={styles.list}>
        {Array.from({ length: scores }, (_, i) => scores - i).map((score) => {
          // Few days are a high score, so that its limits run the other way.
          const at = measure === "recency" ? scores - score : score - 2;
          const cut = cuts[at];
          const last = at < 0 || at >= scores - 1;
          return (
            <li key={score} className={own === null ? styles.row : styles.inputs}>
              <span className={styles.score}>{score}</span>
              {own !== null && !last ? (
                <>
                  <span>{words.side[measure]}</span>
                  <NumberInput
                    label={words.limitOf(words.measures[measure], score)}
                    value={cut ?? NaN}
                    wrong={wrong(`${measure}/limit/${at}`)}
                    onChange={(to) => change(own.map((limit, k) => (k === at ? to : limit)))}
                  />
                </>
              ) : (
                <span className={own === null ? undefined : styles.rest}>
                  {last
                    ? words.otherwise[measure](
                        cuts.length === 0 ? null : amount(cuts[measure === "recency" ? cuts.length - 1 : 0] ?? 0),
                      )
                    : cut === undefined
                      ? ""
                      : words.found[measure](amount(cut))}
                </span>
              )}
              <span className={styles.count}>{customers === null ? "" : count(customers[score - 1] ?? 0)}</span>
            </li>
          );
        })}
      </ol>
      {problem !== undefined && (
        <Caption1 role="alert" className={styles.wrong}>
          {problem}
        </Caption1>
      )}
      {empty.length > 0 && <Caption1>{words.emptyScores(empty)}</Caption1>}
      {own !== null && (
        <div className={styles.foot}>
          <Button
            size="small"
            icon={<Icon name="add" />}
            disabled={disabled || own.length >= highestScore - 1}
            onClick={() => change([...own, nextLimit(own)])}
          >
            {words.addLimit}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            icon={<Icon name="remove" />}
            disabled={disabled || own.length <= 1}
            onClick={() => change(own.slice(0, -1))}
          >
            {words.removeLimit}
          </Button>
        </div>
      )}
    </>
  );
}

function nextLimit(limits: readonly number[]): number {
  const known = limits.filter((limit) => !Number.isNaN(limit));
  const last = Math.max(0, ...known);
  return last === 0 ? 1 : last * 2;
}

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gap: tokens.spacingVerticalXXS },
  row: {
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
  },
  inputs: {
    display: "grid",
    gridTemplateColumns: "20px auto minmax(0, 1fr) 56px",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
  },
  rest: { gridColumn: "2 / span 2" },
  score: { fontWeight: tokens.fontWeightSemibold },
  count: { textAlign: "end", fontVariantNumeric: "tabular-nums", color: tokens.colorNeutralForeground2 },
  wrong: { color: tokens.colorPaletteRedForeground1 },
  foot: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
});
