import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Plan } from "../../src/plan/plan";
import type { SegmentationBy } from "../../src/segmentations/plans";
import { rfmMap, type RfmMapName } from "../../src/segmentations/rfm/rfmMaps";
import type { ResultFile } from "../../src/workbench/headless/runResult";
import { segmentCommand } from "../../src/workbench/headless/segmentCommand";
import { ordersBook } from "../bench/ordersBook";
import { ordersPlan } from "../bench/ordersPlan";
import { cellsByLibreOffice, libreOffice, withoutCachedValues } from "./libreOffice";

type Rfm = SegmentationBy<"rfm">;

jest.setTimeout(300_000);

/** RFM by a customary map; of its lines as many as are wanted, or one more. */
function named(map: RfmMapName, id: string, lines: (all: Rfm["map"]) => Rfm["map"] = (all) => all): Rfm {
  const [segmentation] = ordersPlan({ id: "", name: "Customers" }).segmentations;
  const whole = { ...(segmentation as Rfm), ...rfmMap(map, "en"), id, name: id, valueColumn: `Sales ${id}` };
  return { ...whole, map: lines(whole.map) };
}

const segmentations = [
  named("eleven", "eleven"),
  named("eight", "eight"),
  // By hand: the last two lines of "Lost" hold 111, 121, 131, 141, 151 and 112.
  named("eleven", "fewer", (all) => all.slice(0, -2)),
  // The first line again: 222 and no other is held twice.
  named("eight", "twice", (all) => [...all, all[0]!]),
];

(libreOffice ? describe : describe.skip)("RFM in LibreOffice, from a copy without cached values", () => {
  const folder = mkdtempSync(join(tmpdir(), "rfm-office-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = (name: string): string => join(folder, name);
  let result: ResultFile;
  let sheets = new Map<string, string[][]>();

  beforeAll(async () => {
    const plan: Plan = { ...ordersPlan({ id: "", name: "Customers" }), segmentations };
    writeFileSync(path("book.xlsx"), ordersBook(300, 900));
    writeFileSync(path("plan.json"), JSON.stringify(plan));
    const args = [path("book.xlsx"), "--plan", path("plan.json"), "--out", path("out.xlsx")];
    let said = "";
    const output = { out: () => undefined, error: (text: string) => (said += text) };
    expect([await segmentCommand([...args, "--result", path("result.json")], output), said]).toEqual([0, ""]);
    result = JSON.parse(readFileSync(path("result.json"), "utf8")) as ResultFile;
    sheets = cellsByLibreOffice(withoutCachedValues(readFileSync(path("out.xlsx"))), folder);
  });

  /** The lines of a sheet from the one that begins with a text. */
  const from = (sheet: string, text: string): readonly string[][] => {
    const lines = sheets.get(sheet) ?? [];
    const first = lines.findIndex(([cell]) => cell === text);
    return first < 0 ? [] : lines.slice(first);
  };

  test.each([
    [
      "eleven",
      [
        ["0", "OK"],
        ["0", "OK"],
      ],
    ],
    [
      "eight",
      [
        ["0", "OK"],
        ["0", "OK"],
      ],
    ],
    [
      "fewer",
      [
        ["6", "Some scores have no segment"],
        ["0", "OK"],
      ],
    ],
    [
      "twice",
      [
        ["0", "OK"],
        ["1", "The first line decides"],
      ],
    ],
  ] as const)("the Policy sheet counts what the lines of %s leave out and hold twice", (id, expected) => {
    const lines = (sheets.get("Policy") ?? []).filter(([key]) => key?.startsWith(`${id}/coverage/`));
    expect(lines.map((cells) => cells.slice(2, 4))).toEqual(expected);
  });

  test.each(segmentations.map(({ id }) => id))("the Segments sheet counts customers of %s by R and F", (id) => {
    const found = result.segmentations.find((each) => each.id === id);
    const grid = from("Segments", id);
    const corner = grid.findIndex((cells) => cells.includes("R \\ F"));
    const column = grid[corner]?.indexOf("R \\ F") ?? -1;
    const width = Number(grid[corner]?.slice(column + 1).filter((header) => /^F\d$/.test(header)).length);
    const counts = grid
      .slice(corner + 1, corner + 1 + width)
      .map((cells) => cells.slice(column + 1, column + 1 + width).map(Number));
    const parameters = found?.parameters;
    if (parameters === undefined || !("scores" in parameters)) throw new Error("no RFM in RESULT.json");
    const { scores } = parameters;
    // The best score of recency comes first.
    expect(counts.map((row) => row.reduce((sum, count) => sum + count, 0))).toEqual(
      [...scores.recency.customers].reverse(),
    );
    expect(counts[0]?.map((_, f) => counts.reduce((sum, row) => sum + (row[f] ?? 0), 0))).toEqual(
      scores.frequency.customers,
    );
  });
});

if (!libreOffice) process.stdout.write("skipped: LibreOffice is not installed\n");
