import { readFileSync } from "node:fs";

// A second computation that shares no code with the add-in: npx tsx test/workbench/policyCounts.ts LOANS.csv

/** A policy of four classes over three columns: points for each of them, and the class by their sum. */
export function policyFor(grade: string, homeownership: string, purpose: string): string {
  const weak = ["small_business", "renewable_energy", "moving", "vacation"];
  const points = "ABCDEFG".indexOf(grade) + (homeownership === "RENT" ? 1 : 0) + (weak.includes(purpose) ? 1 : 0);
  return points <= 1 ? "grow" : points <= 3 ? "maintain" : points <= 5 ? "reduce" : "exit";
}

export interface PolicyCount {
  loans: number;
  amount: number;
}

/** Loans and their amounts per class, row by row over the text of the file, and per combination of the three columns. */
export function policyCounts(file: string): {
  readonly classes: Readonly<Record<string, PolicyCount>>;
  readonly combinations: ReadonlyMap<string, number>;
} {
  const [head = [], ...rows] = readFileSync(file, "utf8").trimEnd().split(/\r?\n/).map(fieldsOf);
  const [grade, home, purpose, amount] = ["grade", "homeownership", "loan_purpose", "loan_amount"].map((name) =>
    head.indexOf(name),
  ) as [number, number, number, number];
  const classes: Record<string, PolicyCount> = {};
  const combinations = new Map<string, number>();
  for (const row of rows) {
    const at = [row[grade] ?? "", row[home] ?? "", row[purpose] ?? ""] as const;
    const count = (classes[policyFor(...at)] ??= { loans: 0, amount: 0 });
    count.loans++;
    count.amount += Number(row[amount]);
    combinations.set(at.join("/"), (combinations.get(at.join("/")) ?? 0) + 1);
  }
  return { classes, combinations };
}

/** The fields of a line; a comma inside quotes belongs to its field. */
function fieldsOf(line: string): string[] {
  const fields: string[] = [""];
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === "," && !quoted) fields.push("");
    else fields[fields.length - 1] += character;
  }
  return fields;
}

if (require.main === module) {
  const { classes, combinations } = policyCounts(process.argv[2] ?? "");
  process.stdout.write(`${JSON.stringify({ classes, combinations: combinations.size }, null, 2)}\n`);
}
