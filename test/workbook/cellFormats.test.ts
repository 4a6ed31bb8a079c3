import { sentCell } from "../../src/workbook/cellFormats";

// A program that reads a CSV copy of the sheet, or a cell whose format somebody changed, would calculate them.
test.each([
  "=1+1",
  "+49 30 12345",
  "+1 notch",
  "-1 notch",
  "-SUM(A1)",
  "@name",
  "\tA",
  "'A",
  "＝1",
  "＋1",
  "－1",
  "＠a",
])(
  "text that begins like a formula is sent with Excel's prefix, also where it could stand in a cell of text: %j",
  (text) => {
    expect(sentCell(text, "text")).toEqual({ numberFormat: "General", content: `'${text}` });
    expect(sentCell(text, "general")).toEqual({ numberFormat: "General", content: `'${text}` });
  },
);

test("other text needs none in a cell of text", () => {
  expect(sentCell("1-2", "text")).toEqual({ numberFormat: "@", content: "1-2" });
});
