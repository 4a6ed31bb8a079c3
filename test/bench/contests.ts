import ExcelJS from "exceljs";
import { readXlsx as readByHucre, writeXlsx as writeByHucre } from "hucre/xlsx";
import { sum, sumSimple } from "simple-statistics";
import { attachCalculator } from "../../src/host/formulas/calculator";
import { cellsChanged, touchCell, valueAt } from "../../src/host/model/cells";
import { readXlsx } from "../../src/host/xlsx/readXlsx";
import { writeXlsx } from "../../src/host/xlsx/writeXlsx";
import { sumOf } from "../../src/methods/statistics/sumOf";
import { tierByShare } from "../../src/methods/tiers/tierByShare";
import { bigBook } from "./bigBook";

/** One way to do a task: prepares, and gives back what is measured. */
export type Contender = (size: number) => () => unknown;

/** A task, and those who do it: ours first, its peers after it. */
export interface Contest {
  readonly task: string;
  /** Customers; the first size is the usual one. */
  readonly sizes: readonly number[];
  /** How often each is run; the fastest counts. */
  readonly rounds: number;
  readonly contenders: Readonly<Record<string, Contender>>;
}

const cutoffs = [0.8, 0.95];
const formulas = ["A", "B", "C"].flatMap((tier) => [
  `=COUNTIFS(E:E,"${tier}")`,
  `=SUMIFS(G:G,E:E,"${tier}")`,
  `=SUMIFS(G2:G100001,E2:E100001,"${tier}",I2:I100001,">0")`,
]);

/** What is measured beside its peers. All of a contest do the same with the same seeded data. */
export const contests: readonly Contest[] = [
  {
    task: "ABC by cumulative share",
    sizes: [100_000, 1_000_000],
    rounds: 5,
    contenders: {
      tierByShare: (size) => {
        const values = Float64Array.from(amounts(size));
        return () => tierByShare(values, cutoffs);
      },
      "objects and sort": (size) => {
        const customers = amounts(size).map((value, id) => ({ id, value, tier: "" }));
        return () => tierObjects(customers);
      },
    },
  },
  {
    task: "sum of sorted values",
    sizes: [1_000_000],
    rounds: 5,
    contenders: {
      sumOf: (size) => {
        const values = Float64Array.from(amounts(size)).sort();
        return () => sumOf(values);
      },
      "simple-statistics sum": (size) => {
        const values = amounts(size).sort((a, b) => a - b);
        return () => sum(values);
      },
      "simple-statistics sumSimple": (size) => {
        const values = amounts(size).sort((a, b) => a - b);
        return () => sumSimple(values);
      },
    },
  },
  {
    task: "open a workbook of ten columns",
    sizes: [10_000, 100_000],
    rounds: 1,
    contenders: {
      readXlsx: (size) => {
        const bytes = bigBook(size);
        return () => readXlsx(bytes);
      },
      exceljs: (size) => {
        const bytes = bigBook(size);
        return () => new ExcelJS.Workbook().xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
      },
      hucre: (size) => {
        const bytes = bigBook(size);
        return () => readByHucre(bytes);
      },
    },
  },
  {
    task: "open it, change a column, save it",
    sizes: [10_000, 100_000],
    rounds: 1,
    contenders: {
      "readXlsx, writeXlsx": (size) => {
        const bytes = bigBook(size);
        return () => editByTierbook(bytes, size);
      },
      exceljs: (size) => {
        const bytes = bigBook(size);
        return () => editByExceljs(bytes, size);
      },
      hucre: (size) => {
        const bytes = bigBook(size);
        return () => editByHucre(bytes);
      },
    },
  },
  {
    task: `${formulas.length} COUNTIFS and SUMIFS, a value changed`,
    sizes: [100_000],
    rounds: 3,
    contenders: { "calculator.settle": settled, "a loop over the rows each": looped },
  },
];

function settled(size: number): () => unknown {
  const { book } = readXlsx(bigBook(size));
  const sheet = book.sheets[0];
  if (!sheet) throw new Error("bigBook makes a sheet");
  const calculator = attachCalculator(book);
  formulas.forEach((formula, i) => Object.assign(touchCell(sheet, i, 15), { value: null, formula }));
  cellsChanged(book, sheet, { row: 0, column: 15, rows: formulas.length, columns: 1 }, "content");
  calculator.settle();
  let amount = 0;
  return () => {
    touchCell(sheet, 1, 6).value = ++amount;
    cellsChanged(book, sheet, { row: 1, column: 6, rows: 1, columns: 1 }, "content");
    calculator.settle();
    return valueAt(sheet, 1, 15);
  };
}

function looped(size: number): () => unknown {
  const sheet = readXlsx(bigBook(size)).book.sheets[0];
  if (!sheet) throw new Error("bigBook makes a sheet");
  return () =>
    formulas.map((_, i) => {
      const wanted = "abc".charAt(Math.floor(i / 3));
      let total = 0;
      for (const row of sheet.rows.values()) {
        const tier = row.cells.get(4)?.value;
        const amount = row.cells.get(6)?.value;
        if (typeof tier === "string" && tier.toLowerCase() === wanted && typeof amount === "number")
          total += i % 3 === 0 ? 1 : amount;
      }
      return total;
    });
}

/** What most would write first. */
function tierObjects(customers: readonly { id: number; value: number; tier: string }[]): unknown {
  const ranked = [...customers].sort((a, b) => b.value - a.value);
  const total = ranked.reduce((all, { value }) => all + value, 0);
  let held = 0;
  for (const customer of ranked) {
    customer.tier = held / total < 0.8 ? "A" : held / total < 0.95 ? "B" : "C";
    held += customer.value;
  }
  return ranked;
}

function editByTierbook(bytes: Uint8Array, size: number): Uint8Array {
  const opened = readXlsx(bytes);
  const sheet = opened.book.sheets[0];
  if (!sheet) throw new Error("bigBook makes a sheet");
  for (let row = 1; row <= size; row++) touchCell(sheet, row, 8).value = row;
  cellsChanged(opened.book, sheet, { row: 1, column: 8, rows: size, columns: 1 }, "content");
  return writeXlsx(opened);
}

async function editByExceljs(bytes: Uint8Array, size: number): Promise<unknown> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  const sheet = workbook.worksheets[0];
  for (let row = 2; row <= size + 1; row++) if (sheet) sheet.getCell(row, 9).value = row - 1;
  return workbook.xlsx.writeBuffer();
}

async function editByHucre(bytes: Uint8Array): Promise<unknown> {
  const workbook = await readByHucre(bytes);
  for (const [i, row] of (workbook.sheets[0]?.rows ?? []).entries()) if (i > 0) row[8] = i;
  // Values only: it takes back less than it reads.
  return writeByHucre({ sheets: workbook.sheets.map(({ name, rows }) => ({ name, rows })) });
}

/** Amounts with a long tail, the same every time: a multiplicative generator modulo a Mersenne prime. */
function amounts(size: number): number[] {
  let state = 20_261_121;
  return Array.from({ length: size }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.round(1000 / (state / 2_147_483_647 + 0.0005) ** 1.2) / 100;
  });
}
