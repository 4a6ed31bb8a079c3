import type { SegmentationOutcome } from "../../engine/outcome";
import type { Plan } from "../../plan/plan";
import type { Segmentation, SegmentationBy } from "../../segmentations/plans";
import type { MatrixAxis } from "../../segmentations/matrix/plan";
import { noPolicyName, noSegmentName, unknownName } from "../../segmentations/shared/reservedNames";
import { ruleWords } from "../../text/ruleWords";
import type { SheetWords } from "../../text/sheet/en";
import type { ReportContext } from "../reportContext";
import { linesOf } from "../textWidth";
import { blockRows, curveOffset, scoreOffset } from "./blockPlaces";
import { rfmSentences } from "./rfmSentences";

/** Rows for the sentences, and how much of a line they have, in characters of the default font. */
const methodRows = blockRows - curveOffset - 2;
const methodWidth = 80;

/** What a block says in words: what it goes by, and below the chart how its segments are made. */
export interface Sentences {
  readonly by: string;
  readonly heading: string;
  readonly method: readonly string[];
  readonly rules: readonly string[];
}

/** How customers come into the segments, and what the figures refer to. */
export function sentences(
  segmentation: Segmentation,
  result: SegmentationOutcome,
  { plan, sheetNames }: ReportContext,
  { segments, rfm, day }: SheetWords,
): Sentences {
  const { valueColumn } = segmentation;
  switch (segmentation.method) {
    case "abc": {
      const { kept } = segmentation;
      const cutoffs = kept?.limits ?? segmentation.cutoffs;
      const cuts = segmentation.tiers.map(({ name }, i) => ({ name, cutoff: cutoffs[i] ?? null }));
      const { by, methodAbc, methodKept, rules, rulesKept, method: heading } = segments;
      if (kept) return { by: by(valueColumn), heading, method: methodKept(kept.dataDate, cuts), rules: rulesKept };
      return { by: by(valueColumn), heading, method: methodAbc(cuts), rules };
    }
    case "quantiles": {
      const { column, direction, cutoffs, tiers, kept = null } = segmentation;
      const empty = result.groups.filter(({ customers }) => customers === 0).map(({ name }) => name);
      return {
        by: segments.byQuantiles(column, direction === "high-first"),
        heading: segments.method,
        method: segments.methodQuantiles(
          bandEnds(tiers, result.limits ?? [], direction),
          cutoffs,
          direction === "high-first",
        ),
        rules: segments.rulesQuantiles(valueColumn, kept, empty),
      };
    }
    case "cutoffs": {
      const { column, direction, cutoffs, tiers } = segmentation;
      return {
        by: segments.byCutoffs(column, direction === "high-first"),
        heading: segments.methodSegments,
        method: segments.methodCutoffs(bandEnds(tiers, cutoffs, direction)),
        rules: segments.rulesCutoffs(valueColumn),
      };
    }
    case "groups": {
      const { column, groups } = segmentation;
      const names = groups.map(({ name }) => name);
      return {
        by: segments.byGroups(column),
        heading: segments.methodSegments,
        method: segments.methodGroups(names, unknownName[plan.sheetLanguage]),
        rules: segments.rulesGroups(valueColumn),
      };
    }
    case "matrix":
      return {
        by: segments.byMatrix(segmentation.axes.map(({ column }) => column)),
        heading: segments.methodSegments,
        method: matrixInWords(segmentation, plan, segments),
        rules: [
          ...segments.rulesMatrix(sheetNames.policy, noPolicyName[plan.sheetLanguage], valueColumn),
          ...withoutPolicy(segmentation, result, plan.sheetLanguage, segments),
        ],
      };
    case "rules":
      return {
        by: segments.byRules(segmentation.rules.length),
        heading: segments.methodSegments,
        method: rulesInWords(segmentation, plan.sheetLanguage, sheetNames.policy, segments),
        rules: segments.rulesRules(segmentation.otherwise, valueColumn),
      };
    case "rfm":
      return {
        by: rfm.by,
        heading: segments.methodSegments,
        method: rfmSentences(segmentation, result, { rfm, day }),
        rules: rfm.rules(sheetNames.policy, noSegmentName[plan.sheetLanguage], valueColumn),
      };
    default:
      return segmentation satisfies never;
  }
}

/** The places on each axis, and how many combinations lead to each class. */
function matrixInWords(
  { axes, classes, cells }: SegmentationBy<"matrix">,
  plan: Plan,
  segments: SheetWords["segments"],
): readonly string[] {
  const counted = classes.map(({ id, name }) => ({ name, cells: cells.filter((cell) => cell.class === id).length }));
  const lists = axes.map((axis) => ({ column: axis.column, positions: positionTexts(axis, plan, segments) }));
  return segments.methodMatrix(lists, counted);
}

/** Rules that are told one by one; the others are said to stand on the Policy sheet. */
const toldRules = 12;

/** The first rules in words, each with its segment. */
function rulesInWords(
  { rules, segments: named }: SegmentationBy<"rules">,
  language: Plan["sheetLanguage"],
  policySheet: string,
  { methodRule, moreRules }: SheetWords["segments"],
): readonly string[] {
  const nameOf = new Map(named.map(({ id, name }) => [id, name]));
  const told = rules
    .slice(0, toldRules)
    .map(({ segment, any }, i) => methodRule(i + 1, nameOf.get(segment) ?? segment, ruleWords[language].any(any)));
  return rules.length > toldRules ? [...told, moreRules(rules.length - toldRules, policySheet)] : told;
}

/** From where to where each band goes; null for an open end. */
function bandEnds(
  bands: readonly { readonly name: string }[],
  cutoffs: readonly number[],
  direction: SegmentationBy<"cutoffs">["direction"],
): readonly { readonly name: string; readonly from: number | null; readonly below: number | null }[] {
  return bands.map(({ name }, i) => {
    const [before = null, after = null] = [cutoffs[i - 1], cutoffs[i]];
    return direction === "high-first" ? { name, from: after, below: before } : { name, from: before, below: after };
  });
}

/** Combinations that are named of those without a policy. */
const namedCombinations = 5;

/** Where the customers without a policy stand, the most frequent combinations first; nothing where there are none. */
function withoutPolicy(
  { axes, classes }: SegmentationBy<"matrix">,
  { combinations = [] }: SegmentationOutcome,
  language: Plan["sheetLanguage"],
  { withoutPolicyAtRun }: SheetWords["segments"],
): readonly string[] {
  const nameOf = (axis: MatrixAxis | undefined, position: string): string => {
    if (axis?.kind === "bands") return axis.bands.find(({ id }) => id === position)?.name ?? position;
    return position === "" ? unknownName[language] : (axis?.values.find(({ value }) => value === position)?.name ?? "");
  };
  const found = combinations.filter(({ group }) => group === classes.length);
  if (found.length === 0) return [];
  const first = found.slice(0, namedCombinations).map(({ at, customers }) => {
    return { position: at.map((position, k) => nameOf(axes[k], position)).join(" × "), customers };
  });
  return [withoutPolicyAtRun(noPolicyName[language], found.length, first)];
}

function positionTexts(
  axis: MatrixAxis,
  { sheetLanguage }: ReportContext["plan"],
  { methodCutoffs }: SheetWords["segments"],
): readonly string[] {
  if (axis.kind === "values") return [...axis.values.map(({ name }) => name), unknownName[sheetLanguage]];
  return methodCutoffs(bandEnds(axis.bands, axis.cutoffs, axis.direction)).map((line) => line.replace(/[.。]$/, ""));
}

/** One row or more per sentence; one that does not fit the page width goes on in the next row, if there are so many. */
export function methodLines(method: Segmentation["method"], sentences: readonly string[]): readonly string[] {
  const lines = sentences.flatMap((sentence) => linesOf(sentence, methodWidth));
  return lines.length <= (method === "rfm" ? scoreOffset - curveOffset - 2 : methodRows) ? lines : sentences;
}
