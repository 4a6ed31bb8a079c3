import { finishRun } from "../../src/actions/finishRun";
import { readState } from "../../src/actions/readState";
import { rollBackRun } from "../../src/actions/rollBackRun";
import { runPlan } from "../../src/actions/runPlan";
import { undoRun } from "../../src/actions/undo/undoRun";
import { inThread } from "../../src/engine/inThread";
import { failureData } from "../../src/failure";
import type { Plan } from "../../src/plan/plan";
import type { Segmentation } from "../../src/segmentations/plans";
import { clientPlan, fillClients, when } from "../actions/clientBook";
import { openWithColleague, type Deed } from "./colleague";
import { killsAtEvery, undisturbed } from "./everyRequest";
import { leftBehind } from "./killed";
import { inTurn } from "./sweep";
import { openTrial } from "./trial";

jest.setTimeout(900_000);

const later = { now: new Date("2026-12-01T08:00:00Z"), person: "Grace" };
const undoing = { now: new Date("2026-12-02T10:00:00Z"), person: "Linus" };
const data = ["Client ID", "Client", "Outstanding", "Region"];

const clients = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem("Clients");
const customers = (context: Excel.RequestContext): Excel.Table => context.workbook.tables.getItem("Customers");

const planByName = async (): Promise<Plan> => ({ ...(await clientPlan()), table: { id: "", name: "Customers" } });

const regions: Segmentation = {
  method: "groups",
  id: "region",
  name: "By region",
  column: "Region",
  valueColumn: "Outstanding",
  groups: ["North", "South"].map((value) => ({ value, name: value })),
};

/** Contents of some cells, and the fill that all of them have. */
async function cells(address: string): Promise<{ formulas: unknown[][]; fill: string }> {
  return Excel.run(async (context) => {
    const range = clients(context).getRange(address).load("formulas,format/fill/color");
    await context.sync();
    return { formulas: range.formulas as unknown[][], fill: range.format.fill.color };
  });
}

async function headers(): Promise<string[]> {
  return Excel.run(async (context) => {
    const columns = customers(context).columns.load("items/name");
    await context.sync();
    return columns.items.map(({ name }) => name);
  });
}

/** A workbook whose next run is its first. */
async function beforeFirst(): Promise<Uint8Array> {
  const trial = await openTrial(null);
  await fillClients();
  return trial.save();
}

const ended = (work: Promise<unknown>): Promise<{ code: string; reason?: unknown; subject?: string | undefined }> =>
  work.then(
    () => ({ code: "done" }),
    (error: unknown) => {
      const { code, detail, subject } = failureData(error);
      return { code, reason: detail?.["reason"] ?? code, subject };
    },
  );

describe("what a colleague puts right of the table while a first run is on its way", () => {
  const types: Deed = (context) => {
    clients(context).getRange("F7").values = [["call back in May"]];
  };
  const calculates: Deed = (context) => {
    clients(context).getRange("F7").formulas = [["=A1&D7*2"]];
    clients(context).getRange("F7").format.fill.color = "#FFFF00";
  };
  const paints: Deed = (context) => {
    clients(context).getRange("F7").format.fill.color = "#FFFF00";
  };

  test.each([
    ["a text", types, 3, "call back in May", "#FFFFFF"],
    ["a formula", calculates, 7, "=A1&D7*2", "#FFFF00"],
    ["a fill", paints, 9, null, "#FFFF00"],
  ] as const)("stays in its cell: %s", async (_what, deed, every, content, fill) => {
    const bytes = await beforeFirst();
    const ends = new Set<string>();
    // Whether all goes well, or Excel fails once the labels are in the table.
    for (const strike of [null, 60]) {
      for (let n = 1; ; n += every) {
        let left = Infinity;
        const fault = (): { when: "before"; then: "error" } | null =>
          left-- === 0 ? { when: "before", then: "error" } : null;
        const book = await openWithColleague(bytes, { fault });
        const plan = await planByName();
        left = strike ?? Infinity;
        book.disturb(n, deed);
        const end = await ended(runPlan(plan, inThread, when));
        left = Infinity;
        if (!book.happened()) break;
        // Whoever paints a label has painted what goes with it.
        if (content === null && end.code !== "done" && n > 38) break;
        const found = await cells("F7");
        if (content !== null) expect({ n, end, found: found.formulas }).toEqual({ n, end, found: [[content]] });
        expect({ n, end, fill: found.fill }).toEqual({ n, end, fill });
        ends.add(end.code);
        if (end.code === "done") continue;
        expect({ n, headers: await headers() }).toEqual({ n, headers: data });
        if (content !== null && strike === null)
          expect({ n, end }).toMatchObject({ n, end: { subject: "Clients!F7" } });
        expect((await cells("F3:F6")).formulas.flat().join("")).toBe("");
      }
    }
    expect([...ends]).toEqual(expect.arrayContaining(["done", "rolled-back"]));
  });

  test("is found by whoever finishes a run that was killed, and stays when it is rolled back instead", async () => {
    const bytes = await beforeFirst();
    const files = await leftBehind(bytes, "half", async () => runPlan(await planByName(), inThread, when));
    const ends = new Set<string>();
    for (const file of files) {
      const finishing = await openWithColleague(file);
      await finishing.act(types);
      const end = await ended(finishRun());
      ends.add(end.code);
      expect({ end, found: (await cells("F7")).formulas }).toEqual({ end, found: [["call back in May"]] });
      const rolling = await openWithColleague(file);
      await rolling.act(types);
      // Killed before its run began, or once it was complete, a file has nothing to roll back.
      const { unfinished } = await readState();
      const standing = await headers();
      await rollBackRun();
      expect((await cells("F7")).formulas).toEqual([["call back in May"]]);
      expect(await headers()).toEqual(unfinished ? data : standing);
    }
    // None is finished over it, whether the column is still to come or stands; nor where there is nothing to finish.
    expect([...ends].sort()).toEqual(["cells-in-the-way", "run-unfinished"]);
  });
});

describe("a column that a colleague adds to the table while a run is on its way", () => {
  const mine = Array.from({ length: 12 }, (_, i) => [`mine ${i}`]);
  const adds =
    (name: string): Deed =>
    (context) => {
      customers(context).columns.add(undefined, [[name], ...mine]);
    };

  /** Whether the column is whole, and still one of the table's. */
  async function expectWhole(what: unknown, inTable = true): Promise<void> {
    const found = await Excel.run(async (context) => {
      const used = clients(context).getUsedRange(true).load("values");
      const body = customers(context).getDataBodyRange().load("values");
      await context.sync();
      const [row = []] = (used.values as unknown[][]).filter((cells) => cells.includes("mine 0"));
      const column = (used.values as unknown[][]).map((cells) => cells[row.indexOf("mine 0")]);
      return { cells: column.filter((cell) => String(cell).startsWith("mine")), table: JSON.stringify(body.values) };
    });
    expect({ what, cells: found.cells }).toEqual({ what, cells: mine.flat() });
    if (inTable)
      expect({ what, table: found.table }).toEqual({ what, table: expect.stringContaining("mine 0") as string });
  }

  test.each([
    ["without a name", "", 4],
    ["that a German Excel named", "Spalte1", 7],
    ["that a French Excel named", "Colonne1", 11],
    ["of the name of a label column", "ABC", 5],
  ])("keeps its cells and its place: %s", async (_what, name, every) => {
    const bytes = await beforeFirst();
    const besides: number[] = [];
    for (const strike of [null, 60]) {
      // Of a column named as ours each request that puts the run back.
      for (let n = 3; ; n += strike !== null && n >= strike && name === "ABC" ? 1 : every) {
        let left = Infinity;
        const fault = (): { when: "before"; then: "error" } | null =>
          left-- === 0 ? { when: "before", then: "error" } : null;
        const book = await openWithColleague(bytes, { fault });
        const plan = await planByName();
        left = strike ?? Infinity;
        book.disturb(n, adds(name));
        const end = await ended(runPlan(plan, inThread, when));
        left = Infinity;
        if (!book.happened()) break;
        // Added while the run is put back, it may stand beside the table; its cells are whole.
        await expectWhole({ n, end, strike }, strike === null || n < strike);
        if (end.code === "done") continue;
        const found = await headers();
        // In the one request that narrows the table nothing can be looked at before.
        if (strike !== null && n >= strike && found.length === data.length) besides.push(n);
        else {
          const theirs = expect.stringMatching(`^${name || "Column"}`) as string;
          expect({ n, strike, found }).toEqual({ n, strike, found: [...data, theirs] });
        }
      }
    }
    expect(besides.length).toBeLessThanOrEqual(1);
  });

  test("stays when a run that was killed is finished or rolled back", async () => {
    const bytes = await beforeFirst();
    const files = await leftBehind(bytes, "half", async () => runPlan(await planByName(), inThread, when));
    for (const [n, file] of files.entries()) {
      for (const work of [() => finishRun(), () => rollBackRun()]) {
        const book = await openWithColleague(file);
        await book.act(adds(""));
        const end = await ended(work());
        await expectWhole({ n, end });
      }
    }
  });
});

describe("cells beside the table, when a run replaces one segmentation by another,", () => {
  /** Notes from above the table to below it, formulas that read them, and looks of several kinds. */
  async function withNotes(): Promise<Uint8Array> {
    const trial = await openTrial(null);
    await fillClients();
    await Excel.run(async (context) => {
      const sheet = clients(context);
      sheet.getRange("I2:J17").formulas = Array.from({ length: 16 }, (_, i) => [`limit ${i + 2}`, i + 2]);
      sheet.getRange("L2:L4").formulas = [["=SUM(J2:J17)"], ["=J5*2"], ["=SUM(I5:J5)"]];
      sheet.getRange("J6").format.fill.color = "#FFFF00";
      sheet.getRange("J4:J15").dataValidation.rule = { wholeNumber: { formula1: 0, operator: "GreaterThan" } };
      sheet.getRange("J4:J15").conditionalFormats.add("ColorScale").colorScale.criteria = {
        minimum: { type: "LowestValue", color: "#FFFFFF" },
        maximum: { type: "HighestValue", color: "#6BACE6" },
      };
      sheet.getRange("L8:M9").merge();
      sheet.getRange("L8").values = [["Agreed with Grace"]];
      await context.sync();
    });
    const plan = await planByName();
    await runPlan(
      { ...plan, segmentations: [...plan.segmentations, { ...regions, id: "r2", name: "Middle" }] },
      inThread,
      when,
    );
    return trial.save();
  }
  const replaced = async (): Promise<unknown> => {
    const plan = await planByName();
    const last: Segmentation = { ...regions, id: "r2", name: "Middle" };
    return runPlan({ ...plan, segmentations: [regions, last] }, inThread, later);
  };

  /** Everything of the sheet right of the label columns. */
  async function beside(bytes: Uint8Array): Promise<unknown> {
    const { opened } = await openTrial(bytes);
    const sheet = opened.book.sheets.find(({ name }) => name === "Clients")!;
    const styleOf = (index: number): unknown => ({ ...opened.book.styles[index], base: null });
    const found = [...sheet.rows].flatMap(([row, { cells: all }]) =>
      [...all]
        .filter(([column, { value, formula, style }]) => column >= 8 && (value !== null || formula || style > 0))
        .map(([column, { value, formula, style }]) => [row, column, value, formula ?? null, styleOf(style)]),
    );
    const rules = sheet.conditionalFormats.map(({ id: _, ...rule }) => rule);
    return JSON.parse(JSON.stringify([found.sort(), sheet.merges, sheet.validations, rules])) as unknown;
  }

  test("stay where they are, as do those that an undoing comes past", async () => {
    const bytes = await withNotes();
    const before = await beside(bytes);
    const trial = await openTrial(bytes);
    await replaced();
    expect(await headers()).toEqual([...data, "Middle", "By region"]);
    const after = trial.save();
    await undoRun(undoing);
    expect((await headers()).slice(0, 4)).toEqual(data);
    const undone = trial.save();
    expect(await beside(after)).toEqual(before);
    expect(await beside(undone)).toEqual(before);
  });

  test("stay when the process is killed half way through any request", async () => {
    await killsAtEvery(await undisturbed(await withNotes(), replaced), inTurn("beside"), "half");
  });
});
