import { type PlanProblem, planProblems } from "../../plan/planProblems";
import type { PaneWords } from "../../text/pane/paneWords";
import { cutoffOf, type PlanForm, planOf, type SegmentationForm } from "./planForm";

/** What may be wrong with a field; the words are the pane's. */
export type ProblemKind = keyof PaneWords["segments"]["invalid"];

/** The field at fault: "key" or "date", or "name", "value", "tier/1", "cutoff/0" of a segmentation. */
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

/** What is wrong with a field before its content can be part of a plan. */
function typingProblems(form: SegmentationForm): readonly Omit<FormProblem, "segmentation">[] {
  const { method, name, column, valueColumn, tiers } = form;
  const found: [string, ProblemKind | null][] = [
    ["column", method !== "abc" && column === "" ? "column-missing" : null],
    ["value", valueColumn === "" ? "value-missing" : null],
    ["name", name.trim() === "" ? "name-missing" : name.trim().length > longestName ? "name-long" : null],
    ...tiers.flatMap((tier, i): [string, ProblemKind | null][] => [
      [
        `tier/${i}`,
        tier.name.trim() === "" ? "tier-name-missing" : tier.name.trim().length > longestName ? "name-long" : null,
      ],
      [`cutoff/${i}`, method === "groups" || i === tiers.length - 1 ? null : cutoffProblem(form, i)],
    ]),
  ];
  return found.flatMap(([field, kind]) => (kind === null ? [] : [{ field, kind }]));
}

function cutoffProblem({ method, direction, tiers }: SegmentationForm, index: number): ProblemKind | null {
  const typed = tiers[index]?.cutoff ?? "";
  if (typed.trim() === "") return method === "abc" ? "cutoff-missing" : "number-missing";
  const cutoff = cutoffOf(method, typed);
  if (Number.isNaN(cutoff)) return method === "abc" ? "cutoff-no-number" : "number-no-number";
  if (method === "abc" && (cutoff <= 0 || cutoff >= 1)) return "cutoff-range";
  const falling = method === "cutoffs" && direction === "high-first";
  const wrong = tiers.slice(0, index).some((other) => {
    const before = cutoffOf(method, other.cutoff);
    return falling ? before <= cutoff : before >= cutoff;
  });
  return wrong ? (falling ? "cutoff-falling" : "cutoff-order") : null;
}

const segmentationPath = /^segmentations\[(\d+)\](?:\.(?:tiers|groups)\[(\d+)\])?/;

/** A plan's own problem at the field of the form that it comes from. */
function fieldProblem({ kind, path }: PlanProblem): readonly FormProblem[] {
  const [, segmentation, tier] = segmentationPath.exec(path) ?? [];
  const at = segmentation === undefined ? null : Number(segmentation);
  const field = tier === undefined ? "name" : `tier/${tier}`;
  switch (kind) {
    case "same-name":
      return [{ segmentation: at, field, kind: tier === undefined ? "name-taken" : "tier-name-twice" }];
    case "reserved-name":
      return [{ segmentation: at, field, kind: "tier-name-reserved" }];
    case "bad-text":
      return [{ segmentation: at, field, kind: "name-unfit" }];
    case "bad-date":
      return [{ segmentation: null, field: "date", kind: "date-wrong" }];
    // The form gives every tier an id and a cut-off of its own, and says more precisely where these do not rise.
    case "cutoffs-out-of-order":
    case "tiers-not-one-more":
    case "same-id":
      return [];
    default:
      return kind satisfies never;
  }
}
