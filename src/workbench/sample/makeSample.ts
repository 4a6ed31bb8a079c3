import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { writeXlsx } from "../../host/xlsx/writeXlsx";
import { sampleMonths, sampleWorkbook } from "./sampleWorkbook";

const usage =
  "usage: npm run sample -- [--language en|zh] [--seed NUMBER] [--month september|october] [--out FILE.xlsx]";

/** Writes the sample workbook, or the export of one of its months. Returns the exit code. */
function makeSample(args: readonly string[]): number {
  let options: {
    readonly language?: string;
    readonly seed?: string;
    readonly month?: string;
    readonly out?: string;
  };
  try {
    const type = "string";
    options = parseArgs({
      args: [...args],
      options: { language: { type }, seed: { type }, month: { type }, out: { type } },
    }).values;
  } catch {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const { language = "en", seed, month, out = "sample.xlsx" } = options;
  const months = sampleMonths.filter((one) => month === undefined || one === month);
  const isSeed = seed === undefined || /^\d{1,9}$/.test(seed);
  if ((language !== "en" && language !== "zh") || !isSeed || months.length === 0) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  writeFileSync(out, writeXlsx(sampleWorkbook(language, seed === undefined ? undefined : Number(seed), months)));
  process.stdout.write(`${out}\n`);
  return 0;
}

process.exitCode = makeSample(process.argv.slice(2));
