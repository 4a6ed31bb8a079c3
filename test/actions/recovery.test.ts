import { assignOwner } from "../../src/actions/owners/assignOwner";
import { inspectStorage } from "../../src/actions/recovery/inspectStorage";
import { beginHistory, repairStorage } from "../../src/actions/recovery/repairStorage";
import { plannedChanges } from "../../src/actions/changes/plannedChanges";
import { previewPlan } from "../../src/actions/previewPlan";
import { readState } from "../../src/actions/readState";
import { rollBackRun } from "../../src/actions/rollBackRun";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import type { Book, Sheet } from "../../src/host/model/book";
import type { Plan } from "../../src/plan/plan";
import { planNamespace } from "../../src/workbook/backup";
import { sha256 } from "../../src/workbook/sha256";
import { snapshot } from "../safety/snapshot";
import { clientPlan, openClients, when } from "./clientBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(240_000);

const later = { ...when, now: new Date("2026-12-01T08:00:00Z") };

/** Two runs, so that there is an earlier revision, and an owner. */
async function twoRuns(): Promise<{ readonly book: Book; readonly plan: Plan }> {
  const { book, host } = await openClients();
  const first = await clientPlan();
  await runPlan(first, inThread, when);
  const plan = { ...first, dataDate: "2026-11-30" };
  await runPlan(plan, inThread, later);
  await assignOwner({ segment: "abc/a", field: "owner", before: "", value: "Grace" }, { by: "Ada", at: "2026-12-02" });
  expect(host.missing).toEqual([]);
  return { book, plan };
}

const sheetOf = (book: Book, name: string): Sheet => book.sheets.find((sheet) => sheet.name === name)!;

function deleteSheet(name: string): Promise<void> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.visibility = "Visible";
    sheet.delete();
    await context.sync();
  });
}

/** The rows of the store's texts of a name. */
function textsOf(book: Book, name: string) {
  return [...sheetOf(book, "_tierbook").rows.values()].filter(({ cells }) => cells.get(0)?.value === name);
}

const losses: Readonly<Record<string, (book: Book) => Promise<void> | void>> = {
  "the hidden sheet is deleted": () => deleteSheet("_tierbook"),
  "the hidden sheet is renamed": (book) => {
    sheetOf(book, "_tierbook").name = "Old";
  },
  "the directory is overtyped": (book) => {
    sheetOf(book, "_tierbook").rows.get(0)!.cells.set(0, { value: "oops", style: 0 });
  },
  "the directory is cleared": (book) => {
    sheetOf(book, "_tierbook").rows.get(0)!.cells.delete(0);
  },
  "the newest plan's text is cut": (book) => {
    const cell = textsOf(book, "plan-next").at(-1)!.cells.get(2)!;
    cell.value = (cell.value as string).slice(0, 40);
  },
  "the newest plan's row is gone": (book) => {
    textsOf(book, "plan-next").at(-1)!.cells.clear();
  },
  "the second copy is gone": (book) => {
    book.customXmlParts.length = 0;
  },
  "the second copy is cut": (book) => {
    const part = book.customXmlParts.find(({ xml }) => xml.includes(planNamespace))!;
    part.xml = `${part.xml.slice(0, 300)}</backup>`;
  },
  "the settings are wiped": (book) => book.settings.clear(),
};

/** Losses of the sheet's newest plan, which only the second copy or an earlier revision can make good. */
const ofSheet = /newest plan's/;
const ofCopy = /second copy/;
const wholeSheet = /hidden sheet/;

test.each(Object.keys(losses))("F59 the plan survives that %s, and the next run goes on", async (loss) => {
  const { book, plan } = await twoRuns();
  await losses[loss]!(book);
  const before = JSON.stringify(snapshot(book));
  const state = await readState();
  expect(JSON.stringify(snapshot(book))).toBe(before);
  expect(state.planProblem).toBeNull();
  expect(state.plan).toEqual(plan);
  expect(state.planRestored).toBe(loss.includes("newest plan's") || loss.includes("hidden sheet"));
  const { columns } = await runPlan(plan, inThread, later);
  expect(columns).toEqual([{ segmentation: "abc", name: "ABC", renamed: false }]);
  expect(await readState()).toMatchObject({ plan, planRestored: false, planProblem: null });
});

test("F59 a store whose directory was cleared is not taken for one whose making was interrupted", async () => {
  const { book, plan } = await twoRuns();
  await losses["the directory is cleared"]!(book);
  await rollBackRun();
  expect(await readState()).toMatchObject({ plan, planRestored: false });
  expect((await plannedChanges(await previewPlan(plan, inThread), { language: "en", columns: null })).since?.at).toBe(
    later.now.toISOString(),
  );
});

test("F59 of any two losses the better copy is found, an older one is called restored, and where none is left the sheets say it", async () => {
  // One loss of each kind; their like were tried one by one.
  const names = Object.keys(losses).filter(
    (name) => !/renamed|cleared|row is gone|is cut$/.test(name) || name.includes("newest plan's"),
  );
  for (const first of names) {
    for (const second of names.slice(names.indexOf(first) + 1)) {
      const { book, plan } = await twoRuns();
      await losses[second]!(book);
      if (book.sheets.some(({ name }) => name === "_tierbook")) await losses[first]!(book);
      const pair = [first, second];
      const state = await readState();
      const some = (what: RegExp): boolean => pair.some((loss) => what.test(loss));
      // What neither says stands on the Policy sheet.
      if (some(wholeSheet) && some(ofCopy)) expect([pair, state.plan]).toEqual([pair, plan]);
      else if (some(ofSheet) && some(ofCopy)) {
        expect([pair, state.plan?.dataDate, state.planRestored]).toEqual([pair, "2026-10-31", true]);
      } else expect([pair, state.plan]).toEqual([pair, plan]);
      expect(state.planProblem).toBeNull();
    }
  }
});

test("F59 every loss is told for what it is, and putting in order mends what can be mended", async () => {
  const told: Readonly<Record<string, object>> = {
    "the hidden sheet is deleted": { kind: "store-missing", revision: 2 },
    "the directory is overtyped": { kind: "directory-rebuilt" },
    "the newest plan's text is cut": { kind: "plan-restored", from: "backup", revision: 2 },
    "the second copy is cut": { kind: "copy-damaged" },
    "the second copy is gone": { kind: "copy-missing" },
    "the settings are wiped": { kind: "pointer-missing" },
  };
  await twoRuns();
  expect(await inspectStorage()).toEqual({ findings: [], renamed: null, damaged: [] });
  for (const [loss, finding] of Object.entries(told)) {
    const { book: another } = await twoRuns();
    await losses[loss]!(another);
    expect([loss, (await inspectStorage())?.findings]).toEqual([loss, [finding]]);
    if (!/copy|directory|settings/.test(loss)) continue;
    await repairStorage();
    expect([loss, (await inspectStorage())?.findings]).toEqual([loss, []]);
  }
});

test("F59 a copied sheet, a conflict copy of the store and a deleted Owners sheet are told by name", async () => {
  const { book } = await twoRuns();
  await Excel.run(async (context) => {
    const copy = context.workbook.worksheets.add("Segments (Ada)");
    copy.names.add("tierbook_sheet", '="segments"');
    context.workbook.worksheets.add("_tierbook (2)");
    await context.sync();
  });
  await deleteSheet("Owners");
  expect((await inspectStorage())?.findings).toEqual([
    { kind: "owners-missing", rows: 1 },
    { kind: "sheet-twice", sheet: "Segments (Ada)", of: "Segments" },
    { kind: "sheet-twice", sheet: "_tierbook (2)", of: "_tierbook" },
  ]);
  expect(book.sheets.length).toBeGreaterThan(5);
});

test("F59 a workbook saved under another name is asked about; a new history keeps settings and owners", async () => {
  const { book, plan } = await twoRuns();
  const first = sheetOf(book, "_tierbook").rows.get(0)!.cells.get(0)!;
  first.value = (first.value as string).replace('"file":"Book.xlsx"', '"file":"September.xlsx"');
  expect((await inspectStorage())?.renamed).toEqual({ before: "September.xlsx", now: "Book.xlsx" });
  await beginHistory(when.now);
  expect(await inspectStorage()).toMatchObject({ findings: [], renamed: null });
  expect(await readState()).toMatchObject({ plan, runs: [], undoable: false });
  const { columns } = await runPlan(plan, inThread, later);
  expect(columns[0]).toMatchObject({ name: "ABC", renamed: false });
  expect((await readState()).runs.length).toBe(1);
});

test("F59 a deleted Owners sheet comes back with its people, also where the store went with it", async () => {
  const { plan } = await twoRuns();
  await deleteSheet("Owners");
  await deleteSheet("_tierbook");
  await runPlan(plan, inThread, later);
  const owner = await Excel.run(async (context) => {
    const range = context.workbook.tables.getItem("Tierbook_Owners").getRange().load("values");
    await context.sync();
    return (range.values as unknown[][])[1]![4];
  });
  expect(owner).toBe("Grace");
});

/** A small generator of its own, so that every failure can be repeated. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

test("F54 whatever single character of the store is changed, the plan is the right one, an earlier one, or refused", async () => {
  const { book, plan } = await twoRuns();
  const store = sheetOf(book, "_tierbook");
  const cells = [...store.rows.values()].flatMap(({ cells: row }) => [...row.values()]);
  const texts = cells.filter(({ value }) => typeof value === "string" && value.length > 0);
  const draw = seeded(59);
  for (let trial = 0; trial < 300; trial++) {
    const cell = texts[trial % 3 === 0 ? 0 : draw(texts.length)]!;
    const text = cell.value as string;
    const at = draw(text.length);
    cell.value = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << draw(7))) + text.slice(at + 1);
    const state = await readState();
    const { dataDate } = state.plan ?? { dataDate: "none" };
    expect([trial, state.plan]).toEqual([trial, { ...plan, dataDate }]);
    if (dataDate !== "2026-11-30") expect([trial, state.planRestored]).toEqual([trial, true]);
    cell.value = text;
  }
});

test("F56 the store of a newer Tierbook is named with its version, and nobody writes over it", async () => {
  const { book, plan } = await twoRuns();
  const first = sheetOf(book, "_tierbook").rows.get(0)!.cells.get(0)!;
  first.value = (first.value as string).replace('{"tierbook":1,', '{"tierbook":2,');
  expect((await readState()).planProblem).toMatchObject({ code: "plan-too-new", detail: { found: 2 } });
  const before = JSON.stringify(snapshot(book));
  await expect(runPlan(plan, inThread, when)).rejects.toMatchObject({ code: "plan-too-new" });
  const owner = { segment: "abc/a", field: "owner", before: "Grace", value: "Linus" } as const;
  await expect(assignOwner(owner, { by: "", at: "" })).rejects.toMatchObject({ code: "plan-too-new" });
  expect(JSON.stringify(snapshot(book))).toBe(before);
});

test("F56 a newer plan keeps the Owners sheet's writer away as well", async () => {
  const { book } = await twoRuns();
  const row = textsOf(book, "plan-next").at(-1)!;
  const text = '{"version":99}';
  const first = sheetOf(book, "_tierbook").rows.get(0)!.cells.get(0)!;
  first.value = (first.value as string).replace(row.cells.get(3)!.value as string, await sha256(text));
  row.cells.get(2)!.value = `|${text}`;
  const owner = { segment: "abc/a", field: "owner", before: "Grace", value: "Linus" } as const;
  await expect(assignOwner(owner, { by: "", at: "" })).rejects.toMatchObject({
    code: "plan-too-new",
    detail: { found: 99 },
  });
});

test("F55 a hostile second copy is refused at once and leaves no trace", async () => {
  const { book } = await twoRuns();
  for (const name of ["_tierbook", "Policy"]) book.sheets.splice(book.sheets.indexOf(sheetOf(book, name)), 1);
  const hostile = [
    `<backup xmlns="${planNamespace}">${"<plan ".repeat(80_000)}</backup>`,
    `<backup xmlns="${planNamespace}"><plan revision="9" sha256="${"0".repeat(64)}">${"[".repeat(400_000)}</plan></backup>`,
    `<backup xmlns="${planNamespace}">${"&lt;".repeat(120_000)}</backup>`,
    `<backup xmlns="${planNamespace}"><plan sha256="${await sha256('{"__proto__":{"polluted":1}}')}">{"__proto__":{"polluted":1}}</plan></backup>`,
  ];
  for (const xml of hostile) {
    book.customXmlParts.splice(0, Infinity, { id: "{1}", xml });
    expect((await readState()).plan).toBeNull();
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  }
});
