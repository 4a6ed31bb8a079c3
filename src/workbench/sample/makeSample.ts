import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { writeXlsx } from "../../host/xlsx/writeXlsx";
import { sampleWorkbook } from "./sampleWorkbook";

const usage = "usage: npm run sample -- [--language en|zh] [--seed NUMBER] [--out FILE.xlsx]";

/** Writes the sample workbook. Returns the exit code. */
function makeSample(args: readonly string[]): number {
  let options: { readonly language?: string; readonly seed?: string; readonly out?: string };
  try {
    options = parseArgs({
      args: [...args],
      options: { language: { type: "string" }, seed: { type: "string" }, out: { type: "string" } },
    }).values;
  } catch {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const { language = "en", seed, out = "sample.xlsx" } = options;
  if ((language !== "en" && language !== "zh") || (seed !== undefined && !/^\d{1,9}$/.test(seed))) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  writeFileSync(out, writeXlsx(sampleWorkbook(language, seed === undefined ? undefined : Number(seed))));
  process.stdout.write(`${out}\n`);
  return 0;
}

process.exitCode = makeSample(process.argv.slice(2));
