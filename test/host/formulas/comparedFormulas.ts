import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ExcelJS from "exceljs";
import { attachCalculator } from "../../../src/host/formulas/calculator";
import { toFileFormula } from "../../../src/host/xlsx/fileFormula";
import { addTable, bookOf, sheetOf, valueOf, type Content } from "./bookOf";
import { cells, examples } from "./vocabulary";

/** The vocabulary that Tierbook's own sheets are written in, over a table with blanks, errors and Chinese text. */
const reportFormulas = [
  '=COUNTIFS(Clients[Tier],"A")',
  '=SUMIFS(Clients[销项价税合计],Clients[Tier],"A")',
  '=IFERROR(SUMIFS(Clients[销项价税合计],Clients[Tier],"B")/SUM(Clients[销项价税合计]),0)',
  '=SUMPRODUCT(--(Clients[Tier]="C"),Clients[销项价税合计])',
  '=SUMPRODUCT((Clients[Tier]="A")*(Clients[销项价税合计]>100))',
  '=COUNTA(Clients[Tier])-COUNTIFS(Clients[Tier],"未分类")',
  "=INDEX(Clients[Name],MATCH(MAX(Clients[销项价税合计]),Clients[销项价税合计],0))",
  '=COUNTIFS(Clients[Name],"甲~*")',
  '=COUNTIFS(Clients[Name],"甲*")',
  '=COUNTIFS(Clients[Tier],"A",Clients[销项价税合计],">="&100)',
];
const clients: Content[][] = [
  ["Name", "销项价税合计", "Tier"],
  ["甲*", 120.5, "A"],
  ["甲乙", 100, "a"],
  ["B GmbH", 80, "B"],
  ["C", 0.1, "C"],
  ["D", 0.2, "C"],
  ["E", null, "未分类"],
];

/**
 * Formulas that two programs should calculate alike. Where LibreOffice differs from Excel on purpose, the example says
 * so; a constant name cannot be written by exceljs.
 */
export const comparedFormulas: readonly string[] = [
  ...examples
    .filter(({ formula, libreOffice }) => libreOffice === undefined && !formula.includes("Rate"))
    .map(({ formula }) => formula),
  ...reportFormulas,
];

function contentOf(formulas: readonly string[]): Record<string, Content> {
  return { ...cells, ...Object.fromEntries(formulas.map((formula, i) => [`Y${i + 1}`, formula])) };
}

/** What the LibreOffice of this machine says of formulas. */
export async function theirValues(formulas: readonly string[]): Promise<unknown[]> {
  const directory = mkdtempSync(join(tmpdir(), "tierbook-"));
  try {
    const workbook = new ExcelJS.Workbook();
    const data = workbook.addWorksheet("Data");
    workbook.addWorksheet("Other sheet").getCell("A1").value = 7;
    for (const [address, value] of Object.entries(contentOf(formulas))) {
      const formula = typeof value === "string" && value.startsWith("=") ? toFileFormula(value, null) : null;
      data.getCell(address).value = formula === null ? (value as ExcelJS.CellValue) : { formula, date1904: false };
    }
    const rows = clients.slice(1);
    workbook
      .addWorksheet("Clients")
      .addTable({ name: "Clients", ref: "A1", columns: (clients[0] as string[]).map((name) => ({ name })), rows });
    workbook.definedNames.add("Data!$B$2:$B$5", "Numbers");
    const file = join(directory, "in.xlsx");
    writeFileSync(file, Buffer.from(await workbook.xlsx.writeBuffer()));
    const profile = pathToFileURL(join(directory, "profile")).href;
    const out = join(directory, "out");
    execFileSync(
      "soffice",
      [`-env:UserInstallation=${profile}`, "--headless", "--convert-to", "xlsx", "--outdir", out, file],
      { stdio: "ignore" },
    );
    const calculated = new ExcelJS.Workbook();
    await calculated.xlsx.load(readFileSync(join(out, "in.xlsx")) as unknown as ArrayBuffer);
    return formulas.map((_, i) => plain(calculated.getWorksheet("Data")?.getCell(`Y${i + 1}`).result));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** What the host says of them. */
export function ourValues(formulas: readonly string[]): unknown[] {
  const sheet = Object.fromEntries(
    clients.flatMap((row, r) => row.map((value, c) => [`${"ABC".charAt(c)}${r + 1}`, value] as const)),
  );
  const book = bookOf({ Data: contentOf(formulas), "Other sheet": { A1: 7 }, Clients: sheet });
  book.names.push({ name: "Numbers", formula: "=Data!$B$2:$B$5", comment: "", visible: true, sheetId: null });
  addTable(book, sheetOf(book, "Clients"), "Clients", "A1:C7", clients[0] as string[]);
  attachCalculator(book).settle();
  return formulas.map((_, i) => valueOf(book, "Data", `Y${i + 1}`));
}

function plain(result: unknown): unknown {
  return typeof result === "object" && result !== null && "error" in result ? result.error : result;
}
