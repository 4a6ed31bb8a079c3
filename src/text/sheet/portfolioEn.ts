import { figures } from "../figures";
import { roleWords } from "../roleWords";

const { count } = figures("en");

const rows = (number: number): string => `${count(number)} ${number === 1 ? "row" : "rows"}`;

/** The words of the portfolio tables in English. */
export const portfolioEn = {
  heading: (name: string): string => `Portfolio: ${name}`,
  /** Between two sentences. */
  space: " ",
  headers: {
    limit: "Credit limit",
    outstanding: "Outstanding",
    utilisation: "Utilisation",
    npl: "NPL %",
    specialMention: "Special mention %",
    pastDue: "Past due",
    pastDueShare: "Past due %",
    over90: "Past due 90+",
    over90Share: "Past due 90+ %",
    sales: (column: string): string => column,
    orders: "Number of orders",
    averageOrder: "Average order",
    repeat: "Repeat customers %",
    margin: "Margin amount",
    marginShare: "Margin %",
    topShare: "Top-10 share at the run",
    onLastMonth: "On last month",
    onYearEnd: "On year-end",
  },
  meansUtilisation: "Utilisation: outstanding as a share of the credit limit.",
  meansPastDue: (outstanding: string, days: string): string =>
    `Past due: ${outstanding} where ${days} is above 0; 90+: above 90.`,
  meansTopShare: (measure: string): string =>
    `Top-10 share: what the ten largest customers of the row hold of its ${measure}, as the run found it.`,
  meansNpl: (column: string, npl: readonly string[], mention: readonly string[]): string =>
    `NPL % and special mention %: what ${column} says is ${npl.join(", ")}, and ${mention.join(", ")}, as shares of outstanding.`,
  openClasses: (column: string, blank: number, other: number, texts: readonly string[], more: boolean): string => {
    const says = texts.map((text) => `“${text}”`).join(", ");
    const parts = [
      ...(blank === 0 ? [] : [`${rows(blank)} with an empty cell`]),
      ...(other === 0 ? [] : [`${rows(other)} with another content (${says}${more ? ", …" : ""})`]),
    ];
    return `In ${column}, at the run, ${parts.join(" and ")}: counted as outstanding, and as neither NPL nor special mention.`;
  },
  noClass: (column: string): string =>
    `No row of ${column} says one of the five grades, so there is no NPL % and no special mention %.`,
  comparedWith: (header: string, measure: string, date: string): string =>
    `${header}: change of ${measure} on the run with data as of ${date}; a dash where the segment did not exist.`,
  notCompared: {
    "no-date": (header: string): string =>
      `${header}: a dash, because this run does not state the date of its data; enter it under Data in the pane.`,
    "no-run": (header: string, date: string): string =>
      `${header}: a dash, because this workbook has no run with data as of ${date}.`,
    "other-unit": (header: string, date: string): string =>
      `${header}: a dash, because the run with data as of ${date} states another unit.`,
  },
  missing: (role: string, column: string): string =>
    `${role}: left out, because the customer table has no column “${column}” any more. Choose its column under Data in the pane.`,
  roles: roleWords.en as Readonly<Record<keyof typeof roleWords.en, string>>,
  unit: (unit: string): string => `Amounts in ${unit}.`,
  unitAfter: (fact: string, unit: string): string => `${fact}. Amounts in ${unit}.`,
};
