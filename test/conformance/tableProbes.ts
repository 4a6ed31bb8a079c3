import { attempt, columnNames, look, makeTable, onSheet, put, type Probe } from "./probe";

/** A table's filter, as plain data. */
async function criteria(column: Excel.TableColumn): Promise<unknown> {
  column.filter.load("criteria");
  await column.context.sync();
  // A column without a filter has none, whatever the type says.
  const found: unknown = column.filter.criteria;
  return JSON.parse(JSON.stringify(found ?? null)) as unknown;
}

/** What Excel does with tables. */
export const tableProbes: readonly Probe[] = [
  {
    id: "P06",
    asks: "the name of a column whose header cell is formatted as text, after a text with its prefix is written there",
    run: (name) =>
      onSheet(name, async (sheet, context) => {
        const table = await makeTable(sheet, "ProbeText", [
          ["a", "b"],
          [1, 2],
        ]);
        sheet.getRange("C3").numberFormat = [["@"]];
        await context.sync();
        sheet.getRange("C3").values = [["'ABC"]];
        await context.sync();
        return columnNames(table);
      }),
  },
  {
    id: "P07",
    asks: "different formulas written over a whole column of a standing table",
    run: (name) =>
      onSheet(name, async (sheet, context) => {
        await makeTable(sheet, "ProbeFill", [
          ["k", "f"],
          [1, ""],
          [2, ""],
          [3, ""],
          [4, ""],
        ]);
        sheet.getRange("C4:C7").formulas = [["=1+0"], ["=SUM(2)"], ["=B6*10"], ["=MAX(4,5)"]];
        await context.sync();
        return look(sheet, "C4:C7", "formulas");
      }),
  },
  {
    id: "P08",
    asks: "the same while the table grows by two rows in one request, calculation suspended",
    run: (name) =>
      onSheet(name, async (sheet, context) => {
        const table = await makeTable(sheet, "ProbeGrow", [
          ["k", "f"],
          [1, "=B4*2"],
          [2, "=B5*2"],
        ]);
        context.application.suspendApiCalculationUntilNextSync();
        table.resize("B3:C7");
        sheet.getRange("B4:C7").formulas = [
          [1, "=B4*2"],
          [2, "=B5*3"],
          [3, "=B6*4"],
          [4, "=SUM(B4:B6)"],
        ];
        await context.sync();
        return look(sheet, "B4:C7", "formulas,values");
      }),
  },
  {
    id: "P09",
    asks: "one formula written into the empty column of a table",
    run: (name) =>
      onSheet(name, async (sheet, context) => {
        await makeTable(sheet, "ProbeOne", [
          ["k", "f"],
          [1, ""],
          [2, ""],
          [3, ""],
        ]);
        sheet.getRange("C4").formulas = [["=B4*2"]];
        await context.sync();
        return look(sheet, "C4:C6", "formulas");
      }),
  },
  {
    id: "P12",
    asks: "names that Excel makes up when a table is widened, and widening one with a totals row",
    run: async (name) => ({
      names: await onSheet(name, async (sheet, context) => {
        const table = await makeTable(sheet, "ProbeResize", [
          ["a", "b"],
          [1, 2],
        ]);
        table.resize("B3:E4");
        await context.sync();
        return columnNames(table);
      }),
      totals: await onSheet(name, async (sheet, context) => {
        const table = await makeTable(
          sheet,
          "ProbeTotals",
          [
            ["a", "b"],
            [1, 2],
          ],
          "B10",
        );
        put(sheet, [["below"]], "B12");
        await context.sync();
        table.showTotals = true;
        await context.sync();
        return look(sheet, "B12:B13", "values");
      }),
      widened: await onSheet(name, (sheet) => sheet.tables.getItem("ProbeTotals").resize("B10:D12")),
    }),
  },
  {
    id: "P13",
    asks: "headers that are numbers, empty, the same in other capitals, or written over",
    run: (name) =>
      onSheet(name, async (sheet, context) => {
        const table = await makeTable(sheet, "ProbeHeaders", [
          ["Score", "score", 2026, ""],
          [1, 2, 3, 4],
        ]);
        const made = await columnNames(table);
        sheet.getRange("B3:E3").values = [["Score", 7, "", "7"]];
        await context.sync();
        return [made, await columnNames(table)];
      }),
  },
  {
    id: "P14",
    asks: "whether a table without filter buttons says that it is not filtered",
    run: (name) =>
      onSheet(name, async (sheet, context) => {
        const table = await makeTable(sheet, "ProbeButtons", [["k"], [1]]);
        table.showFilterButton = false;
        await context.sync();
        table.autoFilter.load("isDataFiltered");
        await context.sync();
        return table.autoFilter.isDataFiltered;
      }),
  },
  {
    id: "P15",
    asks: "criteria of a filter by two values: before, beside, and after it was taken away and set again",
    run: (name) =>
      onSheet(name, async (sheet, context) => {
        const table = await makeTable(sheet, "ProbeFilter", [
          ["k", "n"],
          ["x", 1],
          ["y", 2],
          ["z", 3],
        ]);
        const [first, second] = [table.columns.getItemAt(0), table.columns.getItemAt(1)];
        first.filter.applyValuesFilter(["x", "y"]);
        await context.sync();
        const before = await criteria(first);
        const beside = await criteria(second);
        first.filter.clear();
        await context.sync();
        first.filter.apply(before as Excel.FilterCriteria);
        await context.sync();
        return [before, beside, await criteria(first)];
      }),
  },
  {
    id: "P16",
    asks: "a table made of a header alone, and one made above other cells",
    run: async (name) => ({
      header: await onSheet(name, async (sheet, context) => {
        put(sheet, [["a", "b"]], "A1");
        put(sheet, [["below"]], "A3");
        const table = sheet.tables.add("A1:B1", true);
        await context.sync();
        const range = table.getRange().load("address");
        await context.sync();
        return [range.address.split("!")[1], await look(sheet, "A1:A4", "values")];
      }),
      above: await onSheet(name, async (sheet, context) => {
        put(sheet, [["a"], [1], ["below"]], "D1");
        sheet.tables.add("D1:D2", true);
        await context.sync();
        return look(sheet, "D1:D4", "values");
      }),
    }),
  },
  {
    id: "P17",
    asks: "rows added and deleted, the header hidden or deleted, and the table itself deleted, with cells below",
    run: async (name) => {
      await onSheet(name, async (sheet) => {
        await makeTable(sheet, "ProbeRows", [["k"], [1], [2]], "A1");
        put(sheet, [["below"]], "A4");
      });
      const step = (act: (table: Excel.Table, sheet: Excel.Worksheet) => void) =>
        onSheet(name, async (sheet, context) => {
          act(sheet.tables.getItem("ProbeRows"), sheet);
          await context.sync();
          return look(sheet, "A1:A6", "values");
        });
      return {
        added: await step((table) => table.rows.add(undefined, [[3]])),
        deleted: await step((table) => table.rows.getItemAt(0).delete()),
        headerDeleted: await step((_, sheet) => sheet.getRange("A1:A1").delete("Up")),
        headerHidden: await step((table) => {
          table.showHeaders = false;
          table.getHeaderRowRange().load("values");
        }),
        emptied: await step((table) => {
          table.showHeaders = true;
          table.getDataBodyRange().delete("Up");
        }),
        gone: await step((table) => table.delete()),
      };
    },
  },
  {
    id: "P18",
    asks: "copying values out of a filtered table: are hidden rows copied, and texts kept as texts",
    run: (name) =>
      onSheet(name, async (sheet, context) => {
        const table = await makeTable(sheet, "ProbeCopy", [["k"], ["'007"], ["y"], ["z"]]);
        table.columns.getItemAt(0).filter.applyValuesFilter(["y"]);
        await context.sync();
        sheet.getRange("F4").copyFrom("B4:B6", "Values");
        await context.sync();
        return look(sheet, "F4:F6", "values,valueTypes");
      }),
  },
  {
    id: "P21",
    asks: "values written over rows of which a filter hides some",
    run: (name) =>
      onSheet(name, async (sheet, context) => {
        const table = await makeTable(sheet, "ProbeHidden", [
          ["k", "v"],
          ["x", 0],
          ["y", 0],
          ["x", 0],
          ["y", 0],
        ]);
        table.columns.getItemAt(0).filter.applyValuesFilter(["y"]);
        await context.sync();
        sheet.getRange("C4:C7").values = [[1], [2], [3], [4]];
        await context.sync();
        return look(sheet, "C4:C7", "values");
      }),
  },
  {
    id: "P23",
    asks: "references to columns with spaces and special characters in their names, in single and double brackets",
    run: async (name) => {
      const names = ["v ", "a/b", "l\nf", "余额 (元)", "it's", "a#b"];
      await onSheet(name, (sheet) =>
        makeTable(sheet, "ProbeRef", [names, names.map((_, i) => i + 1)]).then(() => "ok"),
      );
      const sum = (reference: string) =>
        onSheet(name, async (sheet) => {
          sheet.getRange("J1").formulas = [[`=SUM(ProbeRef[${reference}])`]];
          return look(sheet, "J1", "values,formulas");
        });
      const answers: unknown[] = [];
      for (const one of names) {
        const escaped = one.replace(/['#@[\]]/g, "'$&");
        answers.push([one, await sum(escaped), await sum(`[${escaped}]`)]);
      }
      return answers;
    },
  },
  {
    id: "P24",
    asks: "the dependents of a table's column that is read by its name, on the same sheet and on another",
    run: (name) =>
      onSheet(name, async (sheet, context) => {
        await makeTable(sheet, "ProbeDep", [
          ["k", "v"],
          [1, 2],
          [3, 4],
        ]);
        sheet.getRange("H1").formulas = [["=SUM(ProbeDep[v])"]];
        const other = context.workbook.worksheets.add(`${name} b`);
        other.getRange("A1").formulas = [["=SUM(ProbeDep[v])"]];
        await context.sync();
        const dependents = (address: string) =>
          onSheet(name, async (same, inner) => {
            const found = same.getRange(address).getDirectDependents().load("addresses");
            await inner.sync();
            return [...found.addresses].sort();
          });
        const answers = [await dependents("C4:C5"), await dependents("C4")];
        other.delete();
        await context.sync();
        return answers;
      }),
  },
  {
    id: "P29",
    asks: "names that sheets and tables may not have: codes by which Excel refuses them",
    run: async (name) => {
      const sheetNamed = (wanted: string) =>
        attempt(async (context) => {
          const made = context.workbook.worksheets.add(wanted);
          await context.sync();
          made.delete();
          await context.sync();
        });
      await onSheet(name, (sheet) => makeTable(sheet, "ProbeNames", [["k"], [1]]).then(() => "ok"));
      const tableNamed = (wanted: string) =>
        onSheet(name, (sheet) => {
          sheet.tables.getItemAt(0).name = wanted;
        });
      const answers: Record<string, unknown> = {};
      for (const wanted of [name, name.toUpperCase(), "x".repeat(32), "a/b", "'a", "History", ""])
        answers[`sheet ${wanted}`] = await sheetNamed(wanted);
      for (const wanted of ["A1", "R1C1", "two words", "_ok", "客户", "C", "1st", "x".repeat(256)])
        answers[`table ${wanted.slice(0, 20)}`] = await tableNamed(wanted);
      return answers;
    },
  },
  {
    id: "P35",
    asks: "a column added to a table with cells on its right, and the last column deleted",
    run: async (name) => ({
      added: await onSheet(name, async (sheet, context) => {
        const table = await makeTable(sheet, "ProbeColumns", [["a"], [1]], "A1");
        put(sheet, [["right"], ["too"], ["below"]], "B1");
        await context.sync();
        table.columns.add(undefined, [["n"], [2]]);
        await context.sync();
        return look(sheet, "A1:C3", "values");
      }),
      last: await onSheet(name, async (sheet, context) => {
        const { columns } = await makeTable(sheet, "ProbeLast", [["a"], [1]], "F1");
        columns.getItemAt(0).delete();
        await context.sync();
      }),
    }),
  },
];
