import { strFromU8, unzipSync } from "fflate";
import { newXlsx } from "../../../src/host/xlsx/newXlsx";
import { readXlsx } from "../../../src/host/xlsx/readXlsx";
import { writeXlsx } from "../../../src/host/xlsx/writeXlsx";
import { codeOf } from "../codeOf";
import { openTestOffice } from "../openTestOffice";

/** Works on a file's first sheet through office.js, and gives the file that it is saved as. */
async function edited(bytes: Uint8Array, work: (sheet: Excel.Worksheet) => void): Promise<Uint8Array> {
  const opened = readXlsx(bytes);
  await openTestOffice(opened.book);
  await Excel.run(async (context) => {
    work(context.workbook.worksheets.getFirst());
    await context.sync();
  });
  return writeXlsx(opened);
}

const propertiesOf = (bytes: Uint8Array): [string, string][] => [...readXlsx(bytes).book.sheets[0]!.customProperties];
const partsOf = (bytes: Uint8Array): string[] => Object.keys(unzipSync(bytes)).filter((name) => name.endsWith(".bin"));

test("what a program keeps with a sheet is in the file, is changed there, and goes with its parts", async () => {
  const first = await edited(writeXlsx(newXlsx()), ({ customProperties }) => {
    customProperties.add("mark", "segments");
    customProperties.add("Übrig", "客户 & <Co>");
  });
  expect(propertiesOf(first)).toEqual([
    ["mark", "segments"],
    ["Übrig", "客户 & <Co>"],
  ]);
  expect(partsOf(first)).toEqual(["xl/customProperty1.bin", "xl/customProperty2.bin"]);
  expect(strFromU8(unzipSync(first)["[Content_Types].xml"]!)).toContain("spreadsheetml.customProperty");
  const second = await edited(first, ({ customProperties }) => {
    customProperties.add("MARK", "owners");
    customProperties.getItem("übrig").delete();
  });
  expect([propertiesOf(second), partsOf(second)]).toEqual([[["mark", "owners"]], ["xl/customProperty1.bin"]]);
  const third = await edited(second, (sheet) => (sheet.getRange("A1").values = [["text"]]));
  expect([propertiesOf(third), partsOf(third)]).toEqual([[["mark", "owners"]], ["xl/customProperty1.bin"]]);
});

test("a key that is not there is none, and one that is too long is refused", async () => {
  await openTestOffice();
  await Excel.run(async (context) => {
    const { customProperties } = context.workbook.worksheets.getFirst();
    const none = customProperties.getItemOrNullObject("mark").load("value");
    const count = customProperties.getCount();
    await context.sync();
    expect([none.isNullObject, count.value]).toEqual([true, 0]);
  });
  const long = Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().customProperties.add("k".repeat(256), "");
    await context.sync();
  });
  expect(await codeOf(long)).toBe("InvalidArgument");
});
