import { classify } from "../../src/engine/classify";
import type { SegmentationOutcome } from "../../src/engine/outcome";
import type { RfmMeasure } from "../../src/segmentations/rfm/plan";
import type { CustomerTable } from "../../src/table/customerTable";
import type { DateOrder } from "../../src/table/readDateText";
import { planOf, tableOf, type Line, type Rfm } from "../segmentations/rfm/orders";
import { records } from "./goldenData";

/** What make/values.py found by a convention: customers of each segment by the two sets of rules. */
interface ByRules {
  readonly segments_vignette_rules: Readonly<Record<string, number>>;
  readonly segments_pkgtest_rules: Readonly<Record<string, number>>;
}
/** Cuts by type 7, and segments by two conventions: ours, and where wanted that of the R package rfm 0.3.0. */
export interface ExpectedRfm {
  readonly edges_type7: Readonly<Record<"R" | "F" | "M", readonly number[]>>;
  readonly quantile_edges_ties_low: ByRules;
  readonly "rfm_pkg_0.3.0": ByRules;
}

/** The R package's cuts as limits of one's own. Of whole days, those before a cut are those up to the last day before it. */
export function packagedLimits({ edges_type7: { R, F, M } }: ExpectedRfm): Readonly<Record<RfmMeasure, number[]>> {
  return { recency: R.map(Math.ceil), frequency: F.map((cut) => cut + 1), monetary: M.map((cut) => cut + 1) };
}

/** What is known of a customer: measures, and scores by the names of conventions. */
export type Known = Readonly<Record<string, string>>;

/** The customers of a data set with their expected scores, by key. */
export function knownScores(name: string, key: string): ReadonlyMap<string, Known> {
  return new Map(records(`expected/${name}_scores.csv.gz`).map((known) => [known[key] ?? "", known]));
}

/** The outcome over lines of orders of the given customers. */
export function fromLines(
  segmentation: Rfm,
  dataDate: string | null,
  customers: readonly string[],
  lines: readonly Line[],
  order: DateOrder | null = "ymd",
): SegmentationOutcome {
  const table = tableOf(customers, lines, { dates: { order, from1904: false } });
  return outcomeOf(segmentation, dataDate, table);
}

export function outcomeOf(segmentation: Rfm, dataDate: string | null, table: CustomerTable): SegmentationOutcome {
  return classify(planOf(segmentation, dataDate), table).segmentations[0]!;
}

/** Scores and measures of an outcome under the names that the files of expected scores use. */
export function foundAs(
  convention: string,
  { rfm }: SegmentationOutcome,
  row: number,
): Readonly<Record<string, number>> {
  const score = (measure: RfmMeasure): number => rfm!.scores[measure][row]!;
  return {
    R: rfm!.days[row]!,
    F: rfm!.orders[row]!,
    M: rfm!.amounts[row]!,
    [`${convention}_R`]: score("recency"),
    [`${convention}_F`]: score("frequency"),
    [`${convention}_M`]: score("monetary"),
  };
}

/** The same columns of what is expected. */
export function expectedAs(convention: string, known: Known): Readonly<Record<string, number>> {
  const names = ["R", "F", "M", ...["R", "F", "M"].map((letter) => `${convention}_${letter}`)];
  return Object.fromEntries(names.map((name) => [name, Number(known[name])]));
}

/** What Tierbook calls "No segment" is called "Others" where the values come from. */
export const withOthers = ({ "No segment": others, ...counts }: Readonly<Record<string, number>>): object =>
  others === undefined ? counts : { ...counts, Others: others };

/** Customers per segment, without segments of nobody. */
export function countsOf({ groups }: SegmentationOutcome): Readonly<Record<string, number>> {
  return Object.fromEntries(groups.flatMap(({ name, customers }) => (customers > 0 ? [[name, customers]] : [])));
}
