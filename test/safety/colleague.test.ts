import { readState } from "../../src/actions/readState";
import { rollBackRun } from "../../src/actions/rollBackRun";
import { failureData } from "../../src/failure";
import { clientRows } from "../actions/clientBook";
import { openWithColleague, type Deed, type Disturbed } from "./colleague";
import type { Scenario } from "./everyRequest";
import { secondRun } from "./scenarios";
import { inTurn } from "./sweep";

jest.setTimeout(900_000);

const clients = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem("Clients");
const customers = (context: Excel.RequestContext): Excel.Table => context.workbook.tables.getItem("Customers");

/** A row as a person sees it: the key, and the label beside it. */
type Labels = ReadonlyMap<string, string>;

interface Case {
  readonly deed: Deed;
  /** How a run may end that the deed came into. */
  readonly ends: readonly string[];
  /** What the workbook must still show of the deed afterwards. */
  readonly stays: (context: Excel.RequestContext) => Promise<boolean>;
}

const loaded = async <T extends OfficeExtension.ClientObject>(object: T): Promise<T> => {
  await object.context.sync();
  return object;
};

const cases: readonly (readonly [string, Case])[] = [
  [
    "F18 protects the customers' sheet",
    {
      deed: (context) => clients(context).protection.protect(),
      ends: ["sheet-protected", "rolled-back", "rollback-failed"],
      stays: async (context) => (await loaded(clients(context).protection.load("protected"))).protected,
    },
  ],
  [
    "F22 hides rows of the table",
    {
      deed: (context) => {
        clients(context).getRange("6:8").rowHidden = true;
      },
      ends: [],
      stays: async (context) => (await loaded(clients(context).getRange("6:8").load("rowHidden"))).rowHidden,
    },
  ],
  [
    "F23 and F24 sorts the table",
    {
      deed: (context) => customers(context).sort.apply([{ key: 0, ascending: false }]),
      ends: ["rolled-back", "table-changed"],
      stays: async (context) => (await loaded(clients(context).getRange("B4").load("values"))).values[0]?.[0] === "C12",
    },
  ],
  [
    "F25 deletes a customer",
    {
      deed: (context) => customers(context).rows.getItemAt(4).delete(),
      // A row short while the keys are read, the cell below the table is taken for a blank key.
      ends: ["rolled-back", "table-changed", "blank-key"],
      stays: async (context) => (await loaded(customers(context).rows.load("count"))).count === clientRows.length - 1,
    },
  ],
  [
    "F25 adds a customer in the middle",
    {
      deed: (context) => {
        customers(context).rows.add(3, [["C99", "New Client", 40, "North", ""]]);
      },
      ends: ["rolled-back", "table-changed"],
      stays: async (context) => (await loaded(customers(context).rows.load("count"))).count === clientRows.length + 1,
    },
  ],
  [
    "adds a column in the middle",
    {
      deed: (context) => {
        // Where the amounts stood, and like amounts.
        const cells = Array.from({ length: clientRows.length + 1 }, (_, i) => [i === 0 ? "Between" : i]);
        customers(context).columns.add(2, cells);
      },
      ends: ["rolled-back", "table-changed"],
      stays: async (context) => {
        const { values } = await loaded(customers(context).getRange().load("values"));
        const at = (values[0] ?? []).indexOf("Between");
        const names = values.slice(1).map((cells) => cells[(values[0] ?? []).indexOf("Client")] as unknown);
        const theirs = values.every((cells, i) => cells[at] === (i === 0 ? "Between" : i));
        return theirs && JSON.stringify(names) === JSON.stringify(clientRows.map(([, name]) => name));
      },
    },
  ],
  [
    "F26 renames the table",
    {
      deed: (context) => {
        customers(context).name = "Borrowers";
      },
      // The plan names the table and has no id for it; from the journal on it is found by its id.
      ends: ["missing-table"],
      stays: async (context) =>
        !(await loaded(context.workbook.tables.getItemOrNullObject("Borrowers").load("name"))).isNullObject,
    },
  ],
  [
    "F19 protects the workbook's structure",
    {
      deed: (_, book) => {
        book.structureProtected = true;
      },
      ends: ["structure-protected", "rolled-back", "rollback-failed"],
      stays: async (context) => (await loaded(context.workbook.protection.load("protected"))).protected,
    },
  ],
  [
    "F21 filters the table",
    {
      deed: (context) => customers(context).columns.getItem("Region").filter.applyValuesFilter(["North"]),
      ends: ["table-filtered", "rolled-back", "rollback-failed"],
      stays: async (context) => (await loaded(customers(context).autoFilter.load("isDataFiltered"))).isDataFiltered,
    },
  ],
  [
    "F27 renames the column that decides",
    {
      deed: (context) => {
        clients(context).getRange("D3").values = [["Balance"]];
      },
      ends: ["missing-column"],
      stays: async (context) =>
        (await loaded(clients(context).getRange("D3").load("values"))).values[0]?.[0] === "Balance",
    },
  ],
];

async function labelsNow(): Promise<Labels> {
  return Excel.run(async (context) => {
    const tables = context.workbook.worksheets.getItem("Clients").tables.load("items/name");
    await context.sync();
    const range = tables.items[0]!.getRange().load("values");
    await context.sync();
    const [headers = [], ...rows] = range.values as unknown[][];
    const label = headers.indexOf("ABC");
    return new Map(rows.map((cells) => [String(cells[0]), String(cells[label] ?? "")]));
  });
}

/** The labels of those clients whose label is not the one of `wanted`; clients that it does not know have none. */
function others(found: Labels, wanted: Labels): readonly string[] {
  return [...found].filter(([key, label]) => label !== (wanted.get(key) ?? "")).map(([key]) => key);
}

/** A deed comes in before one in so many requests; together the deeds come in before every one. */
const { first: start, step } = inTurn("colleague", 8);

describe("a colleague who, between two requests of a run,", () => {
  let scenario: Scenario;
  let old: Labels;
  let fresh: Labels;
  /** The labels of a run that the deed comes before. */
  let after: Labels;
  beforeAll(async () => {
    scenario = await secondRun();
    await openWithColleague(scenario.bytes);
    old = await labelsNow();
    await openWithColleague(scenario.after);
    fresh = await labelsNow();
  });

  test.each(cases)("%s gets the old labels or the new ones, each beside its client", async (name, one) => {
    const ends = new Set<string>();
    after = fresh;
    const first = 1 + ((start + cases.findIndex(([deed]) => deed === name)) % step);
    for (let n = 0; ; n = n === 0 ? first : n + step) {
      const book = await openWithColleague(scenario.bytes);
      book.disturb(n, one.deed);
      const end = await scenario.run().then(
        () => "done",
        (error: unknown) => failureData(error).code,
      );
      if (!book.happened()) break;
      ends.add(end);
      await expectWhole(book, n, end, one);
    }
    ends.delete("done");
    expect([...ends].filter((end) => !one.ends.includes(end))).toEqual([]);
  });

  async function expectWhole(book: Disturbed, n: number, end: string, one: Case): Promise<void> {
    expect({ n, end, stays: await Excel.run(one.stays) }).toEqual({ n, end, stays: true });
    if (end === "rollback-failed") {
      await book.act((context, { structureProtected }) => {
        clients(context).protection.unprotect();
        customers(context).clearFilters();
        if (structureProtected) book.opened.book.structureProtected = false;
      });
      await rollBackRun();
    }
    const found = await labelsNow();
    // Before anything is read, the deed is a part of what the run classifies.
    if (n === 0 && end === "done") return void (after = found);
    const wrong = end === "done" ? [fresh, after].map((wanted) => others(found, wanted)) : [others(found, old)];
    expect({ n, end, wrong: wrong.some((keys) => keys.length === 0) ? [] : wrong }).toEqual({ n, end, wrong: [] });
    const { unfinished } = await readState();
    expect({ n, end, unfinished }).toEqual({ n, end, unfinished: null });
  }
});
