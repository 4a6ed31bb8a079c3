import { CellKind } from "../customerTable";
import { dayThatNeverWas, lastDay } from "../dayNumber";
import { dayText } from "../dayText";
import { monthOfText, readDateText } from "../readDateText";
import type { Layout } from "./findLayout";
import { filledCells } from "./rawCells";
import type { RawColumn, RawTable } from "./rawTable";

/** What the rows above a list's header say of it: a proposal, which nobody has agreed to yet. */
export interface TitleFacts {
  readonly unit: string | null;
  /** The date the data speaks of, as YYYY-MM-DD. */
  readonly date: string | null;
}

const unitForms = [
  /(?:金额|货币|计量)?单位\s*[::]?\s*([^\s,;,;。)）\]】]+)/u,
  /\b(?:unit|currency unit)s?\s*[::]\s*([^,;)\]]+)/iu,
  /\b(?:amounts?|figures|all amounts)?\s*\(?\bin ((?:thousands|millions|billions)(?: of [A-Z]{3}| [A-Z]{3})?|[A-Z]{3} (?:k|m|bn|thousands?|millions?|000s?)|[A-Z]{3})\b/iu,
  /^\(?((?:[A-Z]{3}|[€£$]) ?(?:k|m|bn|000s?|thousands?|millions?))\)?$/u,
];
const currencyForm = /币\s*种\s*[::]\s*([^\s,;,;。)）]+)/u;
/** A person's department is no unit of amounts. */
const isUnit = /元|[千万亿]|^[A-Z]{3}\b|[€£$¥]|thousand|million|billion/iu;
const unitLabel = /^(金额|货币|计量)?单位\s*:?$|^units?:?$/iu;
const dateLabel = /截[至止]|日期|时点|数据日|报告期|as (?:of|at)|date|period|month|年|月/iu;

/** The unit and the date that stand above a list. A date with a label wins over one without. */
export function titleFacts(table: RawTable, { header }: Pick<Layout, "header">): TitleFacts {
  let unit: string | null = null;
  let currency: string | null = null;
  const dates: { readonly day: string; readonly sure: boolean }[] = [];
  for (let row = 0; row < header.row; row++) {
    const cells = filledCells(table, row);
    for (const [i, { column: index }] of cells.entries()) {
      const column = table.columns[index]!;
      const label = i === 0 ? "" : (table.columns[cells[i - 1]!.column]!.texts[row] ?? "");
      if (column.kinds[row] === CellKind.number) {
        const day = dayOfCell(column, row);
        if (day !== null) dates.push({ day, sure: dateLabel.test(label) });
        continue;
      }
      const text = (column.texts[row] ?? "").normalize("NFKC").trim();
      unit ??= unitIn(text, label);
      currency ??= currencyForm.exec(text)?.[1] ?? null;
      const day = dayIn(text);
      if (day !== null) dates.push({ day, sure: dateLabel.test(text) || dateLabel.test(label) });
    }
  }
  const date = (dates.find(({ sure }) => sure) ?? dates[0])?.day ?? null;
  return { unit: unit ?? currency, date };
}

function dayOfCell({ numbers, dated }: RawColumn, row: number): string | null {
  const day = Math.floor(numbers[row] ?? 0);
  return dated[row] === 1 && day >= 1 && day <= lastDay && day !== dayThatNeverWas ? dayText(day) : null;
}

function unitIn(text: string, label: string): string | null {
  for (const form of unitForms) {
    const found = form.exec(text)?.[1]?.trim();
    if (found !== undefined && isUnit.test(found)) return found;
  }
  return unitLabel.test(label.normalize("NFKC").trim()) && isUnit.test(text) ? text : null;
}

const whole =
  /\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日?|(?<!\d)\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\d)|(?<!\d)(?:19|20)\d{2}[01]\d[0-3]\d(?!\d)|\d{1,2}(?:st|nd|rd|th)?[\s-]+[A-Za-z]{3,9}\.?[\s,-]+\d{4}|[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}/gu;
const month = /\d{4}\s*年\s*\d{1,2}\s*月(?!\s*\d)|(?<![\d-])\d{4}-\d{1,2}(?![\d-])|\b[A-Za-z]{3,9}\.?\s+\d{4}\b/gu;

/** The last day that a text names; of a month its last day. A period ends with the second of its days. */
function dayIn(text: string): string | null {
  const days = [...text.matchAll(whole)].flatMap(([found]) => {
    const day = readDateText(
      found.replace(/日?$/u, (end) => (found.includes("年") ? "日" : end)),
      "ymd",
    );
    return typeof day === "number" ? [day] : [];
  });
  if (days.length > 0) return dayText(Math.max(...days));
  const months = [...text.matchAll(month)].flatMap(([found]) => monthOfText(found, null) ?? []);
  const last = months.at(-1);
  if (!last) return null;
  return new Date(Date.UTC(last.year, last.month, 0)).toISOString().slice(0, 10);
}
