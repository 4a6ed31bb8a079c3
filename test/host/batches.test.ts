import { newBook } from "../../src/host/model/newBook";
import type { Fault } from "../../src/host/host";
import { codeOf } from "./codeOf";
import { openTestOffice } from "./openTestOffice";

/** Values of A1:A4 of the first sheet, read past office.js. */
function column(book: ReturnType<typeof newBook>) {
  return [0, 1, 2, 3].map((row) => book.sheets[0]?.rows.get(row)?.cells.get(0)?.value ?? null);
}

function writeFour() {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    ["A1", "A2", "A3", "A4"].forEach((address, i) => {
      sheet.getRange(address).values = [[i + 1]];
    });
    await context.sync();
  });
}

test("what a batch did before its error stays done", async () => {
  const { book } = await openTestOffice();
  const failed = Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1").values = [["kept"]];
    sheet.getRange("A2:A3").values = [["too", "wide"]];
    sheet.getRange("A4").values = [["never"]];
    await context.sync();
  });
  await expect(failed).rejects.toMatchObject({
    code: "InvalidArgument",
    debugInfo: { statement: expect.stringContaining("values") as string },
  });
  expect(column(book)).toEqual(["kept", null, null, null]);
});

test.each<[Fault["when"], (number | null)[]]>([
  ["before", [null, null, null, null]],
  ["half", [1, 2, null, null]],
  ["after", [1, 2, 3, 4]],
])("a request can fail %s its changes are made", async (when, expected) => {
  const { book } = await openTestOffice(newBook(), {
    fault: ({ changes }) => (changes > 0 ? { when, then: "error" } : null),
  });
  expect(await codeOf(writeFour())).toBe("GeneralException");
  expect(column(book)).toEqual(expected);
});

test("a silent host answers neither this request nor a later one", async () => {
  const { book, host } = await openTestOffice(newBook(), {
    fault: ({ index }) => (index === 0 ? { when: "half", then: "silence" } : null),
  });
  const answers: string[] = [];
  void codeOf(writeFour()).then((code) => answers.push(code));
  void codeOf(writeFour()).then((code) => answers.push(code));
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(answers).toEqual([]);
  expect(host.requests).toBe(2);
  expect(column(book)).toEqual([1, 2, null, null]);
});

test("a request above the limit is refused whole, an answer above it is withheld", async () => {
  const { book } = await openTestOffice(newBook(), { limits: { requestBytes: 4_000, responseBytes: 4_000 } });
  const long = "客".repeat(1_000);
  const write = (count: number) =>
    Excel.run(async (context) => {
      for (let i = 0; i < count; i++)
        context.workbook.worksheets.getActiveWorksheet().getRange(`A${i + 1}`).values = [[long]];
      await context.sync();
    });
  expect(await codeOf(write(2))).toBe("RequestPayloadSizeLimitExceeded");
  expect(column(book)).toEqual([null, null, null, null]);
  expect(await codeOf(write(1))).toBe("none");
  const read = Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
    range.load("values,text");
    await context.sync();
  });
  expect(await codeOf(read)).toBe("ResponsePayloadSizeLimitExceeded");
});

test("values of more cells than the limit are null", async () => {
  await openTestOffice(newBook(), { limits: { cells: 8 } });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const small = sheet.getRange("A1:B4").load("values");
    const large = sheet.getRange("A1:C3").load("values,cellCount");
    await context.sync();
    expect(small.values).toHaveLength(4);
    expect(large.values).toBeNull();
    expect(large.cellCount).toBe(9);
  });
});

test("an operation that the host does not play fails and is listed", async () => {
  const { host } = await openTestOffice();
  const comments = Excel.run(async (context) => {
    context.workbook.comments.add("A1", "note");
    await context.sync();
  });
  const pattern = Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("A1").format.fill.pattern = "Gray25";
    await context.sync();
  });
  expect([await codeOf(comments), await codeOf(pattern)]).toEqual(["ApiNotFound", "ApiNotFound"]);
  expect(host.missing).toEqual(["Workbook.Comments", "RangeFill.Pattern ="]);
});

test("a null object stays null through what is reached by it, and refuses to be written", async () => {
  await openTestOffice();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject("Nowhere");
    const range = sheet.getRange("A1");
    range.load("values");
    const used = context.workbook.worksheets.getActiveWorksheet().getUsedRangeOrNullObject(true);
    await context.sync();
    expect([sheet.isNullObject, range.isNullObject, used.isNullObject]).toEqual([true, true, true]);
  });
  const write = Excel.run(async (context) => {
    context.workbook.worksheets.getItemOrNullObject("Nowhere").getRange("A1").values = [[1]];
    await context.sync();
  });
  expect(await codeOf(write)).toBe("ItemNotFound");
});

test("a kept range follows its cells when rows come and go", async () => {
  await openTestOffice();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("B5").values = [["here"]];
    const range = sheet.getRange("B5").load("address");
    const gone = sheet.getRange("B3");
    await context.sync();
    sheet.getRange("2:3").insert("Down");
    range.load("address,values");
    await context.sync();
    expect([range.address, range.values]).toEqual(["Sheet1!B7", [["here"]]]);
    sheet.getRange("1:4").delete("Up");
    sheet.getRange("A:A").delete("Left");
    range.load("address,values");
    await context.sync();
    expect([range.address, range.values]).toEqual(["Sheet1!A3", [["here"]]]);
    gone.load("address");
    await context.sync();
    expect(gone.address).toBe("Sheet1!A1");
    sheet.getRange("1:1").delete("Up");
    await context.sync();
    gone.load("address");
    expect(await codeOf(context.sync())).toBe("InvalidReference");
  });
});

test("a sheet added in one request is the same sheet in the next", async () => {
  const { book } = await openTestOffice();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("New");
    await context.sync();
    sheet.getRange("A1").values = [["x"]];
    sheet.load("name");
    await context.sync();
    expect(sheet.name).toBe("New");
  });
  expect(book.sheets.map(({ name }) => name)).toEqual(["Sheet1", "New"]);
});

test("the references of a run are given back at its end", async () => {
  const { host } = await openTestOffice();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("A1").load("values");
    await context.sync();
  });
  const counted = await host.processQuery({
    Actions: [{ Id: 2, ActionType: 3, Name: "_GetReferenceCount", ObjectPathId: 1 }],
    ObjectPaths: { "1": { Id: 1, ObjectPathType: 1 } },
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(counted.Results).toEqual([{ ActionId: 2, Value: 0 }]);
});
