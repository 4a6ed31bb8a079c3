import { readFileSync } from "node:fs";

/*
 * A second computation over the file's text, which shares nothing with the first one: for each loan its band by plain
 * comparison and its tier by the sum of all that is larger, and then who differs.
 */

export interface Loan {
  readonly key: string;
  readonly balance: number;
  readonly amount: number;
  readonly home: string;
  readonly state: string;
}

/** The loans, each with its line number for a key. */
export function loansOf(file: string): readonly Loan[] {
  const [header = "", ...lines] = readFileSync(file, "utf8").trimEnd().split(/\r?\n/);
  const names = header.split(",").map((name) => name.replaceAll('"', ""));
  return lines.map((line, i) => {
    // A job title may hold commas within quotes.
    const cells = (line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []).map((cell) => cell.replace(/,$/, ""));
    const cell = (name: string): string => (cells[names.indexOf(name)] ?? "").replaceAll('"', "");
    const [balance, amount] = [Number(cell("balance")), Number(cell("loan_amount"))];
    return { key: `L${i + 1}`, balance, amount, home: cell("homeownership"), state: cell("state") };
  });
}

/** Band of each loan: 0 from the first limit on, 1 from the second on, 2 below. */
export function bandsOf(loans: readonly Loan[], [first, second]: readonly [number, number]): readonly number[] {
  return loans.map(({ balance }) => (balance >= first ? 0 : balance >= second ? 1 : 2));
}

/** Tier of each loan: what is larger than it makes up less than the first share of all, or less than the second. */
export function tiersOf(loans: readonly Loan[], [first, second]: readonly [number, number]): readonly number[] {
  const sorted = loans.map(({ amount }) => amount).sort((a, b) => b - a);
  const larger = new Map<number, number>();
  let sum = 0;
  for (const amount of sorted) {
    if (!larger.has(amount)) larger.set(amount, sum);
    sum += amount;
  }
  // Amounts are whole dollars, so that these comparisons are exact enough.
  return loans.map(({ amount }) => {
    const share = (larger.get(amount) ?? 0) / sum;
    return share < first ? 0 : share < second ? 1 : 2;
  });
}

export interface LoanMoves {
  readonly customers: readonly (readonly number[])[];
  readonly amounts: readonly (readonly number[])[];
  readonly moved: number;
  /** Who moved, by home ownership. */
  readonly byHome: Readonly<Record<string, number>>;
  readonly byState: Readonly<Record<string, number>>;
  readonly keys: ReadonlySet<string>;
}

/** Who is in another of three places than before. */
export function movesBetween(loans: readonly Loan[], before: readonly number[], now: readonly number[]): LoanMoves {
  const table = (): number[][] => [0, 1, 2].map(() => [0, 0, 0]);
  const [customers, amounts] = [table(), table()];
  const byHome: Record<string, number> = {};
  const byState: Record<string, number> = {};
  const keys = new Set<string>();
  loans.forEach(({ key, amount, home, state }, i) => {
    const [a = 0, b = 0] = [before[i], now[i]];
    customers[a]![b]!++;
    amounts[a]![b]! += amount;
    if (a === b) return;
    keys.add(key);
    byHome[home] = (byHome[home] ?? 0) + 1;
    byState[state] = (byState[state] ?? 0) + 1;
  });
  return { customers, amounts, moved: keys.size, byHome, byState, keys };
}
