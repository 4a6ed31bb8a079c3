import { planProblems } from "../../plan/planProblems";
import type { PlanProblem } from "../../segmentations/shared/problem";
import { rfmMeasures } from "../../segmentations/rfm/plan";
import type { PaneWords } from "../../text/pane/paneWords";
import {
  cutoffOf,
  inPercent,
  type MatrixForm,
  type PlanForm,
  planOf,
  type RfmForm,
  type RulesForm,
  type SegmentationForm,
  type TieredForm,
  type TierForm,
} from "./planForm";

/** What may be wrong with a field; the words are the pane's. */
export type ProblemKind = keyof PaneWords["segments"]["invalid"];

/**
 * The field at fault: "key" or "date", or of a segmentation "name", "value", "column", "tier/1", "cutoff/0"; of a policy
 * matrix "axes", "axis/0" (its column), "axis/0/tier/1", "axis/0/cutoff/0", "class/1" and "cells"; of RFM "recency" (its
 * column), "recency/limit/0" and so for the other measures, "customer", "orders" and "segment/1".
; of rules "rules",
 * "rule/0/0/0" (a test of an alternative of a rule) and "segment/0", last those for whom no rule holds.
 */
export interface FormProblem {
  readonly segmentation: number | null;
  readonly field: string;
  readonly kind: ProblemKind;
}

const longestName = 255; // what a plan stores, and Excel's own limit for a column header

/** Everything that keeps a form from being a plan; empty if nothing does. */
export function formProblems(form: PlanForm): readonly FormProblem[] {
  const key: readonly FormProblem[] =
    form.keyColumn === "" ? [{ segmentation: null, field: "key", kind: "key-missing" }] : [];
  const typed = form.segmentations.flatMap((segmentation, i) =>
    typingProblems(segmentation).map((problem) => ({ segmentation: i, ...problem })),
  );
  const found = [...key, ...typed];
  // What the plan finds wrong with a field that is not even filled in would be said twice.
  const deeper = planProblems(planOf(form))
    .flatMap(fieldProblem)
    .filter(
      ({ segmentation, field }) => !found.some((one) => one.segmentation === segmentation && one.field === field),
    );
  return [...found, ...deeper];
}

type Found = [field: string, kind: ProblemKind | null];

/** What is wrong with a field before its content can be part of a plan. */
function typingProblems(form: SegmentationForm): readonly Omit<FormProblem, "segmentation">[] {
  const { name, valueColumn } = form;
  const found: Found[] = [
    ["value", valueColumn === "" ? "value-missing" : null],
    ["name", name.trim() === "" ? "name-missing" : name.trim().length > longestName ? "name-long" : null],
    ...(form.method === "matrix"
      ? matrixProblems(form)
      : form.method === "rules"
        ? rulesProblems(form)
        : form.method === "rfm"
          ? rfmProblems(form)
          : tieredProblems(form)),
  ];
  return found.flatMap(([field, kind]) => (kind === null ? [] : [{ field, kind }]));
}

function tieredProblems({ method, column, direction, tiers }: TieredForm): Found[] {
  return [
    ["column", method !== "abc" && column === "" ? "column-missing" : null],
    ...tierProblems(method, direction, tiers),
  ];
}

function rulesProblems({ segments, otherwise }: RulesForm): Found[] {
  return [...segments, { name: otherwise }].map(({ name }, i): Found => [`segment/${i}`, nameProblem(name)]);
}

function matrixProblems({ axes, classes }: MatrixForm): Found[] {
  return [
    ...axes.flatMap(({ kind, column, direction, positions }, k): Found[] => [
      [`axis/${k}`, column === "" ? "column-missing" : null],
      ...tierProblems(kind === "bands" ? "cutoffs" : "groups", direction, positions).map(([field, problem]): Found => [
        `axis/${k}/${field}`,
        problem,
      ]),
    ]),
    ...classes.map(({ name }, i): Found => [`class/${i}`, nameProblem(name)]),
  ];
}

function rfmProblems({ source, scoring, segments }: RfmForm): Found[] {
  const columns =
    source.kind === "columns"
      ? { recency: source.recency.column, frequency: source.frequencyColumn, monetary: source.monetaryColumn }
      : {
          table: source.table.name,
          customer: source.customerColumn,
          recency: source.dateColumn,
          monetary: source.amountColumn,
        };
  return [
    ...Object.entries(columns).map(([field, column]): Found => [field, column === "" ? "column-missing" : null]),
    ...rfmMeasures.flatMap((measure): Found[] => {
      const scored = scoring[measure];
      if (scored.by !== "limits") return [];
      return scored.limits.map((limit, i) => [`${measure}/limit/${i}`, limitProblem(limit, scored.limits[i - 1])]);
    }),
    ...segments.map(({ name }, i): Found => [`segment/${i}`, nameProblem(name)]),
  ];
}

function limitProblem(limit: number, before = -Infinity): ProblemKind | null {
  if (Number.isNaN(limit)) return "number-no-number";
  return before >= limit ? "cutoff-order" : null;
}

function tierProblems(
  method: TieredForm["method"],
  direction: TieredForm["direction"],
  tiers: readonly TierForm[],
): Found[] {
  return tiers.flatMap(({ name }, i): Found[] => [
    [`tier/${i}`, nameProblem(name)],
    [`cutoff/${i}`, method === "groups" || i === tiers.length - 1 ? null : cutoffProblem(method, direction, tiers, i)],
  ]);
}

function nameProblem(name: string): ProblemKind | null {
  return name.trim() === "" ? "tier-name-missing" : name.trim().length > longestName ? "name-long" : null;
}

function cutoffProblem(
  method: TieredForm["method"],
  direction: TieredForm["direction"],
  tiers: readonly TierForm[],
  index: number,
): ProblemKind | null {
  const typed = tiers[index]?.cutoff ?? "";
  const percent = inPercent(method);
  if (typed.trim() === "") return percent ? "cutoff-missing" : "number-missing";
  const cutoff = cutoffOf(method, typed);
  if (Number.isNaN(cutoff)) return percent ? "cutoff-no-number" : "number-no-number";
  if (percent && (cutoff <= 0 || cutoff >= 1)) return "cutoff-range";
  const falling = method === "cutoffs" && direction === "high-first";
  const wrong = tiers.slice(0, index).some((other) => {
    const before = cutoffOf(method, other.cutoff);
    return falling ? before <= cutoff : before >= cutoff;
  });
  return wrong ? (falling ? "cutoff-falling" : "cutoff-order") : null;
}

const segmentationPath =
  /^segmentations\[(\d+)\](?:\.axes\[(\d+)\])?(?:\.(tiers|groups|bands|values|classes|segments)\[(\d+)\])?/;

/**
 * What a form cannot get wrong: it gives every tier an id and a cut-off of its own, says more precisely where these do
 * not rise, and keeps only cells that its axes and classes have, each once, and only scores that the limits give.
 */
type ImpossibleKind =
  | "cutoffs-out-of-order"
  | "tiers-not-one-more"
  | "same-id"
  | "unknown-position"
  | "unknown-class"
  | "same-cell"
  | "combined-twice"
  | "unknown-segment"
  | "scores-out-of-order"
  | "score-beyond";

const testPath = /\.rules\[(\d+)\]\.any\[(\d+)\]\.all\[(\d+)\]$/;

/** The fields of a list's items, where they are not those of tiers. */
const fieldsOf: Readonly<Record<string, string>> = { classes: "class", segments: "segment" };

/** Where a path of the plan leads in the form. */
function fieldAt(path: string) {
  const [, segmentation, axis, list, item] = segmentationPath.exec(path) ?? [];
  const inList = item === undefined ? "name" : `${fieldsOf[list ?? ""] ?? "tier"}/${item}`;
  const field = axis === undefined ? inList : `axis/${axis}/${inList}`;
  return { at: segmentation === undefined ? null : Number(segmentation), axis, item, field };
}

function ruleProblem(segmentation: number | null, kind: "no-rule" | "bad-test", path: string): FormProblem {
  if (kind === "no-rule") return { segmentation, field: "rules", kind: "rules-missing" };
  const [, rule, alternative, test] = testPath.exec(path) ?? [];
  return { segmentation, field: `rule/${rule}/${alternative}/${test}`, kind: "test-incomplete" };
}

/** A plan's own problem at the field of the form that it comes from. */
function fieldProblem({ kind, path }: PlanProblem): readonly FormProblem[] {
  const { at, axis, item, field } = fieldAt(path);
  switch (kind) {
    case "same-name":
      return [{ segmentation: at, field, kind: item === undefined ? "name-taken" : "tier-name-twice" }];
    case "reserved-name":
      return [{ segmentation: at, field, kind: "tier-name-reserved" }];
    case "bad-text":
      return [{ segmentation: at, field, kind: "name-unfit" }];
    case "bad-date":
      return [{ segmentation: null, field: "date", kind: "date-wrong" }];
    case "no-axis":
      return [{ segmentation: at, field: "axes", kind: "axis-missing" }];
    case "same-column":
      return [{ segmentation: at, field: `axis/${axis}`, kind: "axis-twice" }];
    case "no-cell-mapped":
      return [{ segmentation: at, field: "cells", kind: "cells-missing" }];
    case "plan-too-long":
      return [{ segmentation: null, field: "plan", kind: "plan-long" }];
    case "latest-without-date":
    case "worst-without-scale":
    case "group-is-key":
      return [{ segmentation: null, field: path, kind }];
    case "no-rule":
    case "bad-test":
      return [ruleProblem(at, kind, path)];
    default:
      kind satisfies ImpossibleKind;
      return [];
  }
}
