import { openTestOffice } from "../openTestOffice";
import { bookOf } from "./bookOf";

// Books of programs that do not calculate hold formulas without a value.
test("a formula without a value is calculated, and shows that it was not where we cannot", async () => {
  const book = bookOf({ Data: { A1: 12, B1: '=IF(A1>10,"high","low")', C1: "=BESSELJ(A1,2)", D1: '=""' } });
  await openTestOffice(book);
  const { values, valueTypes } = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange("B1:D1").load("values,valueTypes");
    await context.sync();
    return range;
  });
  expect([values, valueTypes]).toEqual([[["high", "#BUSY!", ""]], [["String", "Error", "String"]]]);
});
