import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rfmMap } from "../../src/segmentations/rfm/rfmMaps";
import { dayNumber } from "../../src/table/dayNumber";
import type { ResultFile } from "../../src/workbench/headless/runResult";
import { segmentCommand } from "../../src/workbench/headless/segmentCommand";
import { rfm, rfmPlan } from "../actions/orders/orderBook";
import { tablesBook } from "../bench/tablesBook";
import { expected, records } from "../golden/goldenData";
import { packagedLimits, withOthers, type ExpectedRfm } from "../golden/rfmData";
import { vignetteRules } from "../golden/rfmRules";
import { openTrial } from "../safety/trial";

const told = expected<ExpectedRfm>("orders");

const folder = mkdtempSync(join(tmpdir(), "rfm-policy-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string): string => join(folder, name);

jest.setTimeout(300_000);

async function segment(...args: string[]): Promise<string> {
  let said = "";
  const code = await segmentCommand(args, { out: () => undefined, error: (text) => (said += text) });
  return code === 0 ? "done" : said;
}

/** Changes tables of the Policy sheet by name, as a colleague without Tierbook would, and saves. */
async function edit(from: string, to: string, change: (tables: Excel.TableCollection) => void): Promise<void> {
  const trial = await openTrial(readFileSync(path(from)));
  await Excel.run(async (context) => {
    change(context.workbook.tables);
    await context.sync();
  });
  writeFileSync(path(to), trial.save());
}

/** What the sheet says of its lines: combinations left out and held twice, as calculated. */
async function coverage(name: string): Promise<unknown[][]> {
  await openTrial(readFileSync(path(name)));
  return Excel.run(async (context) => {
    const cells = context.workbook.tables.getItem("Tierbook_Policy_rfm__coverage").getDataBodyRange().load("values");
    await context.sync();
    return cells.values.map((row) => (row as unknown[]).slice(2));
  });
}

describe("the Policy sheet of 995 customers with their 4,906 orders", () => {
  beforeAll(async () => {
    const orders = records("orders.csv.gz");
    const names = [...new Set(orders.map(({ customer = "" }) => customer))];
    const named = (...headers: string[]): { header: string }[] => headers.map((header) => ({ header }));
    const book = tablesBook([
      {
        sheet: "Customers",
        name: "Customers",
        columns: named("Id"),
        rows: names.length,
        cells: (i) => [names[i] ?? ""],
      },
      {
        sheet: "Orders",
        name: "Orders",
        columns: named("Customer", "Ordered", "Paid"),
        rows: orders.length,
        cells: (i) => {
          const { customer = "", day: ordered = "", paid = "" } = orders[i] ?? {};
          const [year = 0, month = 0, day = 0] = ordered.split("-").map(Number);
          return [customer, dayNumber(year, month, day) ?? 0, Number(paid)];
        },
      },
    ]);
    writeFileSync(path("book.xlsx"), book);
    const segmentation = rfm({ orderColumn: null, leaveOut: [] }, rfmMap("eleven", "en"));
    writeFileSync(path("plan.json"), JSON.stringify(rfmPlan(segmentation, { dataDate: "2025-12-31" })));
    const args = [path("book.xlsx"), "--plan", path("plan.json"), "--out", path("out.xlsx")];
    expect(await segment(...args)).toBe("done");
  });

  test("says of the eleven names that they leave nothing out and hold nothing twice", async () => {
    expect(await coverage("out.xlsx")).toEqual([
      [0, "OK"],
      [0, "OK"],
    ]);
  });

  test("gives the counts of the convention of the R package rfm, once its rules and limits are entered there", async () => {
    const names = vignetteRules.segments.map(({ name }) => [name]);
    const lines = vignetteRules.map.map(({ recency, frequency, monetary }, i) => {
      return [names[i]?.[0], i + 1, ...recency, ...frequency, ...monetary];
    });
    const { recency, frequency, monetary } = packagedLimits(told);
    await edit("out.xlsx", "edited.xlsx", (tables) => {
      const cellsOf = (table: string): Excel.Range =>
        tables.getItem(`Tierbook_Policy_rfm__${table}`).getDataBodyRange();
      cellsOf("segments").getCell(0, 1).getResizedRange(names.length, 0).values = [...names, ["Others"]];
      cellsOf("limits").getCell(0, 3).getResizedRange(2, 3).values = [recency, frequency, monetary];
      cellsOf("lines")
        .getCell(0, 1)
        .getResizedRange(lines.length - 1, 7).values = lines;
      const { rows } = tables.getItem("Tierbook_Policy_rfm__lines");
      for (let row = rfmMap("eleven", "en").map.length - 1; row >= lines.length; row--) rows.getItemAt(row).delete();
    });
    // 10 combinations are in none of these rules, and 58 in several. Source: the rules themselves, counted.
    expect(await coverage("edited.xlsx")).toEqual([
      [10, "Some scores have no segment"],
      [58, "The first line decides"],
    ]);
    expect(await segment(path("edited.xlsx"), "--result", path("result.json"))).toBe("done");
    const { segmentations } = JSON.parse(readFileSync(path("result.json"), "utf8")) as ResultFile;
    const groups = segmentations[0]?.groups.filter(({ customers }) => customers > 0) ?? [];
    expect(withOthers(Object.fromEntries(groups.map(({ name, customers }) => [name, customers])))).toEqual(
      told["rfm_pkg_0.3.0"].segments_vignette_rules,
    );
  });

  test("refuses at the cell what it cannot use, and writes nothing", async () => {
    await edit("out.xlsx", "bad.xlsx", (tables) => {
      const lines = tables.getItem("Tierbook_Policy_rfm__lines").getDataBodyRange();
      lines.getCell(1, 1).values = [["Champoins"]];
    });
    const said = await segment(path("bad.xlsx"), "--result", path("bad.json"));
    expect(said).toMatch(/Policy!B\d+: “Champoins” is not a segment of “RFM segment”\. Nothing was written\./);
  });

  test("takes a segment and a line that people add, and leaves room for more", async () => {
    await edit("out.xlsx", "added.xlsx", (tables) => {
      // Excel grows a table when somebody types right below it.
      const grow = (name: string, cells: readonly (string | number)[]): void => {
        const table = tables.getItem(`Tierbook_Policy_rfm__${name}`);
        const below = table.getRange().getLastRow().getOffsetRange(1, 0);
        table.resize(table.getRange().getBoundingRect(below));
        below.values = [[...cells]];
      };
      grow("segments", ["", "Best of all", ""]);
      grow("lines", ["", "Best of all", 0, 5, 5, 5, 5, 5, 5, ""]);
    });
    const out = ["--out", path("added-out.xlsx"), "--result", path("added.json")];
    expect(await segment(path("added.xlsx"), ...out)).toBe("done");
    const { segmentations } = JSON.parse(readFileSync(path("added.json"), "utf8")) as ResultFile;
    const best = segmentations[0]?.groups.find(({ name }) => name === "Best of all");
    // The first of the package's rules holds those of 5-5-5 alone, too.
    const { Champions } = told.quantile_edges_ties_low.segments_vignette_rules;
    expect([best?.id, best?.customers]).toEqual(["rfm/segment-12", Champions]);
    expect(await coverage("added-out.xlsx")).toEqual([
      [0, "OK"],
      [1, "The first line decides"],
    ]);
  });
});
