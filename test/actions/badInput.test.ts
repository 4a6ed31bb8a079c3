import { addKeyColumn } from "../../src/actions/addKeyColumn";
import { inspectTable } from "../../src/actions/inspectTable";
import { readCustomers } from "../../src/actions/readCustomers";
import { runPlan } from "../../src/actions/runPlan";
import { findTables } from "../../src/actions/findTables";
import { inThread } from "../../src/engine/inThread";
import { failureData, type FailureCode } from "../../src/failure";
import type { Book } from "../../src/host/model/book";
import { rowAt } from "../../src/host/model/cells";
import type { ValueTierPlan } from "../../src/plan/defaultPlan";
import { openTestOffice } from "../host/openTestOffice";
import { snapshot } from "../safety/snapshot";
import { clientPlan, clientRows, openClients, tableId, when } from "./clientBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

type Prepare = (context: Excel.RequestContext, book: Book) => void;

/** A run that is refused changes nothing at all, not even in hidden sheets. */
async function refusal(prepare: Prepare, rows: typeof clientRows = clientRows, more: Partial<ValueTierPlan> = {}) {
  const { book } = await openClients({}, rows);
  const plan = await clientPlan(more);
  await Excel.run(async (context) => {
    prepare(context, book);
    await context.sync();
  });
  await settle();
  const before = JSON.stringify(snapshot(book));
  const sheets = book.sheets.length;
  const failure = await runPlan(plan, inThread, when).then(
    () => null,
    (error: unknown) => failureData(error),
  );
  expect(JSON.stringify(snapshot(book))).toBe(before);
  expect(book.sheets.length).toBe(sheets);
  return failure;
}

/** Brings formulas that nobody has asked for yet up to date. */
async function settle(): Promise<void> {
  await Excel.run(async (context) => {
    sheet(context).getUsedRange().load("values");
    await context.sync();
  });
}

const nothing: Prepare = () => undefined;
const sheet = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem("Clients");

describe("a run is refused before anything is written", () => {
  const cases: readonly (readonly [string, FailureCode, string | undefined, Prepare])[] = [
    ["a protected sheet", "sheet-protected", "Clients", (context) => sheet(context).protection.protect()],
    [
      "a protected structure",
      "structure-protected",
      undefined,
      (_, book) => {
        book.structureProtected = true;
      },
    ],
    [
      "a workbook opened read-only",
      "workbook-read-only",
      undefined,
      (_, book) => {
        book.readOnly = true;
      },
    ],
    [
      "a filtered table",
      "table-filtered",
      "Customers",
      (context) =>
        context.workbook.tables.getItem("Customers").columns.getItem("Region").filter.applyValuesFilter(["North"]),
    ],
    [
      "a value right of the table",
      "cells-in-the-way",
      "Clients!F7",
      (context) => {
        sheet(context).getRange("F7").values = [["mine"]];
      },
    ],
    [
      "a formula with an empty result right of the table",
      "cells-in-the-way",
      "Clients!F9",
      (context) => {
        sheet(context).getRange("F9").formulas = [['=""']];
      },
    ],
    [
      "merged cells right of the table",
      "merged-cells",
      undefined,
      (context) => sheet(context).getRange("F5:G5").merge(),
    ],
    [
      "a key column that was renamed",
      "missing-column",
      "Client ID",
      (context) => {
        sheet(context).getRange("B3").values = [["Number"]];
      },
    ],
    [
      "a value column that was renamed",
      "missing-column",
      "Outstanding",
      (context) => {
        sheet(context).getRange("D3").values = [["Balance"]];
      },
    ],
    [
      "two columns that look alike",
      "same-column-names",
      "Client ID",
      (context) => {
        sheet(context).getRange("E3").values = [["client  id"]];
      },
    ],
    [
      "a table without its header row",
      "no-header",
      "Customers",
      (context) => {
        context.workbook.tables.getItem("Customers").showHeaders = false;
      },
    ],
    [
      "a table that was deleted",
      "missing-table",
      "Customers",
      (context) => {
        context.workbook.worksheets.add("Others").tables.add("A1:B3", true);
        context.workbook.tables.getItem("Customers").delete();
      },
    ],
    [
      "a workbook without any table",
      "no-table",
      undefined,
      (context) => context.workbook.tables.getItem("Customers").delete(),
    ],
    [
      "a blank key",
      "blank-key",
      "Clients!B8",
      (context) => {
        sheet(context).getRange("B8").values = [[""]];
      },
    ],
    [
      "a key that stands twice, once as a number and once as text",
      "duplicate-key",
      "Clients!B5",
      (context) => {
        sheet(context).getRange("B5").values = [[7]];
        sheet(context).getRange("B9").values = [["'7"]];
      },
    ],
    [
      "an id of sixteen digits",
      "digits-lost",
      "Clients!B6",
      (context) => {
        sheet(context).getRange("B6").values = [[1234567890123456]];
      },
    ],
    [
      "values that are all zero",
      "no-positive-value",
      "Outstanding",
      (context) => {
        sheet(context).getRange("D4:D15").values = clientRows.map(() => [0]);
      },
    ],
  ];
  test.each(cases)("%s: %s", async (_what, code, subject, prepare) => {
    const failure = await refusal(prepare);
    expect(failure?.code).toBe(code);
    if (subject !== undefined) expect(failure?.subject).toBe(subject);
  });

  test("an empty table, as Excel keeps one: a single blank row", async () => {
    const failure = await refusal(nothing, [["", "", "", ""]]);
    expect(failure).toMatchObject({ code: "empty-table", subject: "Customers" });
  });
});

describe("a run goes on and lists what it could not classify", () => {
  const cells: readonly (readonly [string, string | number | boolean, string])[] = [
    ["an error value", "=1/0", "error"],
    ["typed text that looks like an error", "'#N/A", "text"],
    ["text", "about 90", "text"],
    ["a number as text", "'90", "text"],
    ["a space", "' ", "blank-text"],
    ["nothing", "", "blank"],
    ["TRUE", true, "logical"],
  ];
  test.each(cells)("%s in the value column", async (_what, content, reason) => {
    const { book } = await openClients();
    await Excel.run(async (context) => {
      sheet(context).getRange("D6").formulas = [[content]];
      await context.sync();
    });
    const { outcome } = await runPlan(await clientPlan(), inThread, when);
    const listed = outcome.segmentations[0]!.notClassified.find(({ row }) => row === 2);
    expect(listed).toMatchObject({ key: "C03", column: "Outstanding", reason });
    expect(book.sheets[0]!.rows.get(5)!.cells.get(5)!.value).toBe("Not classified");
    expect(outcome.segmentations[0]!.classified + outcome.segmentations[0]!.notClassified.length).toBe(12);
  });

  test.each([
    ["one customer", [["C1", "Only One", 5, "North"]]],
    [
      "values that are all equal",
      [
        ["C1", "One", 5, ""],
        ["C2", "Two", 5, ""],
        ["C3", "Three", 5, ""],
      ],
    ],
    [
      "zero and negative values beside a positive one",
      [
        ["C1", "One", 5, ""],
        ["C2", "Two", 0, ""],
        ["C3", "Three", -9, ""],
      ],
    ],
  ] as const)("%s", async (_what, rows) => {
    const { book } = await openClients({}, rows);
    const { outcome } = await runPlan(await clientPlan(), inThread, when);
    expect(outcome.segmentations[0]!.classified).toBe(rows.length);
    const labels = rows.map((_, row) => book.sheets[0]!.rows.get(3 + row)!.cells.get(5)!.value);
    expect(labels.every((label) => label === "A" || label === "B" || label === "C")).toBe(true);
  });
});

test("a user's own column of the wanted name is left alone, and ours gets a number", async () => {
  const { book } = await openClients();
  await Excel.run(async (context) => {
    sheet(context).getRange("E3").values = [["abc"]];
    await context.sync();
  });
  const first = await runPlan(await clientPlan(), inThread, when);
  expect(first.columns).toEqual([{ segmentation: "abc", name: "ABC (2)", renamed: true }]);
  expect(book.sheets[0]!.tables[0]!.columns.map(({ name }) => name)).toEqual([
    "Client ID",
    "Client",
    "Outstanding",
    "abc",
    "ABC (2)",
  ]);
  const again = await runPlan(await clientPlan(), inThread, when);
  expect(again.columns[0]!.name).toBe("ABC (2)");
  expect(book.sheets[0]!.tables[0]!.columns).toHaveLength(5);
});

test("sheets of the user's that have our names are left alone, and ours get numbers", async () => {
  const { book } = await openClients();
  await Excel.run(async (context) => {
    context.workbook.worksheets.add("SEGMENTS").getRange("A1").values = [["mine"]];
    await context.sync();
  });
  const { sheets } = await runPlan(await clientPlan(), inThread, when);
  expect(sheets.map(({ name }) => name)).toEqual(["Segments (2)", "Owners", "Policy", "Runs", "Tierbook"]);
  expect(book.sheets.find(({ name }) => name === "SEGMENTS")!.rows.size).toBe(1);
  await runPlan(await clientPlan(), inThread, when);
  expect(book.sheets.filter(({ visibility }) => visibility === "Visible")).toHaveLength(7);
});

test("cells where a report will newly stand are not overwritten", async () => {
  const { book } = await openClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Segments").getRange("A13").values = [["my note"]];
    await context.sync();
  });
  const before = JSON.stringify(snapshot(book));
  const tiers = ["a", "b", "c", "d", "e", "f"].map((id) => ({ id, name: id.toUpperCase() }));
  const wider = { ...plan, segmentations: [{ ...plan.segmentations[0]!, tiers, cutoffs: [0.5, 0.6, 0.7, 0.8, 0.9] }] };
  await expect(runPlan(wider, inThread, when)).rejects.toMatchObject({
    code: "cells-in-the-way",
    subject: "Segments!A13",
  });
  expect(JSON.stringify(snapshot(book))).toBe(before);
});

test("labels and names that look like formulas stay text, character by character", async () => {
  const { book } = await openClients();
  const names = ["=1+1", "+A1", "-x", "@SUM", "\tTAB", "＝1＋1", "'quoted", "2024-01-02", "007", "TRUE"];
  const tiers = names.map((name, i) => ({ id: `t${i}`, name }));
  const cutoffs = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
  const plan = await clientPlan();
  const rows = names.map((_, i) => [`K${i}`, `Client ${i}`, 10, "North"]);
  await openClients(
    {},
    rows.map((row, i) => [row[0]!, row[1]!, 10 + i / 100, row[3]!]),
  );
  const office = await openClients(
    {},
    rows.map((row, i) => [row[0]!, row[1]!, 10 + i / 100, row[3]!]),
  );
  await runPlan(
    { ...plan, segmentations: [{ ...plan.segmentations[0]!, name: "=Tier", tiers, cutoffs }] },
    inThread,
    when,
  );
  const clients = office.book.sheets[0]!;
  expect(clients.rows.get(2)!.cells.get(5)!.value).toBe("=Tier");
  const labels = names.map((_, row) => clients.rows.get(3 + row)!.cells.get(5)!);
  expect(labels.map(({ value }) => value).reverse()).toEqual(names);
  expect(labels.every(({ formula }) => formula === undefined)).toBe(true);
  const segments = office.book.sheets.find(({ name }) => name === "Segments")!;
  const shown = names.map((_, row) => segments.rows.get(7 + row)!.cells.get(0)!);
  expect(shown.map(({ value }) => value)).toEqual(names);
  expect(shown.every(({ formula }) => formula === undefined)).toBe(true);
  expect(book.sheets).toHaveLength(1);
});

test("a workbook without any table has none to offer", async () => {
  await openTestOffice();
  expect(await findTables()).toEqual([]);
});

test("a table without a key gets ids of our own once the user agrees", async () => {
  const { book } = await openClients({}, [
    ["", "Ann", 10, "North"],
    ["", "Ann", 20, "North"],
    ["", "Ann", 30, "South"],
  ]);
  const id = await tableId();
  expect((await inspectTable(id)).problems.map(({ kind }) => kind)).toContain("blank-keys");
  const added = await addKeyColumn(id, "zh");
  expect(added).toEqual({ name: "客户编号", rows: 3 });
  expect(book.sheets.map(({ name }) => name)).toEqual(["Clients", "_tierbook"]);
  const customers = await readCustomers({ ...(await clientPlan()), keyColumn: "客户编号" });
  expect(customers.table.columns[0]!.texts).toEqual(["TB0001", "TB0002", "TB0003"]);
  const next = await runPlan(await clientPlan({ keyColumn: "客户编号" }), inThread, when);
  expect(next.record.rows).toBe(3);
});

test("an empty table is said to be empty, and its one blank row gets no id", async () => {
  const { book } = await openClients({}, [["", "", "", ""]]);
  expect(await findTables()).toMatchObject([{ name: "Customers", reason: "empty", likely: false }]);
  const before = JSON.stringify(snapshot(book));
  await expect(addKeyColumn(await tableId(), "en")).rejects.toMatchObject({
    code: "empty-table",
    subject: "Customers",
  });
  expect(JSON.stringify(snapshot(book))).toBe(before);
});

test("an id column with a repeat and a gap is still taken for one, and both are counted with their cells", async () => {
  await openClients();
  await Excel.run(async (context) => {
    sheet(context).getRange("B6").values = [["C01"]];
    sheet(context).getRange("B8").values = [[""]];
    await context.sync();
  });
  const { columns, keyCandidates, problems } = await inspectTable(await tableId());
  expect(columns[0]).toMatchObject({ name: "Client ID", looksLike: "key", unique: false });
  expect(keyCandidates).not.toContain("Client ID");
  expect(problems).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: "duplicate-keys", count: 2, cells: ["Clients!B4", "Clients!B6"] }),
      expect.objectContaining({ kind: "blank-keys", count: 1, cells: ["Clients!B8"] }),
    ]),
  );
});

test("amounts and dates that all differ are not taken for a key; whole numbers that number the customers are", async () => {
  const regions = ["North", "South", "East"];
  await openClients(
    {},
    regions.flatMap((region, i) => [
      [region, region, 90.5 - i, region],
      [region, region, 7.25 + i, region],
    ]),
  );
  expect(await inspectTable(await tableId())).toMatchObject({
    keyCandidates: [],
    problems: expect.arrayContaining([expect.objectContaining({ kind: "no-key-column" })]) as unknown,
  });
  const fill = async (header: string, numberFormat: string, numbers: readonly number[]): Promise<readonly string[]> => {
    await Excel.run(async (context) => {
      sheet(context).getRange("C3").values = [[header]];
      sheet(context).getRange("C4:C9").values = numbers.map((number) => [number]);
      sheet(context).getRange("C4:C9").numberFormat = numbers.map(() => [numberFormat]);
      await context.sync();
    });
    return (await inspectTable(await tableId())).keyCandidates;
  };
  const numbers = [46001, 46002, 46003, 46004, 46005, 46006];
  expect(await fill("Opened", "yyyy-mm-dd", numbers)).toEqual([]);
  expect(await fill("Credit limit", "General", numbers)).toEqual([]);
  expect(await fill("Member", "General", numbers)).toEqual(["Member"]);
});

test("what Excel misplaces in a filtered range is caught when it is read back", async () => {
  let book: Book | null = null;
  const filterStaging = (): null => {
    const staging = book?.sheets.find(({ name }) => name === "_tierbook_staging");
    if (staging?.filter !== null) return null;
    const area = { row: 0, column: 0, rows: 13, columns: 2 };
    staging.filter = { area, criteria: new Map([[0, { filterOn: "Values", values: ["C01"] }]]) };
    for (const row of [2, 3, 5]) rowAt(staging, row).filtered = true;
    return null;
  };
  const office = await openClients({ profile: { misplaceInFilteredRange: true }, fault: filterStaging });
  const plan = await clientPlan();
  const before = JSON.stringify(snapshot(office.book));
  book = office.book;
  const failure = await runPlan(plan, inThread, when).then(() => null, failureData);
  expect(failure).toMatchObject({ code: "rolled-back", subject: expect.stringContaining("_tierbook_staging!B") });
  expect(JSON.stringify(snapshot(office.book))).toBe(before);
});
