import { finishRun } from "../../src/actions/finishRun";
import { readState } from "../../src/actions/readState";
import { inspectStorage } from "../../src/actions/recovery/inspectStorage";
import { repairStorage } from "../../src/actions/recovery/repairStorage";
import { rollBackRun } from "../../src/actions/rollBackRun";
import { readXlsx } from "../../src/host/xlsx/readXlsx";
import { writeXlsx } from "../../src/host/xlsx/writeXlsx";
import { leftBehind } from "./killed";
import { firstRun, secondRun } from "./scenarios";
import { contents } from "./snapshot";
import { expectEnds, inTurn } from "./sweep";
import { openTrial, reopened } from "./trial";

jest.setTimeout(900_000);

/**
 * What Ctrl+Z leaves of a complete run, pressed until the workbook is as it was after one of its requests: cells and tables
 * are as they were then, a sheet that the run deleted stays deleted, and custom XML and settings stay what they became.
 * [I] office-js#6415
 */
function undoneTo(then: Uint8Array, complete: Uint8Array): Uint8Array {
  const [opened, { book: now }] = [readXlsx(then), readXlsx(complete)];
  const { book } = opened;
  for (const { name } of [...book.sheets]) {
    if (now.sheets.some((sheet) => sheet.name === name)) continue;
    const [gone] = book.sheets.splice(
      book.sheets.findIndex((sheet) => sheet.name === name),
      1,
    );
    book.names.splice(0, Infinity, ...book.names.filter(({ sheetId }) => sheetId !== gone?.id));
  }
  book.customXmlParts.splice(0, Infinity, ...now.customXmlParts);
  book.settings.clear();
  for (const [key, value] of now.settings) book.settings.set(key, value);
  return writeXlsx(opened);
}

test.each([
  ["a first run", firstRun],
  ["a second run", secondRun],
] as const)("%s that Ctrl+Z took half away is told and can be put right", async (name, make) => {
  const scenario = await make();
  const sweep = inTurn(`Ctrl+Z after ${name}`);
  const [before, after] = [contents(scenario.old), contents(await reopened(scenario.after))];
  const ends: string[] = [];
  for (const [n, then] of (await leftBehind(scenario.bytes, "after", () => scenario.run())).entries()) {
    if (n % sweep.step !== sweep.first) continue;
    const file = undoneTo(then, scenario.after);
    const trial = await openTrial(file);
    const { unfinished } = await readState();
    if (unfinished === null) {
      const report = await inspectStorage();
      const book = contents(await trial.look());
      expect({ n, book: [before, after].map((one) => JSON.stringify(one)).includes(JSON.stringify(book)) }).toEqual({
        n,
        book: true,
      });
      // Where no store is left the next run makes it again, and the pane offers no repair.
      const mends = report?.findings.some(({ kind }) => kind !== "store-missing") ?? false;
      if (mends) await repairStorage();
      ends.push("whole");
    } else {
      expect({ n, unfinished: unfinished.canRollBack || unfinished.canFinish }).toEqual({ n, unfinished: true });
      await (unfinished.canRollBack ? rollBackRun() : finishRun());
      expect({ n, book: contents(await trial.look()) }).toEqual({ n, book: unfinished.canRollBack ? before : after });
      ends.push(unfinished.canRollBack ? "rolled back" : "finished");
    }
    expect((await readState()).unfinished).toBeNull();
  }
  expectEnds([...new Set(ends)].sort(), ["rolled back", "whole"], sweep);
});

/** All of it taken away but the sheets that the run added, which Excel leaves empty. */
function undoneWhole(before: Uint8Array, complete: Uint8Array): Uint8Array {
  const opened = readXlsx(undoneTo(before, complete));
  for (const sheet of readXlsx(complete).book.sheets) {
    if (opened.book.sheets.some(({ name }) => name === sheet.name)) continue;
    opened.book.sheets.push({ ...sheet, rows: new Map(), tables: [], charts: [], hyperlinks: new Map(), merges: [] });
  }
  return writeXlsx(opened);
}

test("a first run that Ctrl+Z took away but for its empty sheets can be run again", async () => {
  const scenario = await firstRun();
  const trial = await openTrial(undoneWhole(scenario.bytes, scenario.after));
  expect((await readState()).unfinished).toBeNull();
  await inspectStorage();
  await scenario.run();
  expect((await readState()).unfinished).toBeNull();
  const cells = (book: unknown): string => JSON.stringify(contents(book));
  const { sheets } = (await trial.look()) as unknown as { sheets: { name: string; cells: Record<string, unknown> }[] };
  const labelled = sheets.find(({ name }) => name === "Clients");
  expect(cells({ sheets: [labelled] })).toEqual(
    cells({ sheets: (scenario.new as { sheets: { name: string }[] }).sheets.filter(({ name }) => name === "Clients") }),
  );
});
