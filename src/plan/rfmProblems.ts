import type { SegmentationBy } from "./plan";
import { cutoffProblems } from "./positionProblems";
import { nameProblems, problem, repeated, type PlanProblem } from "./problem";
import { noNetSpendName, noOrderName, noSegmentName, reservedNames } from "./reservedNames";
import { rfmMeasures } from "./rfmSegmentation";
import { type RfmScoring, scoreCount } from "./scoreCount";

const namesOfOthers = [
  ...reservedNames,
  ...[noSegmentName, noNetSpendName, noOrderName].flatMap((names) => Object.values(names)),
];

/** All that keeps an RFM segmentation from being run. */
export function rfmProblems({ source, scoring, segments, map }: SegmentationBy<"rfm">, path: string): PlanProblem[] {
  const known = new Set(segments.map(({ id }) => id));
  return [
    ...rfmMeasures.flatMap((measure) => scoringProblems(scoring[measure], `${path}.scoring.${measure}`)),
    ...(source.kind === "transactions" ? orderProblems(source, `${path}.source`) : []),
    ...repeated(segments, `${path}.segments`),
    ...nameProblems(segments, `${path}.segments`, namesOfOthers),
    ...map.flatMap((line, i) => [
      ...(known.has(line.segment) ? [] : [problem("unknown-segment", `${path}.map[${i}].segment`, line.segment)]),
      ...rfmMeasures.flatMap((measure): PlanProblem[] => {
        const [from, to] = line[measure];
        const here = `${path}.map[${i}].${measure}`;
        if (from > to) return [problem("scores-out-of-order", here, `${from}, ${to}`)];
        // "4 to 5" is "4 and above" where there is no 5; a line that begins there could hold nobody.
        return from > scoreCount(scoring[measure]) ? [problem("score-beyond", here, String(from))] : [];
      }),
    ]),
  ];
}

/** A quantity needs a price, and what is left out by nothing would be everything or nobody knows what. */
function orderProblems(
  { amountColumn, quantityColumn, leaveOut }: Extract<SegmentationBy<"rfm">["source"], { kind: "transactions" }>,
  path: string,
): PlanProblem[] {
  return [
    ...(quantityColumn !== undefined && amountColumn === null
      ? [problem("bad-test", `${path}.quantityColumn`, quantityColumn)]
      : []),
    ...leaveOut.flatMap(({ column, values = [], prefixes = [], range }, i): PlanProblem[] => {
      const here = `${path}.leaveOut[${i}]`;
      if (values.length + prefixes.length === 0 && !range) return [problem("bad-test", here, column)];
      if (prefixes.some((prefix) => prefix.trim() === "")) return [problem("bad-test", `${here}.prefixes`, column)];
      if (!range) return [];
      const { from, below } = range;
      const isOpen = from === null && below === null;
      const isCrossed = from !== null && below !== null && from >= below;
      return isOpen || isCrossed ? [problem("bad-test", `${here}.range`, column)] : [];
    }),
  ];
}

function scoringProblems(scoring: RfmScoring, path: string): PlanProblem[] {
  if (scoring.by === "limits") return cutoffProblems(scoring.limits, false, `${path}.limits`);
  if (scoring.kept === undefined) return [];
  const { limits } = scoring.kept;
  const rising = limits.every((limit, i) => i === 0 || limit >= (limits[i - 1] ?? limit));
  return [
    ...(rising ? [] : [problem("cutoffs-out-of-order", `${path}.kept.limits`, limits.join(", "))]),
    ...(limits.length === scoreCount(scoring) - 1
      ? []
      : [problem("tiers-not-one-more", `${path}.kept.limits`, String(limits.length))]),
  ];
}
