import { dateReading } from "../shared/dateReading";
import type { Plan } from "../../plan/plan";
import type { SegmentationBy } from "../plans";
import { columnNamed } from "../../table/columnNamed";
import type { CustomerTable } from "../../table/customerTable";
import type { DateReading } from "../../table/readDate";
import { noPolicyId } from "../shared/reservedNames";
import type { ListedRow } from "../../engine/outcome";
import { rowLister } from "../shared/rowLister";
import { Answer } from "./answer";
import { decideByRules, openCell } from "./decideByRules";
import { ruleAnswers } from "./ruleAnswers";
import { type Matches, matchesIn, overlapsOf, type RuleCount, type RulesReport } from "./rulesReport";
import { summedGroups } from "../shared/summedGroups";
import type { Classified } from "../../engine/withShares";
import { whyNoNumber, type Asked, type EngineKind } from "../shared/engineKind";
import type { Why } from "../../engine/why";

/** Parameters as used, for RESULT.json and the run log; rules count from one. */
export interface RulesUsed extends Pick<SegmentationBy<"rules">, "valueColumn"> {
  readonly rules: readonly (RuleCount & { readonly rule: number; readonly segment: string })[];
  readonly overlaps: readonly { readonly rules: readonly [number, number]; readonly customers: number }[];
  readonly otherwise: { readonly name: string; readonly customers: number; readonly share: number };
}

/**
 * Ordered rules: a customer is in the segment of the first rule that holds, and in the last group where none does. A
 * customer for whom a cell leaves a rule open before another has decided is listed with that cell.
 */
function classifyRules(
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

function whyRule({ rules, segments }: SegmentationBy<"rules">, asked: Asked): Why {
  const { to, table, row, dates } = asked;
  const decided = decideByRules(rules, table, row, dates);
  switch (decided.kind) {
    case "rule": {
      const { rule, tests } = decided;
      const now = segments.findIndex(({ id }) => id === rules[rule]?.segment);
      return now === to ? { kind: "rule", rule: rule + 1, tests } : { kind: "other-rule" };
    }
    case "otherwise":
      return to === segments.length ? { kind: "no-rule" } : { kind: "other-rule" };
    case "open":
      return whyNoNumber(asked, decided.reason, decided.column);
    default:
      return decided satisfies never;
  }
}

export const rules: EngineKind<SegmentationBy<"rules">> = { classify: classifyRules, why: whyRule };
