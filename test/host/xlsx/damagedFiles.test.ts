import { strToU8, zipSync } from "fflate";
import { fileLimits } from "../../../src/host/xlsx/fileLimits";
import { newXlsx } from "../../../src/host/xlsx/newXlsx";
import { readXlsx } from "../../../src/host/xlsx/readXlsx";
import { writeXlsx } from "../../../src/host/xlsx/writeXlsx";
import { partsOf, smallParts, zipped } from "./smallBook";

const book = smallParts('<row r="1"><c r="A1"><v>1</v></c></row>');

function refusal(bytes: Uint8Array, limits = {}): string {
  try {
    readXlsx(bytes, limits);
  } catch (error) {
    return `${(error as { code?: string }).code}: ${(error as Error).message}`;
  }
  return "opened";
}

/** Sets a number in the headers of a stored file by its name: what a lying archive does. */
function withDeclaredSize(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const lying = bytes.slice();
  const view = new DataView(lying.buffer);
  const letters = strToU8(name);
  for (let at = 0; at + 46 < lying.length; at++) {
    const signature = view.getUint32(at, true);
    const [sizeAt, nameAt] = signature === 0x02014b50 ? [24, 46] : signature === 0x04034b50 ? [22, 30] : [0, 0];
    if (nameAt > 0 && letters.every((letter, i) => lying[at + nameAt + i] === letter))
      view.setUint32(at + sizeAt, size, true);
  }
  return lying;
}

test("refuses what is no ZIP archive", () => {
  expect(refusal(strToU8("name,value\nA,1\n"))).toMatch(/^not-a-workbook: .*no ZIP archive/);
  expect(refusal(new Uint8Array(0))).toMatch(/^not-a-workbook/);
});

test("refuses a file that is cut off at any place", () => {
  const whole = writeXlsx(newXlsx());
  for (const share of [0.1, 0.5, 0.9, 0.99]) {
    expect(refusal(whole.slice(0, Math.floor(whole.length * share)))).toMatch(/^not-a-workbook/);
  }
});

test("refuses a part that does not match its checksum", () => {
  const stored = zipSync(
    Object.fromEntries(Object.entries(book).map(([name, text]) => [name, [strToU8(text), { level: 0 }]])),
  );
  const at = new TextDecoder("latin1").decode(stored).indexOf("<v>1</v>");
  stored[at + 3] = "7".charCodeAt(0);
  expect(refusal(stored)).toMatch(/^not-a-workbook: .*sheet1\.xml does not match its checksum/);
});

test("tells a workbook with a password from an old .xls", () => {
  const compound = new Uint8Array(2048);
  compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  expect(refusal(compound)).toMatch(/^not-a-workbook: .*another old Office file/);
  const named = (name: string): Uint8Array => {
    const file = compound.slice();
    Array.from(name).forEach((letter, i) => (file[1024 + 2 * i] = letter.charCodeAt(0)));
    return file;
  };
  expect(refusal(named("Workbook"))).toMatch(/^file-xls: .*\.xls of Excel 97/);
  expect(refusal(named("Book"))).toMatch(/^file-xls/);
  expect(refusal(named("WordDocument"))).toMatch(/^not-a-workbook/);
  expect(refusal(named("Bookkeeping"))).toMatch(/^not-a-workbook/);
  Array.from("EncryptedPackage").forEach((letter, i) => (compound[1024 + 128 + 2 * i] = letter.charCodeAt(0)));
  expect(refusal(compound)).toMatch(/^file-encrypted/);
});

test("refuses other Office documents and binary workbooks", () => {
  const types = (type: string) => ({
    ...book,
    "[Content_Types].xml": (book["[Content_Types].xml"] as string).replace(
      /ContentType="[^"]*sheet\.main\+xml"/,
      `ContentType="${type}"`,
    ),
  });
  expect(
    refusal(zipped(types("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"))),
  ).toMatch(/^not-a-workbook: .*another Office document/);
  expect(refusal(zipped(types("application/vnd.ms-excel.sheet.binary.macroEnabled.main")))).toMatch(
    /^file-xlsb: .*\.xlsb/,
  );
  expect(refusal(zipped({ "readme.txt": "hello" }))).toMatch(/^not-a-workbook/);
});

test("refuses an archive that unpacks to far more than it is, before unpacking it", () => {
  const bomb = zipSync({ ...packedText(book), "xl/bomb.xml": new Uint8Array(20_000_000) });
  expect(bomb.length).toBeLessThan(100_000);
  expect(refusal(bomb)).toMatch(/^file-too-large: .*xl\/bomb\.xml unpacks to more than 200 times/);
  expect(refusal(zipped(book), { unpacked: 500 })).toMatch(/^file-too-large/);
  expect(refusal(zipped(book), { file: 100 })).toMatch(/^file-too-large/);
  expect(refusal(zipped(book), { entries: 3 })).toMatch(/^file-too-large: .*5 parts/);
});

test("stops unpacking a part that is larger than it declares", () => {
  const parts = { ...book, "xl/worksheets/sheet1.xml": (book["xl/worksheets/sheet1.xml"] as string).padEnd(5_000_000) };
  const lying = withDeclaredSize(zipped(parts), "xl/worksheets/sheet1.xml", 1000);
  expect(refusal(lying)).toMatch(/^file-too-large: .*more than the 1000 bytes it declares/);
});

test("refuses document types, which alone can declare entities", () => {
  const entities = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
  for (const part of ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"]) {
    expect(refusal(zipped({ ...book, [part]: entities + book[part] }))).toMatch(/^not-a-workbook: .*document type/);
  }
});

test("refuses XML that is not well-formed", () => {
  const sheet = book["xl/worksheets/sheet1.xml"] as string;
  expect(refusal(zipped({ ...book, "xl/worksheets/sheet1.xml": sheet.slice(0, -20) }))).toMatch(/^not-a-workbook/);
  expect(refusal(zipped({ ...book, "xl/workbook.xml": "<workbook><sheets></workbook>" }))).toMatch(/^not-a-workbook/);
  expect(refusal(zipped(smallParts('<row r="1"><c r="A1"><v><![CDATA[1</v></c></row>')))).toMatch(/^not-a-workbook/);
  expect(refusal(zipped({ ...book, "xl/workbook.xml": "<a>".repeat(100_000) }))).toMatch(
    /^not-a-workbook: .*nested too deep/,
  );
});

test("refuses cells outside of the sheet and more cells than its limit", () => {
  const withCell = (address: string) => zipped(smallParts(`<row r="1"><c r="${address}"><v>1</v></c></row>`));
  expect(refusal(withCell("XFD1"))).toBe("opened");
  expect(refusal(withCell("XFE1"))).toMatch(/^not-a-workbook: .*XFE1/);
  expect(refusal(withCell("A2"))).toMatch(/^not-a-workbook/);
  expect(refusal(zipped(smallParts('<row r="1048577"><c><v>1</v></c></row>')))).toMatch(/^not-a-workbook/);
  expect(refusal(zipped(book), { cells: 0 })).toMatch(/^file-too-large/);
});

const macros = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
const template = "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml";
const plain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

test.each([
  [macros, "OUT.xlsm", macros],
  [macros, "OUT.XLSX", "file-macros"],
  [macros, "OUT.xltx", "file-macros"],
  [macros, "folder.xlsx/OUT.xlsm", macros],
  [plain, "OUT.xlsx", plain],
  [plain, "OUT.xlsm", macros],
  [template, "OUT.xlsx", plain],
  [template, "OUT.xltx", template],
  [plain, "OUT.xls", "file-ending"],
  [plain, "OUT.xlsb", "file-ending"],
  [plain, "OUT", plain],
])("writes a book of %s as %s so that Excel opens it, or refuses it", (type, name, expected) => {
  const parts = {
    ...book,
    "[Content_Types].xml": (book["[Content_Types].xml"] ?? "").replace(plain, type),
    ...(type === macros ? { "xl/vbaProject.bin": "macros" } : {}),
  };
  const opened = readXlsx(zipped(parts));
  let written = "";
  try {
    const types = partsOf(writeXlsx(opened, name))["[Content_Types].xml"] ?? "";
    written = /PartName="\/xl\/workbook\.xml" ContentType="([^"]*)"/.exec(types)?.[1] ?? "";
  } catch (error) {
    written = (error as { code: string }).code;
  }
  expect(written).toBe(expected);
});

test("states limits that no real workbook reaches", () => {
  expect(fileLimits).toMatchObject({ file: 100_000_000, unpacked: 1_000_000_000, ratio: 200, entries: 10_000 });
});

function packedText(parts: Readonly<Record<string, string>>): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
}
