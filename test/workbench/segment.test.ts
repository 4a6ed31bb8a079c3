import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { answerWithin } from "../../src/workbook/inExcel";
import { openTrial } from "../safety/trial";
import { strFromU8, unzipSync, zipSync } from "fflate";
import { defaultPlan } from "../../src/plan/defaultPlan";
import type { Plan } from "../../src/plan/plan";
import { valueAt } from "../../src/host/model/cells";
import { readXlsx } from "../../src/host/xlsx/readXlsx";
import type { ResultFile } from "../../src/workbench/headless/runResult";
import { segmentCommand } from "../../src/workbench/headless/segmentCommand";
import { allSales, expectedFirms, firmCounts, firmTable, firmTiers } from "../golden/firms";
import { writeBookFile } from "./bookFile";
import { libreOffice, cellsByLibreOffice, withoutCachedValues } from "./libreOffice";

const folder = mkdtempSync(join(tmpdir(), "segment-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string): string => join(folder, name);
jest.setTimeout(120_000);

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

async function segment(...args: string[]): Promise<Ran> {
  let [out, error] = ["", ""];
  const code = await segmentCommand(args, { out: (text) => (out += text), error: (text) => (error += text) });
  return { code, out, error };
}

const groupsOf = (name: string): ResultFile["segmentations"][number]["groups"] =>
  resultOf(name).segmentations[0]?.groups ?? [];
const resultOf = (name: string): ResultFile => JSON.parse(readFileSync(path(name), "utf8")) as ResultFile;

function writePlan(name: string, plan: unknown): string {
  writeFileSync(path(name), typeof plan === "string" ? plan : JSON.stringify(plan));
  return path(name);
}

const clientsPlan: Plan = defaultPlan({
  table: { id: "", name: "Clients" },
  keyColumn: "Client",
  valueColumn: "Balance",
  template: "retail",
  sheetLanguage: "en",
  dataDate: "2026-10-31",
});

function writeClients(name: string, balances: readonly (number | string | null)[]): string {
  const rows = balances.map((balance, i) => [`K${i + 1}`, balance]);
  writeBookFile(path(name), { sheet: "Clients", table: "Clients", headers: ["Client", "Balance"], rows });
  return path(name);
}

describe("the 302 firms", () => {
  const plan = defaultPlan({
    table: { id: "", name: "企业" },
    keyColumn: "企业代号",
    valueColumn: "销项价税合计",
    template: "retail",
    sheetLanguage: "zh",
  });
  let ran: Ran;

  beforeAll(async () => {
    writeBookFile(path("firms.xlsx"), { sheet: "企业", table: "企业", ...firmTable() });
    ran = await segment(
      path("firms.xlsx"),
      "--plan",
      writePlan("firms.json", plan),
      "--out",
      path("firms-out.xlsx"),
      "--result",
      path("firms-result.json"),
    );
  }, 120_000);

  test("falls into the tiers that were computed from it elsewhere", () => {
    expect(ran).toMatchObject({ code: 0, error: "" });
    const [result] = resultOf("firms-result.json").segmentations;
    expect(result?.groups.map(({ name }) => name)).toEqual(firmTiers);
    for (const { name, customers, value, shareOfValue } of result?.groups ?? []) {
      const { n, value: sum, share } = expectedFirms[name as (typeof firmTiers)[number]];
      expect(customers).toBe(n);
      expect(value / sum).toBeCloseTo(1, 11); // the file gives twelve digits
      expect(shareOfValue).toBeCloseTo(share, 11);
    }
  });

  test("the saved workbook has a label for every row, beside the data as it was", () => {
    const [sheet] = readXlsx(readFileSync(path("firms-out.xlsx"))).book.sheets;
    const table = sheet?.tables[0];
    expect(table?.columns.at(-1)?.name).toBe("价值等级");
    const labels = Array.from({ length: 302 }, (_, i) => sheet && valueAt(sheet, i + 1, 26));
    expect(firmTiers.map((tier) => labels.filter((label) => label === tier).length)).toEqual(firmCounts);
  });

  (libreOffice ? test : test.skip)(
    "LibreOffice calculates the same numbers from a copy without cached values",
    () => {
      const sheets = cellsByLibreOffice(withoutCachedValues(readFileSync(path("firms-out.xlsx"))), folder);
      const lines = sheets.get("客户分层分群") ?? [];
      const row = (name: string): string[] => lines.find(([first]) => first === name) ?? [];
      let cumulative = 0;
      for (const { name, customers, value, shareOfCustomers, shareOfValue } of groupsOf("firms-result.json")) {
        cumulative += shareOfValue;
        const numbers = row(name)
          .slice(1, 6)
          .map((text) => (text.endsWith("%") ? Number.parseFloat(text) / 100 : Number(text)));
        [customers, shareOfCustomers, value, shareOfValue, cumulative].forEach((number, i) =>
          expect((numbers[i] ?? NaN) / number).toBeCloseTo(1, 11),
        );
      }
      expect(row("未分类").slice(0, 4)).toEqual(["未分类", "0", "0%", "0"]);
      expect(row("合计").slice(0, 4)).toEqual(["合计", "302", "100%", allSales]);
    },
    120_000,
  );
  if (!libreOffice) process.stdout.write("skipped: LibreOffice is not installed\n");
});

describe.each([
  ["en", "Value tier", "Strategic", "Segments", "Tierbook"],
  ["zh", "价值等级", "战略", "客户分层分群", "概览"],
])("the sample in %s", (language, column, best, segments, tierbook) => {
  test("is run where no workbook is named, with the same result every time", async () => {
    const now = ["--now", "2026-11-02T09:00:00Z", "--language", language];
    const first = await segment(...now, "--out", path(`${language}.xlsx`), "--result", path(`${language}.json`));
    expect(first).toMatchObject({ code: 0, error: "" });
    expect(first.out).toContain(best);
    const [result] = resultOf(`${language}.json`).segmentations;
    expect(result).toMatchObject({ column, rowsClassified: 600, rowsNotClassified: 0 });
    const { book } = readXlsx(readFileSync(path(`${language}.xlsx`)));
    expect(book.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining([segments, tierbook]));

    const numbers = Object.entries(unzipSync(readFileSync(path(`${language}.xlsx`))))
      .filter(([name]) => name.startsWith("xl/tables/"))
      .map(([, part]) => /<table [^>]*? id="(\d+)"/.exec(strFromU8(part))?.[1]);
    // Excel repairs a file in which two tables share a number.
    expect(numbers).not.toContain(undefined);
    expect(new Set(numbers).size).toBe(numbers.length);

    const again = await segment(...now, "--result", path(`${language}-2.json`));
    expect(again.code).toBe(0);
    expect({ ...resultOf(`${language}-2.json`), run: null }).toEqual({ ...resultOf(`${language}.json`), run: null });
  }, 60_000);
});

describe("a run over a file", () => {
  test("stores the plan, so that the next run needs none and updates all of it in place", async () => {
    const book = writeClients("twice.xlsx", [850, 60, 40, 30, 20]);
    expect(
      await segment(book, "--plan", writePlan("twice.json", clientsPlan), "--out", path("twice-1.xlsx")),
    ).toMatchObject({ code: 0, error: "" });
    expect(
      await segment(path("twice-1.xlsx"), "--out", path("twice-2.xlsx"), "--result", path("twice.result.json")),
    ).toMatchObject({ code: 0, error: "" });
    const names = (file: string): string[] => readXlsx(readFileSync(path(file))).book.sheets.map(({ name }) => name);
    expect(names("twice-2.xlsx")).toEqual(names("twice-1.xlsx"));
    const [sheet] = readXlsx(readFileSync(path("twice-2.xlsx"))).book.sheets;
    expect(sheet?.tables[0]?.columns.map(({ name }) => name)).toEqual(["Client", "Balance", "Value tier"]);
    expect(resultOf("twice.result.json")).toMatchObject({
      dataDate: "2026-10-31",
      rowsRead: 5,
      owners: { segments: 3, withoutOwner: 3, reviewsLate: 0, problems: [] },
    });
  });

  test("lists the customers that got no label with cell and reason, and every row is accounted for", async () => {
    const book = writeClients("mixed.xlsx", [90, null, "n/a", 0, 10, -5]);
    const { code, error } = await segment(
      book,
      "--plan",
      writePlan("mixed.json", clientsPlan),
      "--result",
      path("mixed.result.json"),
    );
    expect([code, error]).toEqual([0, ""]);
    const { rowsRead, segmentations } = resultOf("mixed.result.json");
    expect(segmentations[0]).toMatchObject({
      method: "abc",
      parameters: { valueColumn: "Balance", cutoffs: [0.8, 0.95], kept: null, shareTolerance: 1e-12 },
      rowsClassified: 4,
      rowsNotClassified: 2,
      valueNotClassified: 0,
      valueUnaccounted: 0,
      moves: null,
      exceptions: [
        { key: "K2", cell: "Clients!B3", reason: "blank", content: "", amount: null },
        { key: "K3", cell: "Clients!B4", reason: "text", content: "n/a", amount: null },
      ],
      remarks: [
        { key: "K4", cell: "Clients!B5", reason: "zero", content: "0", amount: 0 },
        { key: "K6", cell: "Clients!B7", reason: "negative", content: "-5", amount: -5 },
      ],
    });
    expect(rowsRead).toBe(4 + 2);
  });

  test("counts tiers whose names Excel could take for wildcards, comparisons or formulas", async () => {
    const [segmentation] = clientsPlan.segmentations;
    const names = ["A*", "A", ">9", "=1+1", "~?"];
    const tiers = names.map((name, i) => ({ id: `t${i}`, name }));
    const plan = { ...clientsPlan, segmentations: [{ ...segmentation, cutoffs: [0.3, 0.55, 0.75, 0.9], tiers }] };
    const book = writeClients("odd.xlsx", [30, 25, 20, 15, 10]);
    expect(await segment(book, "--plan", writePlan("odd.json", plan), "--out", path("odd-out.xlsx"))).toMatchObject({
      error: "",
    });
    const opened = readXlsx(readFileSync(path("odd-out.xlsx"))).book;
    const sheet = opened.sheets.find(({ name }) => name === "Segments");
    const rows = names.map((_, i) => [0, 1, 3].map((column) => sheet && valueAt(sheet, 7 + i, column)));
    expect(rows).toEqual(names.map((name, i) => [name, 1, 30 - 5 * i]));
    const labels = names.map((_, i) => opened.sheets[0] && valueAt(opened.sheets[0], 1 + i, 2));
    expect(labels).toEqual(names);
  });

  test("may take a workbook's own place", async () => {
    const book = writeClients("same.xlsx", [3, 2, 1]);
    expect(await segment(book, "--plan", writePlan("same.json", clientsPlan), "--out", book)).toMatchObject({
      code: 0,
    });
    expect(await segment(book)).toMatchObject({ code: 0 });
  });
});

(libreOffice ? test : test.skip)(
  "LibreOffice calculates the sample's segments as they were saved",
  async () => {
    await segment("--out", path("office.xlsx"));
    const bytes = readFileSync(path("office.xlsx"));
    const lines = cellsByLibreOffice(withoutCachedValues(bytes), folder).get("Segments") ?? [];
    const { book } = readXlsx(bytes);
    const sheet = book.sheets.find(({ name }) => name === "Segments");
    for (const row of [7, 8, 9, 10, 11]) {
      for (const column of [1, 3]) {
        const saved = sheet && valueAt(sheet, row, column);
        expect([row, column, Number(lines[row]?.[column])]).toEqual([row, column, expect.closeTo(Number(saved), 3)]);
      }
    }
    expect(lines[11]?.[1]).toBe("600");
  },
  120_000,
);

describe("a run that was interrupted", () => {
  /** Runs over a file that stops answering at a request, and saves what is there. Returns how many requests there were. */
  async function interrupted(name: string, request: number): Promise<number> {
    const trial = await openTrial(readFileSync(writeClients(name, [850, 60, 40, 30, 20])));
    trial.arm(request, { when: "after", then: "silence" }, 0);
    answerWithin(300);
    await runPlan(clientsPlan, inThread, { now: new Date("2026-11-02T09:00:00Z"), person: "" }).catch(() => undefined);
    answerWithin(60_000);
    writeFileSync(path(name), trial.save());
    return trial.host.requests;
  }

  test("is refused until the user says what to do with it, and then the run goes on", async () => {
    const file = path("half.xlsx");
    const plan = writePlan("half.json", clientsPlan);
    let request = await interrupted("half.xlsx", Infinity);
    let refused: Ran;
    do {
      request -= 1;
      await interrupted("half.xlsx", request);
      refused = await segment(file, "--plan", plan, "--out", path("half-out.xlsx"));
    } while (refused.code === 0 && request > 0);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.error).toMatch(/^run-unfinished: /);

    for (const choice of ["--finish", "--roll-back"]) {
      const out = path(`half${choice}.xlsx`);
      expect(await segment(file, "--plan", plan, choice, "--out", out)).toMatchObject({
        code: 0,
        error: "",
      });
      const [sheet] = readXlsx(readFileSync(out)).book.sheets;
      expect(sheet?.tables[0]?.columns.map(({ name }) => name)).toEqual(["Client", "Balance", "Value tier"]);
      expect(await segment(out)).toMatchObject({ code: 0 });
    }
  }, 180_000);
});

describe("refuses, says why, and writes nothing:", () => {
  /** A workbook with twenty megabytes of nothing in it. */
  const writeBomb = (name: string): string => {
    const parts = unzipSync(readFileSync(writeClients(name, [1])));
    writeFileSync(path(name), zipSync({ ...parts, "xl/media/nothing.bin": new Uint8Array(20_000_000) }));
    return path(name);
  };
  const good = (): string => writePlan("good.json", clientsPlan);
  const [segmentation] = clientsPlan.segmentations;
  const noCell = {
    method: "matrix",
    id: "policy",
    name: "Policy",
    valueColumn: "Balance",
    axes: [{ kind: "values", column: "Client", values: [{ value: "K1", name: "K1" }] }],
    classes: ["grow", "exit"].map((id) => ({ id, name: id })),
    cells: [],
  };

  test.each<[string, string, RegExp, () => readonly string[]]>([
    ["a workbook without a plan", "no-plan", /holds no segmentation/, () => [writeClients("c.xlsx", [1])]],
    [
      "a plan that is not there",
      "file-not-read",
      /nowhere\.json: The file is not there/,
      () => [writeClients("c.xlsx", [1]), "--plan", path("nowhere.json")],
    ],
    [
      "a broken plan",
      "plan-file",
      /b\.json: it is no JSON, from line 1 on/,
      () => [writeClients("c.xlsx", [1]), "--plan", writePlan("b.json", '{"version": 1')],
    ],
    [
      "a hostile plan",
      "plan-file",
      /h\.json: unknown key “__proto__” at the top: one of version, /,
      () => [writeClients("c.xlsx", [1]), "--plan", writePlan("h.json", '{"__proto__": {"x": 1}}')],
    ],
    [
      "a newer plan",
      "plan-too-new",
      /format 9; this one knows format 4/,
      () => [writeClients("c.xlsx", [1]), "--plan", writePlan("n.json", { ...clientsPlan, version: 9 })],
    ],
    [
      "cut-offs that fall",
      "plan-file",
      /f\.json: segmentations\[0\]\.cutoffs are not in order \(0\.9, 0\.8\)/,
      () => [
        writeClients("c.xlsx", [1]),
        "--plan",
        writePlan("f.json", { ...clientsPlan, segmentations: [{ ...segmentation, cutoffs: [0.9, 0.8] }] }),
      ],
    ],
    [
      "a policy matrix with no cell mapped",
      "plan-file",
      /p\.json: segmentations\[0\]\.cells need one combination at least/,
      () => [writeClients("c.xlsx", [1]), "--plan", writePlan("p.json", { ...clientsPlan, segmentations: [noCell] })],
    ],
    [
      "a workbook that is not there",
      "file-not-read",
      /nowhere\.xlsx: The file is not there/,
      () => [path("nowhere.xlsx"), "--plan", good()],
    ],
    ["a file that is no workbook", "not-a-workbook", /not an \.xlsx workbook/, () => [good(), "--plan", good()]],
    ["a zip bomb", "file-too-large", /bomb\.xlsx/, () => [writeBomb("bomb.xlsx"), "--plan", good()]],
    [
      "a table that is not there",
      "missing-table",
      /no longer in this workbook/,
      () => [
        writeClients("c.xlsx", [1]),
        "--plan",
        writePlan("t.json", { ...clientsPlan, table: { id: "", name: "Other" } }),
      ],
    ],
    [
      "a column that is not there",
      "missing-column",
      /not in the table/,
      () => [writeClients("c.xlsx", [1]), "--plan", writePlan("m.json", { ...clientsPlan, keyColumn: "Nobody" })],
    ],
    [
      "values that are all zero",
      "no-positive-value",
      /above zero/,
      () => [writeClients("z.xlsx", [0, 0]), "--plan", good()],
    ],
    [
      "values that are all text",
      "not-a-number",
      /Balance/,
      () => [writeClients("x.xlsx", ["a", "b"]), "--plan", good()],
    ],
  ])("%s (%s)", async (_, code, says, args) => {
    const given = args();
    const before = readdirSync(folder).length;
    const ran = await segment(...given, "--out", path("never.xlsx"), "--result", path("never.json"));
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.error).toMatch(new RegExp(`^${code}: `));
    expect(ran.error).toMatch(says);
    expect(readdirSync(folder).length).toBe(before);
  });

  test("an output folder that is not there, leaving no half of the pair", async () => {
    const book = writeClients("c.xlsx", [1, 2]);
    const before = readdirSync(folder).length;
    const ran = await segment(
      book,
      "--plan",
      good(),
      "--out",
      path("never.xlsx"),
      "--result",
      path("no/such/never.json"),
    );
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.error).toMatch(/^file-not-written: .*never\.json/);
    expect(readdirSync(folder).length).toBe(before);
  });

  test("a result that cannot take its place, giving the workbook's place back what it held", async () => {
    const [book, out] = [writeClients("c.xlsx", [1, 2]), path("former.xlsx")];
    mkdirSync(path("folder.json"), { recursive: true });
    writeFileSync(out, "former");
    writeFileSync(path("mine.json"), "mine");
    chmodSync(path("mine.json"), 0o444);
    const before = readdirSync(folder).length;
    for (const result of [path("folder.json"), path("mine.json")]) {
      const ran = await segment(book, "--plan", good(), "--out", out, "--result", result);
      expect(ran).toMatchObject({ code: 1 });
      expect(ran.error).toMatch(/^file-not-written: /);
      expect([readFileSync(out, "utf8"), readFileSync(path("mine.json"), "utf8")]).toEqual(["former", "mine"]);
    }
    expect(readdirSync(folder).length).toBe(before);
  });
});

describe("wrong usage ends with 2 and the usage:", () => {
  test.each([
    [["--nonsense"]],
    [["a.xlsx", "b.xlsx"]],
    [["--plan"]],
    [["--finish", "--roll-back"]],
    [["--language", "fr"]],
    [["--now", "yesterday"]],
    [["--out", "x", "--result", "x"]],
    [["--out", "x", "--result", "./x"]],
    [["a.xlsx", "--result", "./a.xlsx"]],
    [["--plan", "p.json", "--out", "p.json"]],
    [["--plan", "p.json", "--result", "p.json"]],
  ])("%j", async (args) => {
    const ran = await segment(...args);
    expect(ran).toMatchObject({ code: 2, out: "" });
    expect(ran.error).toMatch(/^usage: /);
  });

  test.each([["--help"], ["-h"]])("%s prints the usage and ends with 0", async (flag) => {
    const ran = await segment(flag);
    expect(ran).toMatchObject({ code: 0, error: "" });
    expect(ran.out).toMatch(/^usage: /);
  });

  test("from the shell too", () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--import", "tsx", "src/workbench/segment.ts", "--nonsense"],
      {
        encoding: "utf8",
      },
    );
    expect([status, stderr.slice(0, 6)]).toEqual([2, "usage:"]);
  }, 30_000);
});
