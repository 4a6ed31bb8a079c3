import { attempt, look, makeTable, onSheet, put, type Probe } from "./probe";

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** How late news is: exact times differ from one run to the next. */
function lateness(milliseconds: number): string {
  return milliseconds < 500 ? "at once" : milliseconds < 2_000 ? "within 2 s" : "later";
}

/** Draws a line over columns, on an axis of its own, with its values first or last. */
function drawSecond(name: string, valuesFirst: boolean): Promise<unknown> {
  return onSheet(name, async (sheet, context) => {
    put(
      sheet,
      [
        ["x", "y", "z"],
        ["a", 1, 0.2],
        ["b", 2, 0.6],
        ["c", 3, 1],
      ],
      "A1",
    );
    await context.sync();
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("B2:B4"), "Columns");
    const second = chart.series.add("z");
    const values = (): void => {
      second.setValues(sheet.getRange("C2:C4"));
      second.setXAxisValues(sheet.getRange("A2:A4"));
    };
    if (valuesFirst) values();
    second.chartType = "LineMarkers";
    second.axisGroup = "Secondary";
    second.format.line.color = "#C00000";
    if (!valuesFirst) values();
    const share = chart.axes.getItem("Value", "Secondary");
    share.minimum = 0;
    share.maximum = 1;
    share.numberFormat = "0%";
    await context.sync();
  });
}

/** What Excel does with sheets, names, charts, protection, events and errors. */
export const workbookProbes: readonly Probe[] = [
  {
    id: "P02",
    asks: "a hidden name of a sheet made in one request, and whether the names of every sheet can be read",
    run: (name) =>
      onSheet(name, async (sheet, context) => {
        sheet.names.add("_probe", '="a|b"').visible = false;
        await context.sync();
        const sheets = context.workbook.worksheets.load("items/name");
        await context.sync();
        const marks = sheets.items.map((one) => one.names.getItemOrNullObject("_probe").load("formula,visible"));
        await context.sync();
        return marks.filter((mark) => !mark.isNullObject).map(({ formula, visible }) => [formula, visible]);
      }),
  },
  {
    id: "P03",
    asks: "a custom property of a sheet, as a mark",
    run: (name) =>
      onSheet(name, async (sheet, context) => {
        sheet.customProperties.add("tierbook", "1");
        await context.sync();
        const mark = sheet.customProperties.getItemOrNullObject("tierbook").load("value");
        await context.sync();
        return mark.isNullObject ? null : mark.value;
      }),
  },
  {
    id: "P04",
    asks: "names that stand for OFFSET and for several areas: their type, and their range",
    run: (name) =>
      attempt(async (context) => {
        const { names } = context.workbook;
        names.add("_probeOffset", `=OFFSET('${name}'!$A$1,0,0,3,2)`);
        names.add("_probeAreas", `='${name}'!$A$1:$A$2,'${name}'!$C$1`);
        await context.sync();
        const answers: unknown[] = [];
        for (const one of ["_probeOffset", "_probeAreas"]) {
          const item = names.getItem(one).load("type");
          await context.sync();
          const range = await attempt(async (inner) => {
            const found = inner.workbook.names.getItem(one).getRangeOrNullObject().load("address");
            await inner.sync();
            return found.isNullObject ? "null object" : found.address.split("!")[1];
          });
          answers.push([one, item.type, range]);
          item.delete();
          await context.sync();
        }
        return answers;
      }),
  },
  {
    id: "P10",
    asks: "the series, the title and the place of a chart over one column",
    run: (name) =>
      onSheet(name, async (sheet, context) => {
        put(
          sheet,
          [
            ["x", "y"],
            ["a", 1],
            ["b", 2],
            ["c", 3],
          ],
          "A1",
        );
        await context.sync();
        const charts = [
          sheet.charts.add("ColumnClustered", sheet.getRange("B2:B4"), "Columns"),
          sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"), "Auto"),
        ];
        for (const chart of charts) {
          chart.load("width,height");
          chart.title.load("text,visible");
          chart.series.load("items/name");
        }
        await context.sync();
        return charts.map(({ series, title, width, height }) => [
          series.items.map((one) => one.name),
          title.visible && title.text,
          Math.round(width),
          Math.round(height),
        ]);
      }),
  },
  {
    id: "P11",
    asks: "type, axis and look of a series before it has values, and after",
    run: async (name) => ({ before: await drawSecond(name, false), after: await drawSecond(name, true) }),
  },
  {
    id: "P46",
    asks: "which cells have validations, side by side and below each other, and the rule of cells with several",
    run: (name) =>
      onSheet(name, async (sheet, context) => {
        const list = (source: string) => ({ list: { inCellDropDown: true, source } });
        sheet.getRange("B2:B5").dataValidation.rule = list("1,2");
        sheet.getRange("C2:C5").dataValidation.rule = list("=$H$1:$H$3");
        sheet.getRange("E9").dataValidation.rule = list("3,4");
        await context.sync();
        const ruled = sheet.getRange().getSpecialCellsOrNullObject("DataValidations");
        ruled.areas.load("items/address");
        const none = sheet.getRange("K1:K9").getSpecialCellsOrNullObject("DataValidations").load("areaCount");
        const cells = ["B2:B5", "C3", "B2:C5", "B2:B9"].map((at) =>
          sheet.getRange(at).dataValidation.load("type,rule"),
        );
        await context.sync();
        return [
          none.isNullObject,
          ruled.areas.items.map(({ address }) => address.slice(address.lastIndexOf("!") + 1)).sort(),
          cells.map(({ type, rule }) => [type, rule]),
        ];
      }),
  },
  {
    id: "P47",
    asks: "which cells the series of charts say that they show",
    run: (name) =>
      onSheet(name, async (sheet, context) => {
        const cells = [
          ["a", 1, 2],
          ["b", 3, 4],
        ];
        put(sheet, cells, "A1");
        await context.sync();
        const bars = sheet.charts.add("ColumnClustered", sheet.getRange("B1:B2"), "Columns").series.getItemAt(0);
        bars.setXAxisValues(sheet.getRange("A1:A2"));
        const points = sheet.charts.add("XYScatter", sheet.getRange("C1:C2"), "Columns").series.getItemAt(0);
        await context.sync();
        const told = [
          bars.getDimensionDataSourceString("Categories"),
          bars.getDimensionDataSourceString("Values"),
          points.getDimensionDataSourceString("YValues"),
        ];
        await context.sync();
        return told.map(({ value }) => value.replaceAll(name, "sheet"));
      }),
  },
  {
    id: "P44",
    asks: "a second value axis where no series needs one, and the 256th series of a chart",
    run: async (name) => {
      const drawn = (act: (chart: Excel.Chart) => void) =>
        onSheet(name, async (sheet, context) => {
          put(
            sheet,
            [
              ["a", 1],
              ["b", 2],
            ],
            "A1",
          );
          const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B2"), "Columns");
          await context.sync();
          act(chart);
          await context.sync();
        });
      return {
        axis: await drawn((chart) => (chart.axes.getItem("Value", "Secondary").minimum = 0)),
        series: await drawn((chart) => {
          for (let i = 0; i < 256; i++) chart.series.add(`s${i}`);
        }),
      };
    },
  },
  {
    id: "P20",
    asks: "page layout, panes, gridlines and page breaks of a sheet that is not in front",
    run: async (name) => {
      const set = (act: (sheet: Excel.Worksheet) => void) => onSheet(name, act);
      return {
        freeze: await set((sheet) => sheet.freezePanes.freezeRows(2)),
        gridlines: await set((sheet) => (sheet.showGridlines = false)).then(() => "ok"),
        titles: await set((sheet) => sheet.pageLayout.setPrintTitleRows("$1:$2")),
        orientation: await set((sheet) => void (sheet.pageLayout.orientation = "Landscape")),
        paper: await set((sheet) => void (sheet.pageLayout.paperSize = "A4")),
        zoomNone: await set(
          (sheet) => void (sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 }),
        ),
        zoomWide: await set((sheet) => void (sheet.pageLayout.zoom = { horizontalFitToPages: 1 })),
        breaks: await set((sheet) => {
          sheet.horizontalPageBreaks.removePageBreaks();
          sheet.horizontalPageBreaks.add("A5");
        }),
      };
    },
  },
  {
    id: "P28",
    asks: "how late and from whom a table's and its sheet's events of the add-in's own edit are",
    run: (name) =>
      onSheet(name, async (sheet, context) => {
        const table = await makeTable(sheet, "ProbeEvent", [["k"], [1]]);
        const heard: unknown[] = [];
        let from = 0;
        const hear = (of: string) => (event: { readonly changeType: unknown; readonly address: string }) => {
          const { triggerSource = "not said", source } = event as unknown as Record<string, string>;
          heard.push([of, lateness(performance.now() - from), source, triggerSource, event.changeType, event.address]);
          return Promise.resolve();
        };
        const handlers = [table.onChanged.add(hear("table")), sheet.onChanged.add(hear("sheet"))];
        await context.sync();
        from = performance.now();
        sheet.getRange("B4").values = [[2]];
        await context.sync();
        await wait(4_000);
        for (const handler of handlers) handler.remove();
        await context.sync();
        return heard.map((one) => JSON.stringify(one)).sort();
      }),
  },
  {
    id: "P42",
    asks: "whether formulas on another sheet that a row inserted elsewhere rewrites are told as changed",
    run: (name) =>
      onSheet(name, async (sheet, context) => {
        const other = context.workbook.worksheets.add(`${name} b`);
        other.getRange("A1").formulas = [[`='${name}'!A5`]];
        await context.sync();
        let heard = 0;
        const handler = other.onChanged.add(() => {
          heard++;
          return Promise.resolve();
        });
        await context.sync();
        sheet.getRange("2:2").insert("Down");
        await context.sync();
        await wait(2_000);
        const [formulas] = await look(other, "A1", "formulas");
        handler.remove();
        other.delete();
        await context.sync();
        return [heard, formulas];
      }),
  },
  {
    id: "P30",
    asks: "codes of what a protected sheet refuses, and of protecting and unprotecting twice",
    run: async (name) => {
      const set = (act: (sheet: Excel.Worksheet) => void) => onSheet(name, act);
      return {
        protect: await set((sheet) => sheet.protection.protect()),
        twice: await set((sheet) => sheet.protection.protect()),
        write: await set((sheet) => void (sheet.getRange("A1").values = [[1]])),
        format: await set((sheet) => void (sheet.getRange("A1").format.fill.color = "#FF0000")),
        unprotect: await set((sheet) => sheet.protection.unprotect()),
        again: await set((sheet) => sheet.protection.unprotect()),
        structure: await attempt(async (context) => {
          context.workbook.protection.protect();
          await context.sync();
        }),
        sheet: await attempt(async (context) => {
          context.workbook.worksheets.add(`${name} c`);
          await context.sync();
        }),
        open: await attempt(async (context) => {
          context.workbook.protection.unprotect();
          await context.sync();
        }),
      };
    },
  },
  {
    id: "P34",
    asks: "bringing a hidden sheet to the front, and hiding and deleting the last sheet in sight",
    run: (name) =>
      attempt(async (context) => {
        const sheets = context.workbook.worksheets.load("items/name,items/visibility");
        await context.sync();
        const others = sheets.items.filter((one) => one.name !== name && one.visibility === "Visible");
        const hidden = context.workbook.worksheets.add(`${name} b`);
        hidden.visibility = "Hidden";
        await context.sync();
        const front = await onSheet(`${name} b`, async (sheet, inner) => {
          sheet.activate();
          await inner.sync();
          const active = inner.workbook.worksheets.getActiveWorksheet().load("name");
          sheet.load("visibility");
          await inner.sync();
          return [active.name === `${name} b`, sheet.visibility];
        });
        for (const one of others) one.visibility = "Hidden";
        await context.sync();
        const hide = await onSheet(name, (sheet) => void (sheet.visibility = "Hidden"));
        const gone = await onSheet(name, (sheet) => sheet.delete());
        for (const one of others) one.visibility = "Visible";
        hidden.delete();
        await context.sync();
        return { front, hide, gone };
      }),
  },
  {
    id: "P37",
    asks: "deleting a null object, asking one for a property, and reaching through it",
    run: async () => {
      const missing = (act: (sheet: Excel.Worksheet) => unknown) =>
        attempt(async (context) => {
          const sheet = context.workbook.worksheets.getItemOrNullObject("no such sheet at all");
          const result = act(sheet);
          await context.sync();
          return (result as { readonly isNullObject?: boolean } | undefined)?.isNullObject ?? "ok";
        });
      return {
        delete: await missing((sheet) => sheet.delete()),
        load: await missing((sheet) => sheet.load("name")),
        set: await missing((sheet) => void (sheet.name = "x")),
        through: await missing((sheet) => sheet.getUsedRangeOrNullObject().load("address")),
      };
    },
  },
  {
    id: "P38",
    asks: "codes and status of an item not found, a bad address, a sheet's name that is taken, a table over a table",
    run: async (name) => {
      const refused = async (act: (context: Excel.RequestContext) => unknown): Promise<unknown> => {
        try {
          await Excel.run(async (context) => {
            act(context);
            await context.sync();
          });
          return "ok";
        } catch (error) {
          const { code, httpStatusCode = null } = error as { readonly code: string; readonly httpStatusCode?: number };
          return [code, httpStatusCode];
        }
      };
      const sheet = (context: Excel.RequestContext) => context.workbook.worksheets.getItem(name);
      return {
        item: await refused((context) => context.workbook.worksheets.getItem("no such sheet").load("name")),
        range: await refused((context) => sheet(context).getRange("A1:nonsense").load("values")),
        name: await refused((context) => context.workbook.worksheets.add(name)),
        shape: await refused((context) => void (sheet(context).getRange("A1:A2").values = [[1]])),
        table: await refused((context) => {
          sheet(context).tables.add("A1:B3", true);
          sheet(context).tables.add("B2:C5", true);
        }),
      };
    },
  },
];
