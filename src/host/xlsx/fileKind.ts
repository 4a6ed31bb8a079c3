import { HostError } from "../errors";
import type { BookFile } from "./openedBook";

const openXml = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
const office = "application/vnd.ms-excel.";

/** Content types of the workbook's part by the ending of a file: Excel refuses a file in which they differ. [K] H9 */
const kinds: Readonly<Record<string, string>> = {
  xlsx: `${openXml}sheet.main+xml`,
  xltx: `${openXml}template.main+xml`,
  xlsm: `${office}sheet.macroEnabled.main+xml`,
  xltm: `${office}template.macroEnabled.main+xml`,
  xlam: `${office}addin.macroEnabled.main+xml`,
};

/**
 * The content type that the workbook's part needs for a file's name; null where it has it, or the name does not say.
 *
 * @throws {HostError} `file-macros` for macros in a file that holds none, `file-ending` for a format that is not written here
 */
export function typeForName({ type, source }: Pick<BookFile, "type" | "source">, name: string): string | null {
  const ending = /\.([^./\\]+)$/.exec(name.toLowerCase())?.[1] ?? "";
  if (/^(xls|xlsb|xlt|xla|ods|csv|html?)$/.test(ending))
    throw new HostError("file-ending", `writeXlsx requires a name that ends in .xlsx or .xlsm, got ${name}`);
  const wanted = kinds[ending];
  if (wanted === undefined || wanted === type) return null;
  const macros =
    type.includes("macroEnabled") || source.entries.some(({ name: part }) => /vbaProject\.bin$/i.test(part));
  if (macros && !wanted.includes("macroEnabled"))
    throw new HostError(
      "file-macros",
      `writeXlsx requires a name that ends in .xlsm for a workbook with macros, got ${name}`,
    );
  return wanted;
}
