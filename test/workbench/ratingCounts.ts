import { readFileSync } from "node:fs";

/*
 * A second computation over the file's text, which shares nothing with the first one: text operations on lines, no
 * tables, no serial dates. Days are texts there, as month/day/year.
 */

interface Rated {
  readonly key: string;
  /** Year, month and day with leading zeros, so that texts sort as days do. */
  readonly day: string;
  readonly rating: string;
}

function rated(file: string, keyName: string): readonly Rated[] {
  const [header = "", ...lines] = readFileSync(file, "utf8").trimEnd().split(/\r?\n/);
  const place = (name: string): number => header.split(",").indexOf(name);
  return lines.map((line) => {
    const cells = line.split(",");
    // A name may hold a comma within quotes: places are counted from the end.
    const cell = (name: string): string => cells[cells.length - header.split(",").length + place(name)] ?? "";
    const [month = "", day = "", year = ""] = cell("Date").split("/");
    return {
      key: cell(keyName),
      day: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
      rating: cells[0] ?? "",
    };
  });
}

function counted(ratings: Iterable<string>): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const rating of ratings) counts[rating] = (counts[rating] ?? 0) + 1;
  return counts;
}

/** How many companies have which rating in their latest line. */
export function latestPerKey(file: string): Readonly<Record<string, number>> {
  const latest = new Map<string, Rated>();
  for (const line of [...rated(file, "Symbol")].sort((a, b) => a.day.localeCompare(b.day))) latest.set(line.key, line);
  return counted(Array.from(latest.values(), ({ rating }) => rating));
}

/** How many companies, or other keys, were never rated worse than so. */
export function worstPerKey(
  file: string,
  scale: readonly string[],
  keyName = "Symbol",
): Readonly<Record<string, number>> {
  const worst = new Map<string, string>();
  const lines = rated(file, keyName);
  for (const rating of scale) {
    for (const line of lines) if (line.rating === rating) worst.set(line.key, rating);
  }
  return counted(worst.values());
}
