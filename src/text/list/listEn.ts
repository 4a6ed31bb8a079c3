import { figures } from "../figures";

const { count } = figures("en");

const cells = (n: number): string => `${count(n)} ${n === 1 ? "cell" : "cells"}`;
const rows = (n: number): string => `${count(n)} ${n === 1 ? "row" : "rows"}`;
const names = (n: number): string => `${count(n)} column ${n === 1 ? "name" : "names"}`;

/** What a clean copy leaves out, changes or cannot read. */
type ChangeKind =
  | "title-rows"
  | "blank-rows"
  | "hidden-rows"
  | "total-rows"
  | "section-rows"
  | "repeated-rows"
  | "other-list"
  | "blank-columns"
  | "joined-names"
  | "missing-names"
  | "repeated-names"
  | "numbers"
  | "zeros-first"
  | "units"
  | "dates"
  | "months"
  | "day-format"
  | "days-among-numbers"
  | "currencies"
  | "blank-words"
  | "filled"
  | "formulas"
  | "trimmed"
  | "not-numbers"
  | "not-dates"
  | "error-cells";

const changes: Readonly<Record<ChangeKind, (n: number, column: string) => string>> = {
  "title-rows": (n) => `${rows(n)} above or below the list left out`,
  "blank-rows": (n) => `${n === 1 ? "1 blank row" : `${count(n)} blank rows`} left out`,
  "hidden-rows": (n) => `${n === 1 ? "1 hidden row" : `${count(n)} hidden rows`} left out`,
  "total-rows": (n) => `${rows(n)} of totals left out`,
  "section-rows": (n) => `${rows(n)} of headings or notes between clients left out`,
  "repeated-rows": (n) => `${rows(n)} that repeat the header left out`,
  "other-list": () => "Another list below this one left out; it begins here",
  "blank-columns": (n) => `${n === 1 ? "1 column" : `${count(n)} columns`} without values left out`,
  "joined-names": (n) => `${names(n)} joined from several rows`,
  "missing-names": (n) =>
    `${n === 1 ? "1 column without a name" : `${count(n)} columns without names`} named by letters`,
  "repeated-names": (n) => `${names(n)} that stood there already numbered`,
  numbers: (n, column) => `${column}: ${cells(n)} of text read as numbers`,
  "zeros-first": (n, column) => `${column}: ${cells(n)} of text with a zero in front read as numbers`,
  units: (n, column) => `${column}: ${cells(n)} with a unit of their own brought to one unit`,
  dates: (n, column) => `${column}: ${cells(n)} of text read as dates`,
  months: (n, column) => `${column}: ${n === 1 ? "1 month" : `${count(n)} months`} of text read as their first day`,
  "days-among-numbers": (n, column) =>
    n === 1
      ? `${column}: 1 cell that shows a date is no amount and was kept as a date`
      : `${column}: ${cells(n)} that show a date are no amounts and were kept as dates`,
  currencies: (_, column) => `${column}: amounts in several currencies, which cannot be added`,
  "blank-words": (n, column) => `${column}: ${cells(n)} with a word that means blank left empty`,
  filled: (n, column) => `${column}: ${cells(n)} filled with what is merged over their rows`,
  formulas: (n, column) => `${column}: ${n === 1 ? "1 formula" : `${count(n)} formulas`} replaced by values`,
  "day-format": (n, column) => `${column}: ${n === 1 ? "1 number" : `${count(n)} numbers`} shown as dates`,
  trimmed: (n, column) => `${column}: spaces at the ends of ${cells(n)} removed`,
  "not-numbers": (n, column) =>
    n === 1
      ? `${column}: 1 cell of text is no number and was kept as it is`
      : `${column}: ${cells(n)} of text are no numbers and were kept as they are`,
  "not-dates": (n, column) =>
    n === 1
      ? `${column}: 1 cell is no date and was kept as it is`
      : `${column}: ${cells(n)} are no dates and were kept as they are`,
  "error-cells": (n, column) => `${column}: ${n === 1 ? "1 error value" : `${count(n)} error values`} kept`,
};

/** Words for lists of cells that become tables, in English: on the new sheet and in the pane. */
export const listEn = {
  changes,
  unnamed: (letters: string): string => `Column ${letters}`,
  copySheet: (sheet: string): string => `${sheet} clean`,
  copyTitle: (from: string): string => `Clean copy of ${from}`,
  copyMade: (day: string, n: number): string => `Made by Tierbook on ${day}: ${rows(n)}. The original was not changed.`,
  copyRules: (numbers: string | null, dates: string | null): string =>
    [
      ...(numbers === null ? [] : [`Numbers that were text are read as ${numbers}.`]),
      ...(dates === null ? [] : [`Dates that were text are read as ${dates}.`]),
    ].join(" "),
  where: (addresses: readonly string[], more: number): string =>
    `${addresses.join(", ")}${more > 0 ? ` and ${count(more)} more` : ""}`,
  line: (what: string, where: string): string => `${what}: ${where}`,
  numberStyles: { "comma-point": "1,234.5", "point-comma": "1.234,5", "space-comma": "1 234,5" },
  dateOrders: { ymd: "year, month, day", dmy: "day, month, year", mdy: "month, day, year" },
};
