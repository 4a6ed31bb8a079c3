import type { Segmentation } from "../../plan/plan";
import { unknownName } from "../../plan/planProblems";
import type { SheetWords } from "../../text/sheet/en";
import type { ReportContext } from "../reportContext";
import { linesOf } from "../textWidth";
import { blockRows, curveOffset } from "./blockPlaces";

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
export function sentences(segmentation: Segmentation, { plan }: ReportContext, { segments }: SheetWords): Sentences {
  const { valueColumn } = segmentation;
  switch (segmentation.method) {
    case "abc": {
      const cuts = segmentation.tiers.map(({ name }, i) => ({ name, cutoff: segmentation.cutoffs[i] ?? null }));
      const { by, methodAbc, rules, method: heading } = segments;
      return { by: by(valueColumn), heading, method: methodAbc(cuts), rules };
    }
    case "cutoffs": {
      const { column, cutoffs } = segmentation;
      const highFirst = segmentation.direction === "high-first";
      const bands = segmentation.tiers.map(({ name }, i) => {
        const [before = null, after = null] = [cutoffs[i - 1], cutoffs[i]];
        return { name, from: highFirst ? after : before, below: highFirst ? before : after };
      });
      return {
        by: segments.byCutoffs(column, highFirst),
        heading: segments.methodSegments,
        method: segments.methodCutoffs(bands),
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
    default:
      return segmentation satisfies never;
  }
}

/** One row or more per sentence; one that does not fit the page width goes on in the next row, if there are so many. */
export function methodLines(sentences: readonly string[]): readonly string[] {
  const lines = sentences.flatMap((sentence) => linesOf(sentence, methodWidth));
  return lines.length <= methodRows ? lines : sentences;
}
