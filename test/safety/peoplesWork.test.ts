import { finishRun } from "../../src/actions/finishRun";
import { readOwners } from "../../src/actions/owners/readOwners";
import { readState } from "../../src/actions/readState";
import { rollBackRun } from "../../src/actions/rollBackRun";
import { runPlan } from "../../src/actions/runPlan";
import { undoRun } from "../../src/actions/undo/undoRun";
import { failureData } from "../../src/failure";
import { inThread } from "../../src/engine/inThread";
import { answerWithin } from "../../src/workbook/inExcel";
import { clientPlan, when } from "../actions/clientBook";
import { openWithColleague, type Deed, type Disturbed } from "./colleague";
import { leftBehind } from "./killed";
import { firstRun, secondRun } from "./scenarios";
import { openTrial } from "./trial";
import type { Scenario } from "./everyRequest";

jest.setTimeout(900_000);

beforeAll(() => answerWithin(3_000));
afterAll(() => answerWithin(60_000));

const owners = (context: Excel.RequestContext): Excel.Table => context.workbook.tables.getItem("Tierbook_Owners");

/** A file whose segments have an owner each: their own id. */
async function filledIn(bytes: Uint8Array): Promise<Uint8Array> {
  const trial = await openTrial(bytes);
  await Excel.run(async (context) => {
    const body = owners(context).getDataBodyRange();
    body.getColumn(4).values = [["abc/a"], ["abc/b"], ["abc/c"]];
    await context.sync();
  });
  return trial.save();
}

/** All rows of the Owners table as texts, without the header. */
async function ownersNow(): Promise<readonly (readonly string[])[]> {
  return Excel.run(async (context) => {
    const body = owners(context).getDataBodyRange().load("values");
    await context.sync();
    return (body.values as unknown[][]).map((cells) => cells.map(String));
  });
}

/** How many requests a job takes when nobody disturbs it: deeds come at parts of that. */
async function requestsOf(bytes: Uint8Array, job: () => Promise<unknown>): Promise<number> {
  const book = await openWithColleague(bytes);
  await job();
  return book.requests();
}

/** The requests at these parts of all. */
const at = (all: number, ...parts: readonly number[]): readonly number[] => parts.map((part) => Math.round(part * all));

const typed =
  (row: number, column: number, text: string): Deed =>
  (context) => {
    owners(context).getDataBodyRange().getCell(row, column).values = [[text]];
  };

interface Case {
  readonly deed: Deed;
  /** What must stand in the table afterwards. */
  readonly stays: (rows: readonly (readonly string[])[]) => boolean;
}

const cases: readonly (readonly [string, Case])[] = [
  [
    "types an owner",
    {
      deed: typed(2, 4, "Grace Hopper"),
      stays: (rows) => rows.some(([id, , , , owner]) => id === "abc/c" && owner === "Grace Hopper"),
    },
  ],
  [
    "types an objective",
    {
      deed: typed(1, 6, "Win them back"),
      stays: (rows) => rows.some(([id, , , , , , objective]) => id === "abc/b" && objective === "Win them back"),
    },
  ],
  [
    "adds a row",
    {
      deed: (context) =>
        void owners(context).rows.add(0, [["", "", "Ours", "", "Lin", ...Array<string>(10).fill(""), "keep"]]),
      stays: (rows) => rows.some((cells) => cells.includes("Ours") && cells.includes("keep")),
    },
  ],
  [
    "deletes a row",
    {
      deed: (context) => owners(context).rows.getItemAt(0).delete(),
      stays: (rows) => rows.every(([id]) => id !== "abc/a"),
    },
  ],
  [
    "sorts the rows",
    {
      deed: (context) => owners(context).sort.apply([{ key: 0, ascending: false }]),
      stays: (rows) =>
        rows
          .map(([id]) => id)
          .join(" ")
          .includes("abc/c abc/b abc/a"),
    },
  ],
  [
    "adds a column",
    {
      deed: (context) => void owners(context).columns.add(4, [["Desk"], ["d1"], ["d2"], ["d3"]]),
      stays: (rows) => rows.some((cells) => cells.includes("d2")),
    },
  ],
  [
    "renames a header",
    {
      deed: (context) => {
        owners(context).getHeaderRowRange().getCell(0, 5).values = [["Stand-in"]];
      },
      stays: () => true,
    },
  ],
];

/** The owner of a segment stands beside its id, wherever its row and column are by now. */
function expectOwnRows(rows: readonly (readonly string[])[], where: unknown): void {
  const wrong = rows.filter(([id = "", ...cells]) => {
    const named = cells.filter((cell) => /^abc\/[abc]$/.test(cell));
    return named.some((owner) => owner !== id);
  });
  expect({ where, wrong }).toEqual({ where, wrong: [] });
  const ids = rows.map(([id]) => id).filter((id) => id !== "");
  expect({ where, twice: ids.length - new Set(ids).size }).toEqual({ where, twice: 0 });
}

describe("a colleague who, while a run is on its way,", () => {
  let scenario: Scenario;
  let bytes: Uint8Array;
  let all = 0;
  beforeAll(async () => {
    scenario = await secondRun();
    bytes = await filledIn(scenario.bytes);
    all = await requestsOf(bytes, scenario.run);
  });

  /** Nothing is written in the first third; of the other requests every so many. */
  const every = cases.length;

  test.each(cases)(
    "%s on the Owners sheet finds that afterwards, and every owner beside the own id",
    async (name, one) => {
      const ends = new Set<string>();
      const first = Math.round(all / 3) + cases.findIndex(([deed]) => deed === name);
      for (let n = first; ; n += every) {
        const book = await openWithColleague(bytes);
        book.disturb(n, one.deed);
        const end = await scenario.run().then(
          () => "done",
          (error: unknown) => failureData(error).code,
        );
        if (!book.happened()) break;
        ends.add(end);
        const rows = await ownersNow();
        expect({ n, end, stays: one.stays(rows) }).toEqual({ n, end, stays: true });
        expectOwnRows(rows, { n, end });
        expect((await readState()).unfinished).toBeNull();
      }
      expect([...ends].filter((end) => end !== "done" && end !== "rolled-back")).toEqual([]);
      expect(ends).toContain("done");
    },
  );

  test.each(cases)("%s and whose run meets an error finds it after the run is rolled back", async (_name, one) => {
    for (const n of at(all, 0.5, 0.7)) {
      const book = await openWithColleague(bytes);
      let left = 0;
      book.disturb(n, (context, opened) => {
        one.deed(context, opened);
        left = 1;
      });
      const end = await scenario.run(stopped(() => left > 0)).then(
        () => "done",
        (error: unknown) => failureData(error).code,
      );
      const rows = await ownersNow();
      expect({ n, end, stays: one.stays(rows) }).toEqual({
        n,
        end: book.happened() ? "cancelled" : "done",
        stays: true,
      });
      expectOwnRows(rows, { n, end });
      // Nothing of the run is left in rows that nobody touched.
      expect(rows.filter(([id]) => id === "abc/d")).toEqual([]);
      expect(rows.filter((cells) => cells.includes("Top"))).toEqual([]);
    }
  });

  test.each(["finish", "roll back"] as const)(
    "typed after it was killed keeps that when somebody chooses to %s",
    async (choice) => {
      let tried = 0;
      const files = await leftBehind(bytes, "after", () => scenario.run());
      for (const [n, file] of files.entries()) {
        if (n % 4 !== 0) continue;
        await openTrial(file);
        const { unfinished } = await readState();
        if (unfinished === null || (choice === "finish" ? !unfinished.canFinish : !unfinished.canRollBack)) continue;
        await Excel.run(async (context) => {
          const body = owners(context).getDataBodyRange();
          body.getCell(0, 4).values = [["Grace Hopper"]];
          body.getCell(1, 6).values = [["Win them back"]];
          await context.sync();
        });
        await (choice === "finish" ? finishRun() : rollBackRun());
        const rows = await ownersNow();
        expect([n, rows[0]?.[4], rows[1]?.[6]]).toEqual([n, "Grace Hopper", "Win them back"]);
        expect(rows.some(([id]) => id === "abc/d")).toBe(choice === "finish");
        tried++;
      }
      expect(tried).toBeGreaterThan(1);
    },
  );
});

/** A signal that is raised as soon as something holds. */
function stopped(when: () => boolean): AbortSignal {
  const controller = new AbortController();
  return new Proxy(controller.signal, {
    get: (signal, key) => (key === "aborted" ? when() : (Reflect.get(signal, key) as unknown)),
  });
}

describe("what people write on our other sheets while a run is on its way", () => {
  let scenario: Scenario;
  let all = 0;
  /** A blank cell of the Segments sheet that the run's report will take. */
  let grown = "";
  beforeAll(async () => {
    scenario = await secondRun();
    all = await requestsOf(scenario.bytes, scenario.run);
    const column = async (bytes: Uint8Array): Promise<readonly unknown[]> => {
      await openTrial(bytes);
      return Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Segments").getRange("A1:A60").load("values");
        await context.sync();
        return (range.values as unknown[][]).map(([content]) => content);
      });
    };
    const [before, after] = [await column(scenario.bytes), await column(scenario.after)];
    grown = `A${1 + before.findIndex((content, row) => content === "" && after[row] !== "")}`;
  });

  const cell = async (sheet: string, address: string): Promise<unknown> =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(sheet).getRange(address).load("values");
      await context.sync();
      return (range.values as unknown[][])[0]?.[0];
    });

  const write =
    (sheet: string, address: string, content: string | number): Deed =>
    (context) => {
      context.workbook.worksheets.getItem(sheet).getRange(address).values = [[content]];
    };

  async function disturbed(n: number, deed: Deed, signal?: (book: Disturbed) => AbortSignal): Promise<string> {
    const book = await openWithColleague(scenario.bytes);
    book.disturb(n, deed);
    return scenario.run(signal?.(book)).then(
      () => "done",
      (error: unknown) => failureData(error).code,
    );
  }

  test.each([
    ["a cut-off on the Policy sheet", "Policy", "D8", 0.77],
    ["a note in a cell where the report grows", "Segments", "", "Right below"],
    ["a note in a cell of the report", "Tierbook", "B8", "Customers of the north"],
  ])("stays when it is rolled back: %s", async (_what, sheet, where, content) => {
    const address = where === "" ? grown : where;
    for (const n of at(all, 0.46, 0.64)) {
      const end = await disturbed(n, write(sheet, address, content), (book) => stopped(book.happened));
      expect([n, end, await cell(sheet, address)]).toEqual([n, "cancelled", content]);
      expect((await readState()).unfinished).toBeNull();
    }
  });

  test("a note where the report grows stops the run before it is written over", async () => {
    const end = await disturbed(Math.round(0.41 * all), write("Segments", grown, "Right below"));
    expect([end, await cell("Segments", grown)]).toEqual(["rolled-back", "Right below"]);
  });

  test("a cut-off that somebody changed is told as theirs after a run that did not know it", async () => {
    const end = await disturbed(Math.round(0.49 * all), write("Policy", "D8", 0.6));
    expect([end, await cell("Policy", "D8")]).toEqual(["done", 0.6]);
    const { plan } = await readState();
    expect(plan?.segmentations[0]).toMatchObject({ cutoffs: [0.6, 0.7, 0.9] });
  });
});

test("an owner typed while a run is undone stays, whether the undoing ends or is stopped", async () => {
  const first = await openTrial((await secondRun()).after);
  const bytes = first.save();
  const options = { now: new Date("2026-12-03T08:00:00Z"), person: "Ada" };
  for (const n of at(await requestsOf(bytes, () => undoRun(options)), 0.35, 0.52)) {
    for (const stop of [false, true]) {
      const book = await openWithColleague(bytes);
      book.disturb(n, typed(1, 4, "Grace Hopper"));
      const end = await undoRun(stop ? { ...options, signal: stopped(book.happened) } : options).then(
        () => "done",
        (error: unknown) => failureData(error).code,
      );
      expect([n, end]).toEqual([n, stop ? "cancelled" : "done"]);
      const found = (await readOwners(when.now)).rows.find(({ id }) => id === "abc/b");
      expect([n, stop, found?.values.owner]).toEqual([n, stop, "Grace Hopper"]);
    }
  }
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
});

test("an owner typed on the new sheet of a first run that is rolled back stands there after the next run", async () => {
  const { bytes, run } = await firstRun();
  const all = await requestsOf(bytes, run);
  let tried = 0;
  for (let n = Math.round(all / 2); n < all && tried < 2; n += 3) {
    const book = await openWithColleague(bytes);
    const found: unknown[] = [];
    book.disturb(n, (context, { sheets }) => {
      found.push(...(sheets.find(({ name }) => name === "Owners")?.tables ?? []));
      if (found.length > 0) typed(1, 4, "Grace Hopper")(context, book.opened.book);
    });
    const end = await run(stopped(book.happened)).then(
      () => "done",
      (error: unknown) => failureData(error).code,
    );
    if (found.length === 0 || end === "done") continue;
    tried++;
    expect(book.opened.book.sheets.map(({ name }) => name)).not.toContain("Owners");
    await run();
    const row = (await readOwners(when.now)).rows.find(({ id }) => id === "abc/b");
    expect([n, row?.values.owner]).toEqual([n, "Grace Hopper"]);
  }
  expect(tried).toBeGreaterThan(0);
});

test("a colleague who deletes the Owners sheet while a run is on its way finds it made again by the next one", async () => {
  const { bytes, run } = await secondRun();
  const file = await filledIn(bytes);
  for (const n of at(await requestsOf(file, run), 0.49, 0.66)) {
    const book = await openWithColleague(file);
    book.disturb(n, (context) => context.workbook.worksheets.getItem("Owners").delete());
    const end = await run().then(
      () => "done",
      (error: unknown) => failureData(error).detail?.["reason"],
    );
    // At that very moment Excel itself says that the sheet is gone.
    expect(["table-changed", "workbook-changed"]).toContain(end);
    expect((await readState()).unfinished).toBeNull();
    await run();
    expect((await ownersNow()).map(([id]) => id)).toEqual(["abc/a", "abc/b", "abc/c", "abc/d"]);
  }
});
