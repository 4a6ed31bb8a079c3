import type { Client } from "../../src/host/profile";
import { newBook } from "../../src/host/model/newBook";
import { codeOf } from "./codeOf";
import { openTestOffice, type TestOffice } from "./openTestOffice";

const open = (client: Client): Promise<TestOffice> => openTestOffice(newBook("Data"), { client });

const inFront: readonly (readonly [string, (context: Excel.RequestContext) => unknown])[] = [
  ["names of a sheet", ({ workbook }) => workbook.worksheets.getFirst().names.load("items/name")],
  ["a new sheet", ({ workbook }) => workbook.worksheets.add("More")],
  ["a sheet that goes", ({ workbook }) => workbook.worksheets.getItem("Second").delete()],
  ["frozen rows", ({ workbook }) => workbook.worksheets.getFirst().freezePanes.freezeRows(1)],
  ["gridlines", ({ workbook }) => (workbook.worksheets.getFirst().showGridlines = false)],
  ["the selection", ({ workbook }) => workbook.getSelectedRange().load("address")],
];

describe.each(["web", "desktop"] as const)("Excel of the kind %s behind another workbook", (client) => {
  test.each(inFront)("refuses %s until it is in front again", async (_, work) => {
    const { host } = await open(client);
    const once = (): Promise<unknown> =>
      Excel.run(async (context) => {
        work(context);
        await context.sync();
      });
    await Excel.run(async (context) => {
      context.workbook.worksheets.add("Second");
      await context.sync();
    });
    host.bringToFront(false);
    expect(["InvalidSelection", "GeneralException"]).toContain(await codeOf(once()));
    host.bringToFront(true);
    await once();
  });

  test("goes on with cells, formats and tables", async () => {
    const { host, book } = await open(client);
    host.bringToFront(false);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A1:A2").values = [["Name"], ["Ada"]];
      sheet.tables.add("A1:A2", true).name = "People";
      await context.sync();
    });
    expect(book.sheets[0]!.tables[0]!.name).toBe("People");
  });
});

test("whoever waits for the workbook hears when it comes to the front", async () => {
  const { host } = await open("web");
  let heard = 0;
  await Excel.run(async (context) => {
    context.workbook.onActivated.add(() => {
      heard += 1;
      return Promise.resolve();
    });
    await context.sync();
  });
  host.bringToFront(false);
  host.bringToFront(true);
  host.bringToFront(true);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(heard).toBe(1);
});

test("Excel on a Mac answers nothing while another workbook is in front, and everything afterwards", async () => {
  const { host } = await open("mac");
  host.bringToFront(false);
  let answered = false;
  const work = Excel.run(async (context) => {
    const first = context.workbook.worksheets.getFirst().load("name");
    await context.sync();
    answered = true;
    return first.name;
  });
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(answered).toBe(false);
  host.bringToFront(true);
  expect(await work).toBe("Data");
});

test.each([
  ["mac", "GeneralException"],
  ["web", null],
  ["desktop", null],
] as const)("a page is laid out with a printer alone: %s", async (client, code) => {
  await open(client);
  const work = Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().pageLayout.orientation = "Landscape";
    await context.sync();
  });
  expect(
    await work.then(
      () => null,
      () => codeOf(work),
    ),
  ).toBe(code);
});

test("a series takes its look only once it has values", async () => {
  await open("web");
  const added = (valuesFirst: boolean): Promise<void> =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A1:B2").values = [
        [1, 0.5],
        [2, 1],
      ];
      const second = sheet.charts.add("ColumnClustered", sheet.getRange("A1:A2"), "Columns").series.add("Share");
      if (valuesFirst) second.setValues(sheet.getRange("B1:B2"));
      second.chartType = "LineMarkers";
      second.axisGroup = "Secondary";
      await context.sync();
    });
  expect(await codeOf(added(false))).toBe("EmptyChartSeries");
  await added(true);
});

test("no number of pages is none", async () => {
  await open("web");
  const zoomed = (zoom: Excel.PageLayoutZoomOptions): Promise<void> =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().pageLayout.zoom = zoom;
      await context.sync();
    });
  expect(await codeOf(zoomed({ horizontalFitToPages: 1, verticalFitToPages: 0 }))).toBe("InvalidArgument");
  await zoomed({ horizontalFitToPages: 1 });
});
