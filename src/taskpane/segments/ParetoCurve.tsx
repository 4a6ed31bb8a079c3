import { Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { SegmentationOutcome } from "../../engine/outcome";
import { Disclosure } from "../shell/Disclosure";
import { useFigures, useWords } from "../words";
import { tenths, valueHeldBy } from "./concentration";
import { CurvePicture } from "./CurvePicture";

export interface ParetoCurveProps {
  readonly outcome: SegmentationOutcome;
}

/** How much of the value the largest customers hold: a sentence, the curve, and the same as a table. */
export function ParetoCurve({ outcome }: ParetoCurveProps): ReactElement {
  const styles = useStyles();
  const { segments } = useWords();
  const { share } = useFigures();
  return (
    <figure className={styles.figure}>
      <div>
        <Subtitle2 as="h3" block>
          {segments.curve}
        </Subtitle2>
        {outcome.classified >= 10 && <Caption1 as="p">{segments.curveSays(valueHeldBy(outcome.curve, 0.1))}</Caption1>}
      </div>
      <CurvePicture outcome={outcome} />
      <Disclosure title={segments.curveTable}>
        <table className={styles.table} aria-label={segments.curve}>
          <thead>
            <tr>
              <th scope="col">{segments.curveRow}</th>
              <th scope="col">{segments.curveHeld}</th>
            </tr>
          </thead>
          <tbody>
            {tenths.map((customers) => (
              <tr key={customers}>
                <th scope="row">{share(customers)}</th>
                <td>{share(valueHeldBy(outcome.curve, customers))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </figure>
  );
}

const useStyles = makeStyles({
  figure: { margin: 0, display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    "& th, & td": {
      padding: `${tokens.spacingVerticalXXS} 0`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      textAlign: "start",
      fontWeight: tokens.fontWeightRegular,
    },
    "& td, & thead th:last-child": { textAlign: "end", fontVariantNumeric: "tabular-nums" },
  },
});
