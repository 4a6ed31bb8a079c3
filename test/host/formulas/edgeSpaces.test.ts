import { openTestOffice } from "../openTestOffice";

/** What cells show and hold once formulas over a table with a column "Net " are written into them. */
async function written(formulas: readonly string[]): Promise<readonly (readonly [unknown, unknown])[]> {
  await openTestOffice();
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:B3").values = [
      ["Net ", "Gross"],
      [1, 10],
      [2, 20],
    ];
    sheet.tables.add("A1:B3", true).name = "Sales";
    const cells = sheet.getRange("D1").getResizedRange(formulas.length - 1, 0);
    cells.formulas = formulas.map((formula) => [formula]);
    cells.load("values,formulas");
    await context.sync();
    return formulas.map((_, i) => [cells.values[i]?.[0], cells.formulas[i]?.[0]] as const);
  });
}

test("a name with a space at its edge is found in two pairs of brackets, and not in one", async () => {
  const [two, one] = await written(["=SUM(Sales[[Net ]])", "=SUM(Sales[Net ])"]);
  expect(two).toEqual([3, "=SUM(Sales[[Net ]])"]);
  expect(String(one?.[0])).toMatch(/^#/);
});

test("any other name is read back in one pair of brackets, however it was typed", async () => {
  expect(await written(["=SUM(Sales[[Gross]])", "=SUM(Sales[Gross])"])).toEqual([
    [30, "=SUM(Sales[Gross])"],
    [30, "=SUM(Sales[Gross])"],
  ]);
});
