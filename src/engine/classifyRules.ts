import { dateReading } from "../plan/dateReading";
import type { Plan } from "../plan/plan";
import type { SegmentationBy } from "../segmentations/plans";
import { columnNamed } from "../table/columnNamed";
import type { CustomerTable } from "../table/customerTable";
import type { DateReading } from "../table/readDate";
import { noPolicyId } from "./classifyMatrix";
import type { ListedRow } from "./outcome";
import { rowLister } from "./rowLister";
import { Answer } from "./rules/answer";
import { openCell } from "./rules/decideByRules";
import { ruleAnswers } from "./rules/ruleAnswers";
import { type Matches, matchesIn, overlapsOf, type RuleCount, type RulesReport } from "./rules/rulesReport";
import { summedGroups } from "./summedGroups";
import type { Classified } from "./withShares";

/**
 * Ordered rules: a customer is in the segment of the first rule that holds, and in the last group where none does. A
 * customer for whom a cell leaves a rule open before another has decided is listed with that cell.
 */
export function classifyRules(
  segmentation: SegmentationBy<"rules">,
  { keyColumn, reading }: Plan,
  table: CustomerTable,
): Classified {
  const { id, name, method, valueColumn, segments, otherwise, rules } = segmentation;
  const dates = dateReading(reading, table.from1904 ?? false);
  const keys = columnNamed(table, keyColumn);
  const amounts = columnNamed(table, valueColumn);
  const named = [
    ...segments.map((each) => ({ id: `${id}/${each.id}`, name: each.name })),
    { id: `${id}/${noPolicyId}`, name: otherwise },
  ];
  const { labels, counts, overlaps, openIn } = applied(segmentation, table, dates);
  const notClassified: ListedRow[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (labels[row] !== named.length) continue;
    const { column, reason } = openCell(rules[openIn[row]!]!, table, row, dates);
    notClassified.push(rowLister(columnNamed(table, column), keys)(row, reason));
  }
  const summed = summedGroups(named, labels, amounts, rowLister(amounts, keys));
  const last = summed.groups[segments.length]!;
  const report: RulesReport = {
    counts,
    overlaps,
    otherwise: last.customers,
    otherwiseShare: last.customers / table.rows,
  };
  return {
    id,
    name,
    method,
    used: {
      valueColumn,
      rules: counts.map(({ matched, taken }, i) => ({ rule: i + 1, segment: rules[i]!.segment, matched, taken })),
      overlaps: overlaps.map(({ first, second, customers }) => ({ rules: [first + 1, second + 1], customers })),
      otherwise: { name: otherwise, customers: report.otherwise, share: report.otherwiseShare },
    },
    rules: report,
    labels,
    notClassified,
    ...summed,
  };
}

interface Applied extends Pick<RulesReport, "counts" | "overlaps"> {
  readonly labels: Uint16Array;
  /** Per row the rule that a cell leaves open, where the label says not classified. */
  readonly openIn: Uint8Array;
}

/** Goes rule by rule over all rows, column by column. */
function applied({ segments, rules }: SegmentationBy<"rules">, table: CustomerTable, dates: DateReading): Applied {
  const place = new Map(segments.map((each, i) => [each.id, i]));
  const undecided = 0xffff;
  const labels = new Uint16Array(table.rows).fill(undecided);
  const openIn = new Uint8Array(table.rows);
  const matches: Matches[] = [];
  const counts: RuleCount[] = [];
  const answers = ruleAnswers(table, dates);
  for (const [index, rule] of rules.entries()) {
    const found = answers.of(rule);
    const segment = place.get(rule.segment) ?? segments.length;
    let [matched, taken] = [0, 0];
    for (let row = 0; row < found.length; row++) {
      if (found[row] === Answer.yes) matched++;
      if (found[row] === Answer.no || labels[row] !== undecided) continue;
      if (found[row] === Answer.yes) {
        labels[row] = segment;
        taken++;
      } else {
        labels[row] = segments.length + 1;
        openIn[row] = index;
      }
    }
    counts.push({ matched, taken });
    matches.push(matchesIn(found));
  }
  for (let row = 0; row < labels.length; row++) if (labels[row] === undecided) labels[row] = segments.length;
  return { labels, openIn, counts, overlaps: overlapsOf(matches) };
}
