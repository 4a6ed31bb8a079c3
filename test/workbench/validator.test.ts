import { writeChanges } from "../../src/actions/changes/writeChanges";
import { writePlanned } from "../../src/actions/changes/writePlanned";
import { readCarry } from "../../src/actions/carry/carryFile";
import { saveCarry } from "../../src/actions/carry/saveCarry";
import { freezeMonth } from "../../src/actions/freeze/freezeMonth";
import { addToHistory } from "../../src/actions/history/addToHistory";
import { previewPlan } from "../../src/actions/previewPlan";
import { runPlan } from "../../src/actions/runPlan";
import { undoRun } from "../../src/actions/undo/undoRun";
import { inThread } from "../../src/engine/inThread";
import { cellsChanged, touchCell } from "../../src/host/model/cells";
import { writeXlsx } from "../../src/host/xlsx/writeXlsx";
import type { Plan } from "../../src/plan/plan";
import type { Segmentation } from "../../src/segmentations/plans";
import { samplePlan } from "../../src/workbench/sample/samplePlan";
import { sampleWorkbook } from "../../src/workbench/sample/sampleWorkbook";
import { clientPlan, fillClients, when } from "../actions/clientBook";
import { fillOrders, rfmPlan } from "../actions/orders/orderBook";
import { policyPlan } from "../actions/policyBook";
import { openTestOffice } from "../host/openTestOffice";
import { addInBook, bookWith, future, queryBook } from "../host/xlsx/otherBooks";
import { partsOf, sheetXml, smallParts, zipped } from "../host/xlsx/smallBook";
import { everyMethod } from "../policy/everyMethod";
import { openTrial } from "../safety/trial";
import { findings, newFindings, validator } from "./openXmlValidator";

jest.setTimeout(600_000);

const later = { now: new Date("2026-12-01T08:00:00Z"), person: "Grace" };
const asked = { columns: null, now: new Date("2026-12-02T10:00:00Z"), person: "Linus" };

/** Every method that needs no orders, over the clients; `sheetLanguage` is that of the sheets. */
async function allMethods(sheetLanguage: Plan["sheetLanguage"]): Promise<Plan> {
  const { segmentations, ...plan } = await policyPlan();
  const more = everyMethod.segmentations.filter(
    (segmentation): segmentation is Segmentation =>
      segmentation.method === "matrix" || segmentation.method === "rules" || segmentation.id === "top",
  );
  return {
    ...plan,
    sheetLanguage,
    segmentations: [
      ...segmentations,
      ...more.map((one) => (one.method === "quantiles" ? { ...one, column: "Outstanding" } : one)),
    ],
  };
}

/** Every file that is written on the way from a first run to an undone second one, in a language. */
async function ofClients(language: Plan["sheetLanguage"], files: Map<string, Uint8Array>): Promise<void> {
  const trial = await openTrial(null);
  const keep = (step: string): void => void files.set(`${step} (${language})`, trial.save());
  await fillClients();
  const plan = await allMethods(language);
  await runPlan(plan, inThread, when);
  keep("first run");
  const [first, ...others] = plan.segmentations;
  const next = {
    ...plan,
    segmentations: [first?.method === "abc" ? { ...first, cutoffs: [0.5, 0.9] } : first, ...others],
  };
  await writePlanned(await previewPlan(next as Plan, inThread), asked);
  await runPlan(next as Plan, inThread, later);
  await writeChanges(asked);
  await addToHistory(asked);
  await freezeMonth({ ...asked, name: null });
  keep("second run, lists, history and pack");
  const { text } = await saveCarry();
  await runPlan({ ...plan, segmentations: others }, inThread, { ...later, now: new Date("2026-12-03T08:00:00Z") });
  await undoRun({ now: new Date("2026-12-04T08:00:00Z"), person: "Ada" });
  keep("undone");
  const month = await openTrial(null);
  await fillClients();
  await runPlan(plan, inThread, { ...when, carried: readCarry(text) });
  files.set(`carried over (${language})`, month.save());
}

async function ofSamples(language: Plan["sheetLanguage"], files: Map<string, Uint8Array>): Promise<void> {
  const opened = sampleWorkbook(language);
  const { host } = await openTestOffice(opened.book);
  await runPlan(samplePlan(language), inThread, when);
  host.settle();
  files.set(`sample (${language})`, writeXlsx(opened));
}

if (validator === null) {
  test("what is written keeps to the Open XML SDK", () => {
    process.stdout.write("skipped: no Open XML validator for this machine (OOXML_VALIDATOR_CLI may name one)\n");
  });
} else {
  test("what a run, a list, a pack, an undoing and a carry-over write keeps to the Open XML SDK", async () => {
    const files = new Map<string, Uint8Array>();
    for (const language of ["en", "zh"] as const) {
      await ofClients(language, files);
      await ofSamples(language, files);
    }
    const orders = await openTrial(null);
    fillOrders(orders.opened.book);
    await runPlan(rfmPlan(), inThread, when);
    files.set("orders", orders.save());
    expect(Object.fromEntries(await findings(files))).toEqual(
      Object.fromEntries([...files.keys()].map((name) => [name, []])),
    );
  });

  test("finds what Excel would repair", async () => {
    const { "xl/workbook.xml": workbook = "", ...parts } = partsOf(zipped(bookWith(["Data"], "")));
    const wrong = zipped({ ...parts, "xl/workbook.xml": workbook.replace("sheetId=", "sheetNo=") });
    expect((await findings(new Map([["wrong", wrong]]))).get("wrong")).toContainEqual(
      expect.stringMatching(/^Microsoft365: .*sheetId/),
    );
  });

  test("a book of another maker gets no findings that it had not", async () => {
    const before = madeElsewhere();
    const after = new Map<string, Uint8Array>();
    for (const [name, bytes] of before) {
      const trial = await openTrial(bytes);
      await Excel.run(async (context) => {
        context.workbook.worksheets.add("Clients");
        await context.sync();
      });
      // The clients come first, where the fixture's plan looks for them.
      const { sheets } = trial.opened.book;
      sheets.unshift(...sheets.splice(-1));
      await fillClients();
      const [, first] = sheets;
      if (first) {
        touchCell(first, 0, 7).value = 1;
        cellsChanged(trial.opened.book, first, { row: 0, column: 7, rows: 1, columns: 1 }, "content");
        first.columns = [...first.columns, { first: 9, last: 9, width: 20 }];
      }
      trial.opened.book.settings.set("tierbook", 1);
      if (first?.tables.length)
        await Excel.run(async (context) => {
          context.workbook.tables.getItem("Q").resize("A1:C3");
          await context.sync();
        });
      await runPlan(await clientPlan(), inThread, when);
      after.set(name, trial.save());
    }
    const has = await findings(after);
    const doubted = [...before].filter(([name]) => has.get(name)?.length);
    const had = await findings(new Map(doubted));
    const added = [...has].map(([name, found]) => [name, newFindings(had.get(name) ?? [], found)]);
    expect(Object.fromEntries(added)).toEqual(Object.fromEntries([...before.keys()].map((name) => [name, []])));
  });
}

/** Books of the kinds that differ from what Excel itself writes. */
function madeElsewhere(): Map<string, Uint8Array> {
  const name = (text: string, more = ""): string => `<definedName name="${text}"${more}>`;
  const area = (formula: string): string => `${name("_xlnm.Print_Area", ' localSheetId="0"')}${formula}</definedName>`;
  const cells = future.map((text, i) => `<row r="${i + 1}"><c r="C${i + 1}"><f>${text}</f><v>1</v></c></row>`).join("");
  const columns =
    '<cols><col min="1" max="1" width="12.5" bestFit="1" customWidth="1"/><col min="2" max="4" width="9" outlineLevel="1" collapsed="1" hidden="1"/></cols>';
  const parts = smallParts("");
  const kinds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    "print area of a function": bookWith(["Data"], area("OFFSET(Data!$A$1,0,0,COUNTA(Data!$A:$A),5)")),
    "print area on a sheet called C": bookWith(["C"], area("'C'!$A$1:$B$4,'C'!$D$1:$D$9")),
    "newer functions": bookWith(
      ["Data"],
      future.map((text, i) => `${name(`n${i}`)}${text}</definedName>`).join(""),
      cells,
    ),
    "another add-in": addInBook(true),
    "another add-in without a relationship": addInBook(false),
    "table of a query": queryBook(),
    "outlined columns": smallParts(sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>', "", columns)),
    "metadata of cells": smallParts(
      '<row r="1"><c r="A1" t="str" vm="1"><f>CUBEMEMBER("m","[a]")</f><v>All</v></c><c r="B1" cm="1"><f t="array" ref="B1:B3">_xlfn.UNIQUE(E1:E3)</f><v>4</v></c></row>',
    ),
    "types by part": {
      ...parts,
      "[Content_Types].xml": (parts["[Content_Types].xml"] ?? "").replace(
        /<Default Extension="rels"[^>]*>/,
        ["/_rels/.rels", "/xl/_rels/workbook.xml.rels"]
          .map(
            (path) =>
              `<Override PartName="${path}" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
          )
          .join(""),
      ),
    },
  };
  return new Map(Object.entries(kinds).map(([kind, made]) => [kind, zipped(whole(made))]));
}

/** Without relationships to parts that the small book leaves out. */
function whole(parts: Readonly<Record<string, string>>): Record<string, string> {
  const links = (parts["xl/_rels/workbook.xml.rels"] ?? "").replace(/<Relationship [^>]*>/g, (link) =>
    `xl/${/Target="([^"]*)"/.exec(link)?.[1] ?? ""}` in parts ? link : "",
  );
  return { ...parts, "xl/_rels/workbook.xml.rels": links };
}
