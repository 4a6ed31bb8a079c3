import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { failureData, type FailureCode } from "../../src/failure";
import { failureText } from "../../src/text/failureText";
import { askedCells } from "../../src/workbook/askedCells";
import { failureOfOffice, inExcel, isTooLarge } from "../../src/workbook/inExcel";
import { clientPlan, openClients, when } from "../actions/clientBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

/** Runs a request that Excel refuses with a code. */
async function refusedWith(code: string): Promise<unknown> {
  let armed = false;
  await openClients({ fault: () => (armed ? { when: "before", then: "error", code } : null) });
  armed = true;
  return inExcel("Clients", async (session) => session.sync()).catch((error: unknown) => error);
}

const expected: readonly (readonly [string, FailureCode])[] = [
  ["AccessDenied", "access-denied"],
  ["NotAllowed", "access-denied"],
  ["ActivityLimitReached", "workbook-busy"],
  ["RequestAborted", "workbook-busy"],
  ["SearchDialogIsOpen", "workbook-busy"],
  ["InactiveWorkbook", "workbook-behind"],
  ["InvalidSelection", "workbook-behind"],
  ["InvalidRequestContext", "session-lost"],
  ["ServiceNotAvailable", "session-lost"],
  ["ItemNotFound", "workbook-changed"],
  ["InvalidReference", "workbook-changed"],
  ["RangeExceedsLimit", "too-many-cells"],
  ["ResponsePayloadSizeLimitExceeded", "too-many-cells"],
  ["UnsupportedSheet", "excel-too-old"],
  ["ApiNotFound", "excel-too-old"],
];

test.each(expected)("%s is told as %s, with what to do, in both languages", async (excel, code) => {
  const error = await refusedWith(excel);
  const failure = failureData(error);
  expect(failure).toMatchObject({ code, detail: { excel } });
  const texts = (["en", "zh"] as const).map((language) => failureText(language, failure));
  for (const { what, next } of texts) expect(Math.min(what.length, next.length)).toBeGreaterThan(4);
  expect(texts[0]?.what).not.toBe(failureText("en", { ...failure, code: "unexpected" }).what);
  expect(isTooLarge(error)).toBe(code === "too-many-cells");
});

test("work whose session Excel ended begins anew, once, and only before anything was done", async () => {
  let refused = -1;
  let requests = 0;
  await openClients({
    fault: () => {
      if (requests++ !== refused) return null;
      return { when: "before", then: "error", code: "InvalidRequestContext" };
    },
  });
  const twice = (): Promise<number> => {
    requests = 0;
    return inExcel("Clients", async (session) => {
      const { worksheets } = session.workbook;
      worksheets.load("items/name");
      await session.sync();
      worksheets.add();
      await session.sync();
      return worksheets.items.length;
    });
  };
  refused = 0;
  expect(await twice()).toBe(1);
  refused = 1;
  await expect(twice()).rejects.toMatchObject({ code: "session-lost" });
});

const selected = () => inExcel("selection", (session) => askedCells(session, { kind: "selection" }));

test.each(["chart", "several areas", "several sheets"] as const)(
  "a list is not looked for in a selection that is %s, and the refusal says what to select",
  async (what) => {
    const { host } = await openClients();
    host.select(what);
    const failure = failureData(await selected().catch((error: unknown) => error));
    expect(failure.code).toBe("no-cells-selected");
    expect(failureText("en", failure).next).toMatch(/^Click one cell/);
    host.select(null);
    expect((await selected()).sheet).toBe("Clients");
  },
);

test("a failure of another kind while the selection is read stays what it is", () => {
  expect(failureOfOffice(new TypeError("no Office"), "selection").detail).toBeUndefined();
});

/** Lets office.js say which set it has, and records what runs ask of it. */
function recordRuns(highest: number): { readonly asked: readonly (boolean | undefined)[] } {
  const asked: (boolean | undefined)[] = [];
  const { run } = Excel;
  const recorded = (...given: readonly unknown[]): unknown => {
    asked.push((given[0] as Excel.RunOptions).mergeUndoGroup);
    return (run as (...given: readonly unknown[]) => unknown)(...given);
  };
  Object.assign(Excel, { run: recorded });
  const isSetSupported = (_: string, version: string): boolean => Number(version.slice(2)) <= highest;
  Object.assign(Office.context, { requirements: { isSetSupported } });
  return { asked };
}

test("a run asks to be undone in one step where Excel can, and nothing else does", async () => {
  await openClients();
  const plan = await clientPlan();
  const before = recordRuns(19);
  await runPlan(plan, inThread, when);
  expect(before.asked).not.toContain(true);
  await openClients();
  const after = recordRuns(20);
  await runPlan(await clientPlan(), inThread, when);
  expect(after.asked.filter((merged) => merged === true)).toHaveLength(1);
});

test("where Excel then says that it cannot undo in one step, the run goes on without", async () => {
  let refuse = false;
  await openClients({
    fault: () => {
      if (!refuse) return null;
      refuse = false;
      return { when: "before", then: "error", code: "UndoNotSupported" };
    },
  });
  const plan = await clientPlan();
  const { asked } = recordRuns(20);
  const { run } = Excel;
  const refusing = (...given: readonly unknown[]): unknown => {
    refuse = (given[0] as Excel.RunOptions).mergeUndoGroup === true;
    return (run as (...given: readonly unknown[]) => unknown)(...given);
  };
  Object.assign(Excel, { run: refusing });
  await runPlan(plan, inThread, when);
  expect(asked.filter((merged) => merged === true)).toHaveLength(1);
  expect((await runPlan(plan, inThread, when)).record.status).toBe("complete");
  expect(asked.filter((merged) => merged === true)).toHaveLength(1);
});
