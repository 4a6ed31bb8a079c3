import { columnReaders, type ColumnReader } from "../../src/workbook/columnReaders";
import type { SheetDoc } from "../../src/reports/sheetDoc";
import { readerText } from "../../src/text/readerText";
import { inExcel } from "../../src/workbook/inExcel";
import { tableFacts } from "../../src/workbook/tableFacts";
import { createHost, type Host } from "../../src/host/host";
import { newBook } from "../../src/host/model/newBook";
import { openOffice } from "../../src/host/transports/officeInNode";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(60_000);

type Put = (workbook: Excel.Workbook) => void;

async function put(make: Put): Promise<void> {
  await Excel.run(async (context) => {
    make(context.workbook);
    await context.sync();
  });
}

/** A table of customers, Clients!B3:G9, whose last column is By region. */
async function openTable(host = createHost(newBook())): Promise<Host> {
  Object.assign(globalThis, await openOffice(host), {
    Office: { context: { requirements: { isSetSupported: () => true } } },
  });
  await put(({ worksheets }) => {
    const sheet = worksheets.add("Clients");
    const cells = sheet.getRange("B3:G9");
    const headers = ["Client ID", "Client", "Outstanding", "Region", "ABC", "By region"];
    cells.values = [
      headers,
      ...Array.from({ length: 6 }, (_, i) => [`C${i}`, `Client ${i}`, i, "North", "A", "North"]),
    ];
    sheet.tables.add("B3:G9", true).name = "Customers";
  });
  return host;
}

/** A report of ours on the sheet Report: what stands in B3 is Tierbook's. */
const report: SheetDoc = {
  id: "segments",
  name: "Report",
  blocks: [{ kind: "text", id: "title", row: 2, column: 1, style: "title", cell: { formula: "=1" } }],
  widths: {},
  frozenRows: 0,
};

function readersOf(...columns: readonly number[]): Promise<readonly (ColumnReader | null)[]> {
  return inExcel("workbook", async (session) => {
    const facts = await tableFacts(session, { id: "", name: "Customers" });
    return columnReaders(session, facts, columns, new Map([["Report", report]]));
  });
}

const clients = (workbook: Excel.Workbook): Excel.Worksheet => workbook.worksheets.getItem("Clients");

/** Data on a sheet of the user's own, and a chart of some cells. */
function chartOver(address: string, type: Excel.ChartType | "ColumnClustered" | "XYScatter" = "ColumnClustered"): Put {
  return (workbook) => {
    const own = workbook.worksheets.add("Own");
    const chart = own.charts.add(type, clients(workbook).getRange("D4:D9"), "Columns");
    chart.name = "Mine";
    chart.series.getItemAt(0).setXAxisValues(clients(workbook).getRange(address));
  };
}

function formatted(address: string, formula: string, on = clients): Put {
  return (workbook) => {
    on(workbook).getRange(address).conditionalFormats.add("Custom").custom.rule.formula = formula;
  };
}

function validated(address: string, source: string, on = clients): Put {
  return (workbook) => {
    on(workbook).getRange(address).dataValidation.rule = { list: { inCellDropDown: true, source } };
  };
}

const own = (workbook: Excel.Workbook): Excel.Worksheet => workbook.worksheets.add("Own");

const readers: readonly (readonly [string, string, string, Put])[] = [
  ["a conditional format of the customers' rows", "format", "Clients!B4:E9", formatted("B4:E9", '=$G4="North"')],
  ["a relative one, of cells left of it alone", "format", "Clients!A4:B9", formatted("A4:B9", '=F4="North"')],
  ["one on another sheet", "format", "Own!A1:A9", formatted("A1:A9", "=COUNTIF(Clients!$G$4:$G$9,A1)>0", own)],
  [
    "one by the value of a cell",
    "format",
    "Own!C1:C3",
    (workbook) => {
      const format = own(workbook).getRange("C1:C3").conditionalFormats.add("CellValue");
      format.cellValue.rule = { operator: "EqualTo", formula1: "=Clients!$G$4" };
    },
  ],
  [
    "a scale of colours",
    "format",
    "Own!C1:C3",
    (workbook) => {
      const format = own(workbook).getRange("C1:C3").conditionalFormats.add("ColorScale");
      format.colorScale.criteria = {
        minimum: { type: "LowestValue", color: "#FFFFFF" },
        maximum: { type: "Formula", formula: "=Clients!$G$4", color: "#FF0000" },
      };
    },
  ],
  ["a list of choices", "validation", "Own!B2:B9", validated("B2:B9", "=Clients!$G$4:$G$9", own)],
  ["a list of choices by name", "validation", "Own!B2", validated("B2", '=INDIRECT("Customers[By region]")', own)],
  [
    "one among others in the cells beside it",
    "validation",
    "Own!C4:C5",
    (workbook) => {
      const sheet = own(workbook);
      validated("B2:B9", "Yes,No", () => sheet)(workbook);
      validated("C2:C9", "1,2", () => sheet)(workbook);
      validated("C3:C5", "=Clients!$G$4:$G$9", () => sheet)(workbook);
    },
  ],
  [
    "a rule with a formula",
    "validation",
    "Clients!D4:D9",
    (workbook) => {
      clients(workbook).getRange("D4:D9").dataValidation.rule = { custom: { formula: '=$G4<>""' } };
    },
  ],
  ["a chart's categories", "chart", "Own: Mine", chartOver("G4:G9")],
  ["a chart of points", "chart", "Own: Mine", chartOver("G4:G9", "XYScatter")],
  [
    "a name of a sheet",
    "name",
    "Own!Regions",
    (workbook) => void own(workbook).names.add("Regions", "=Customers[By region]"),
  ],
  [
    "a formula beside a report of ours",
    "formula",
    "Report!C9",
    (workbook) => {
      workbook.worksheets.add("Report").getRange("C9").formulas = [['=COUNTIF(Customers[By region],"North")']];
    },
  ],
  [
    "a formula over several sheets",
    "formula",
    "Own!A1",
    (workbook) => {
      own(workbook).getRange("A1").formulas = [["=COUNTA('Clients:Own'!G4)"]];
    },
  ],
];

test.each(readers)("%s reads the column that it names", async (_what, kind, where, make) => {
  const host = await openTable();
  await put(make);
  expect(await readersOf(5)).toEqual([{ kind, where, unknown: false }]);
  expect(host.missing).toEqual([]);
});

const elsewhere: readonly (readonly [string, Put])[] = [
  ["a conditional format of the column alone", formatted("G4:G9", '=G4="North"')],
  ["one of more cells, each by its own content", formatted("F4:H9", '=F4="North"')],
  ["one that reads the column beside it", formatted("B4:E9", '=$F4="A"')],
  ["choices in the column itself", validated("G4:G9", "=$G$4:$G$9")],
  ["choices from another column", validated("J4:J9", "=Clients!$E$4:$E$9")],
  ["choices that are typed", validated("J4:J9", "G4,By region")],
  ["a chart of other columns", chartOver("E4:E9")],
  ["a name of a sheet for other cells", (workbook) => void own(workbook).names.add("Regions", "=Customers[Region]")],
  ["a cell of another sheet", (workbook) => void (own(workbook).getRange("A1").formulas = [["=Own!G4"]])],
];

test.each(elsewhere)("%s does not read it", async (_what, make) => {
  const host = await openTable();
  await put(make);
  expect(await readersOf(5)).toEqual([null]);
  expect(host.missing).toEqual([]);
});

test("what Excel does not tell may read the column, and the message says what nobody knows", async () => {
  await openTable();
  await put(chartOver("E4:E9"));
  const isSetSupported = (_: string, version = "1.1"): boolean => Number(version.slice(2)) < 15;
  Object.assign(Office.context, { requirements: { isSetSupported } });
  const [reader] = await readersOf(5);
  expect(reader).toEqual({ kind: "chart", where: "Own: Mine", unknown: true });
  expect(reader && readerText("en", reader)).toBe(
    "this Excel does not tell what the chart Own: Mine shows: delete the column if nothing of yours needs it",
  );
  expect(reader && readerText("zh", reader)).toContain("图表 Own: Mine");
});

test("what Excel refuses to tell is asked apart, and may read the column; what it tells is known all the same", async () => {
  let refuses = false;
  const host = createHost(newBook(), { fault: () => (refuses ? { when: "before", then: "error" } : null) });
  await openTable(
    Object.create(host, {
      processQuery: {
        value: (body: Parameters<Host["processQuery"]>[0]) => {
          refuses = JSON.stringify(body).includes("GetSpecialCells");
          return host.processQuery(body);
        },
      },
    }) as Host,
  );
  await put(formatted("B4:E9", '=$F4="A"'));
  expect(await readersOf(4, 5)).toEqual([
    { kind: "format", where: "Clients!B4:E9", unknown: false },
    { kind: "validation", where: expect.any(String) as string, unknown: true },
  ]);
});

test("columns and sheets are asked about together, in a handful of requests", async () => {
  const host = await openTable();
  await put(formatted("B4:E9", '=$G4="A"'));
  await put((workbook) => {
    for (let i = 0; i < 30; i++) workbook.worksheets.add(`Own ${i}`).getRange("A1").formulas = [["=1+1"]];
    validated("B2:B9", "Yes,No", () => workbook.worksheets.getItem("Own 5"))(workbook);
  });
  const before = host.requests;
  await readersOf(2, 3, 4, 5);
  // Two of them look at the table.
  expect(host.requests - before).toBeLessThanOrEqual(6);
});
