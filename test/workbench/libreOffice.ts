import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { csvLines } from "./bookFile";

/** Whether LibreOffice is installed here. */
export const libreOffice = spawnSync("soffice", ["--version"]).status === 0;

/** The same workbook without the values that formulas had when it was saved, so that a reader has to calculate them. */
export function withoutCachedValues(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts)) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue;
    parts[name] = strToU8(strFromU8(part).replace(/(<f[^>]*?(?:\/>|>[^<]*<\/f>))<v>[^<]*<\/v>/g, "$1"));
  }
  return zipSync(parts);
}

/** Opens a workbook in LibreOffice and gives the values of every sheet, unrounded, by sheet name. */
export function cellsByLibreOffice(bytes: Uint8Array, folder: string): Map<string, string[][]> {
  const work = mkdtempSync(join(folder, "office-"));
  writeFileSync(join(work, "book.xlsx"), bytes);
  // Comma, double quotes, UTF-8, from line 1, values rather than what is shown; the last -1 asks for every sheet.
  const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
  const profile = `-env:UserInstallation=file://${join(work, "profile")}`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", filter, "--outdir", work, join(work, "book.xlsx")], {
    stdio: "ignore",
  });
  const files = readdirSync(work).filter((file) => file.endsWith(".csv"));
  return new Map(
    files.map((file) => [file.slice("book-".length, -".csv".length), csvLines(readFileSync(join(work, file), "utf8"))]),
  );
}
