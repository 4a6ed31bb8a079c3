import { contentsOf } from "../../src/workbook/capture";
import { openTestOffice } from "../host/openTestOffice";
import { newBook } from "../../src/host/model/newBook";

const texts = [
  "-Keep",
  "+x",
  "=T",
  "@mid",
  "'quoted",
  "＝级",
  "12,5",
  "5",
  "TRUE",
  "2026-10-31",
  "50%",
  "plain",
  "K001",
];

test("texts that Excel would take for something else are sent again as the same texts", async () => {
  await openTestOffice(newBook("Data"));
  const found = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const range = sheet.getRangeByIndexes(0, 0, texts.length, 1);
    range.values = texts.map((text) => [`'${text}`]);
    range.load("formulas,values,numberFormat");
    await context.sync();
    const again = sheet.getRangeByIndexes(0, 2, texts.length, 1);
    again.formulas = contentsOf(range).map((cells) => [...cells]);
    again.load("formulas,values");
    await context.sync();
    return [again.values, again.formulas];
  });
  const wanted = texts.map((text) => [text]);
  expect(found).toEqual([wanted, wanted]);
});
