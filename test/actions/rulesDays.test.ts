import { readState } from "../../src/actions/readState";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { newBook } from "../../src/host/model/newBook";
import type { Plan } from "../../src/plan/plan";
import type { SegmentationBy } from "../../src/segmentations/plans";
import { days, rule, rulesOf } from "../segmentations/rules/rules";
import { openTestOffice } from "../host/openTestOffice";
import { clientPlan, fillClients, when } from "./clientBook";
import { person } from "./policyBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

/** 20 February 2020 by Excel's DATE function in either calendar. */
const day = { from1900: 43881, from1904: 43881 - 1462 };

/** Five clients, opened on 20 February 2020 and the days before it. */
async function openDays(date1904: boolean): Promise<void> {
  await openTestOffice({ ...newBook("Clients"), date1904 });
  const last = date1904 ? day.from1904 : day.from1900;
  await fillClients([0, 1, 2, 3, 4].map((i) => [`C${i}`, `Client ${i}`, 10 * (i + 1), last - i]));
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Clients").getRange("E4:E8").numberFormat = "d/m/yyyy" as unknown as string[][];
    await context.sync();
  });
}

function rulesFrom(first: string): SegmentationBy<"rules"> {
  const made = rulesOf(rule("key", [days("Region", first, null)]));
  return { ...made, valueColumn: "Outstanding", segments: [{ id: "key", name: "Key" }] };
}

async function planFrom(first: string): Promise<Plan> {
  const plan = await clientPlan();
  return { ...plan, segmentations: [...plan.segmentations, rulesFrom(first)] };
}

const limits = (own: Excel.Table): Excel.Range => own.columns.getItem("From").getDataBodyRange();

async function shown(): Promise<{ readonly texts: readonly string[]; readonly check: string }> {
  return Excel.run(async (context) => {
    const own = context.workbook.tables.getItem("Tierbook_Policy_own");
    const from = limits(own).load("text");
    const check = own.columns.getItem("Check").getDataBodyRange().load("text");
    await context.sync();
    return { texts: from.text.map(([text]) => text ?? ""), check: check.text[0]?.[0] ?? "" };
  });
}

test.each([
  ["1900", false],
  ["1904", true],
])(
  "F46: a limit of days stands as a date in a workbook that counts from %s, and is read back as it",
  async (_, from1904) => {
    await openDays(from1904);
    const { outcome } = await runPlan(await planFrom("2020-02-18"), inThread, when);
    expect(outcome.segmentations[1]!.groups.map(({ customers }) => customers)).toEqual([3, 2]);
    expect(await shown()).toEqual({ texts: ["2020-02-18", ""], check: "OK" });
    expect((await readState()).plan!.segmentations[1]).toEqual(rulesFrom("2020-02-18"));

    await person((_sheet, table) => (limits(table("own")).values = [["2020-02-19"], [""]]));
    const { plan, policy } = await readState();
    expect(policy!.problems).toEqual([]);
    expect(plan!.segmentations[1]).toEqual(rulesFrom("2020-02-19"));
    const again = await runPlan(plan!, inThread, { ...when, policy: { mark: policy!.mark } });
    expect(again.outcome.segmentations[1]!.groups.map(({ customers }) => customers)).toEqual([2, 3]);
    expect((await shown()).texts[0]).toBe("2020-02-19");
  },
);

test("a day is understood as a text and as a bare number of a column of dates; what is none is told at its cell", async () => {
  await openDays(false);
  await runPlan(await planFrom("2020-02-18"), inThread, when);
  await person((_sheet, table) => {
    const from = limits(table("own"));
    from.numberFormat = [["@"], ["@"]];
    from.values = [["19 Feb 2020"], [""]];
  });
  expect((await readState()).plan!.segmentations[1]).toEqual(rulesFrom("2020-02-19"));
  await person((_sheet, table) => {
    const from = limits(table("own"));
    from.numberFormat = [["#,##0"], ["#,##0"]];
    from.values = [[day.from1900 - 1], [""]];
  });
  expect((await readState()).plan!.segmentations[1]).toEqual(rulesFrom("2020-02-19"));

  for (const wrong of ["2020-02-30", "19/02/2020", "soon"]) {
    await person((_sheet, table) => (limits(table("own")).values = [[`'${wrong}`], [""]]));
    const { plan, policy } = await readState();
    expect(policy!.problems).toMatchObject([{ kind: "not-a-date", content: wrong, cell: "Policy!H16" }]);
    expect(plan!.segmentations[1]).toEqual(rulesFrom("2020-02-18"));
  }
});
