import { finishRun } from "../../src/actions/finishRun";
import { assignOwner } from "../../src/actions/owners/assignOwner";
import { readOwners } from "../../src/actions/owners/readOwners";
import { readState } from "../../src/actions/readState";
import { rollBackRun } from "../../src/actions/rollBackRun";
import { runPlan } from "../../src/actions/runPlan";
import { undoRun } from "../../src/actions/undo/undoRun";
import { addToHistory } from "../../src/actions/history/addToHistory";
import { freezeMonth } from "../../src/actions/freeze/freezeMonth";
import { inThread } from "../../src/engine/inThread";
import type { Plan } from "../../src/plan/plan";
import { failuresEn } from "../../src/text/failure/en";
import { tellFailure } from "../../src/text/failure/tellFailure";
import { failuresZh } from "../../src/text/failure/zh";
import { holdersAnswerWithin } from "../../src/workbook/lease";
import { clientPlan, fillClients, when } from "../actions/clientBook";
import { seeded } from "../bench/seeded";
import { openTrial } from "./trial";
import { idle, openTwoPanes, type PaneEnd, type TwoPanes } from "./twoPanes";

jest.setTimeout(900_000);

/** One run of the plan, whose tiers are A, B and C. */
let bytes: Uint8Array;
let plan: Plan;
beforeAll(async () => {
  const trial = await openTrial(null);
  await fillClients();
  plan = { ...(await clientPlan()), table: { id: "", name: "Customers" } };
  await runPlan(plan, inThread, when);
  bytes = trial.save();
});

const named = (person: string): Plan => ({
  ...plan,
  segmentations: plan.segmentations.map((segmentation) => ({
    ...segmentation,
    cutoffs: [0.5, 0.9],
    tiers: ["a", "b", "c"].map((id) => ({ id, name: `${person} ${id}` })),
  })),
});
const runOf = (person: string) => () =>
  runPlan(named(person), inThread, { now: new Date("2026-12-01T08:00:00Z"), person });
const at = { by: "Bob", at: "2026-12-01T08:00:30Z" };

function codeOf(end: PaneEnd): string {
  return end.end === "done" ? "done" : end.failure.code;
}

/** Who wrote the labels: the first word of those of the largest customer, or "" where it has none. */
function labelsOf({ opened }: TwoPanes): string {
  const rows = opened.book.sheets.find(({ name }) => name === "Clients")?.rows;
  const labels = Array.from({ length: 10 }, (_, i) => String(rows?.get(3 + i)?.cells.get(5)?.value ?? ""));
  const writers = new Set(labels.map((label) => (label.includes(" ") ? label.split(" ")[0] : label && "first")));
  return [...writers].join(" and ");
}

/** Labels, stored plan, run log and owners are those of one and the same writing. */
async function expectOneState(panes: TwoPanes, where: unknown): Promise<string> {
  const state = await panes.as(0, readState);
  expect({ where, unfinished: state.unfinished }).toEqual({ where, unfinished: null });
  const tier = (state.plan?.segmentations[0] as { tiers?: { name: string }[] } | undefined)?.tiers?.[0]?.name ?? "";
  const stored = tier.includes(" ") ? tier.split(" ")[0] : tier && "first";
  const last = state.runs.filter(({ status }) => status === "complete").at(-1);
  const logged = last === undefined ? "" : last.at === when.now.toISOString() ? "first" : last.person;
  const owners = (await panes.as(1, () => readOwners(when.now))).rows.filter(({ inPlan }) => inPlan);
  const shown = new Set(owners.map(({ segment }) => (segment.includes(" ") ? segment.split(" ")[0] : "first")));
  const labels = labelsOf(panes);
  const told = { labels, stored, logged, owners: [...shown].join(" and ") };
  expect({ where, ...told }).toEqual({ where, labels, stored: labels, logged: labels, owners: labels });
  const left = panes.opened.book.sheets.filter(({ name }) => name.startsWith("_tierbook_staging"));
  expect({ where, left: left.length }).toEqual({ where, left: 0 });
  expect({ where, leases: leases(panes) }).toEqual({ where, leases: [] });
  return labels;
}

function leases({ opened }: TwoPanes): readonly string[] {
  return [...opened.book.settings.keys()].filter((key) => key.startsWith("tierbook-writing"));
}

async function unfinishedThen(work: () => Promise<unknown>): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if ((await readState()).unfinished) {
      await work();
      return;
    }
  }
  throw new Error("nothing was ever unfinished");
}

const undone = { now: new Date("2026-12-01T08:00:30Z"), person: "Bob" };

describe("of two panes at the same time", () => {
  test.each([
    ["runs another plan", runOf("Bob"), ["being-written", "rolled-back"]],
    ["undoes the last run", () => undoRun(undone), ["being-written", "rolled-back"]],
    ["adds to the history", () => addToHistory(undone), ["being-written", "rolled-back"]],
    ["freezes the month", () => freezeMonth({ ...undone, name: null }), ["being-written", "rolled-back"]],
    ["rolls the run back", () => unfinishedThen(rollBackRun), ["being-written", "rolled-back"]],
    ["finishes the run", () => unfinishedThen(finishRun), ["being-written", "run-unfinished"]],
    [
      "fills in an owner",
      () => assignOwner({ segment: "abc/b", field: "owner", before: "", value: "Bob" }, at),
      ["being-written"],
    ],
  ])("one runs and the other %s: what stands afterwards is one state", async (_what, other, refusals) => {
    const labels = new Set<string>();
    for (let seed = 1; seed <= 6; seed++) {
      const random = seeded(seed);
      const panes = await openTwoPanes(bytes);
      const wait = Math.floor(random() * 110);
      const { ends } = await panes.interleave(
        [
          runOf("Ada"),
          async () => {
            await idle(wait);
            await other();
          },
        ],
        () => (random() < 0.5 ? 0 : 1),
      );
      const codes = ends.map(codeOf);
      // Whoever reads a table at the moment when the other's run takes it away has written nothing, and is told so.
      const told = ["done", "workbook-changed", ...refusals];
      expect(codes.filter((code) => !told.includes(code))).toEqual([]);
      expect({ seed, codes, any: codes.includes("done") }).toMatchObject({ any: true });
      labels.add(await expectOneState(panes, { seed, codes }));
      panes.close();
    }
    expect([...labels].every((who) => ["Ada", "Bob", "first", ""].includes(who))).toBe(true);
  });

  test("both make the first run of a workbook, and only one store is made", async () => {
    const trial = await openTrial(null);
    await fillClients();
    const empty = trial.save();
    for (let seed = 1; seed <= 4; seed++) {
      const random = seeded(seed);
      const panes = await openTwoPanes(empty);
      const { ends } = await panes.interleave([runOf("Ada"), runOf("Bob")], () => (random() < 0.5 ? 0 : 1));
      const codes = ends.map(codeOf);
      expect(codes.filter((code) => code === "done")).toHaveLength(1);
      expect(await expectOneState(panes, { seed, codes })).toBe(codes[0] === "done" ? "Ada" : "Bob");
      panes.close();
    }
  });

  test("both fill in one cell: only one says saved, the other is told what stands there now", async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const random = seeded(seed);
      const panes = await openTwoPanes(bytes);
      const save = (value: string) => () =>
        assignOwner({ segment: "abc/a", field: "owner", before: "", value }, { by: value, at: at.at });
      const { ends } = await panes.interleave([save("Ada"), save("Bob")], () => (random() < 0.5 ? 0 : 1));
      const saved = ends[0].end === "done" ? "Ada" : "Bob";
      const [failed] = ends.flatMap((end) => (end.end === "failed" ? [end.failure] : []));
      expect(ends.map(codeOf).sort()).toEqual(["cell-changed", "done"]);
      expect(failed?.detail).toMatchObject({ found: saved });
      const [row] = (await panes.as(0, () => readOwners(when.now))).rows.filter(({ id }) => id === "abc/a");
      expect(row?.values.owner).toBe(saved);
      panes.close();
    }
  });

  test("the second is told who writes what since when, in both languages", async () => {
    const panes = await openTwoPanes(bytes);
    // The first goes on until it has begun; from then on the second is asked first.
    let asked = 0;
    const { ends } = await panes.interleave(
      [
        runOf("Ada"),
        async () => {
          await idle(1);
          await runOf("Bob")();
        },
      ],
      () => (asked++ < 60 ? 0 : 1),
    );
    const [, second] = ends;
    expect(codeOf(second)).toBe("being-written");
    if (second.end !== "failed") return;
    expect(second.failure.detail).toMatchObject({ by: "Ada", kind: "run" });
    expect(tellFailure("en", failuresEn, second.failure).what).toMatch(
      /^Ada is writing to this workbook since \d\d:\d\d: a run\./,
    );
    expect(tellFailure("zh", failuresZh, second.failure).what).toMatch(/^Ada自 \d\d:\d\d 起正在写入本工作簿（运行）。/);
    panes.close();
  });
});

describe("a pane that does not answer in time, though it is only slow,", () => {
  beforeAll(() => holdersAnswerWithin(0));
  afterAll(() => holdersAnswerWithin(500));

  test.each([
    ["rolled back", rollBackRun, "first"],
    ["finished", finishRun, "Ada"],
  ] as const)(
    "writes nothing more once its run is %s by the other, and says how it ended",
    async (_how, end, whose) => {
      let taken = 0;
      for (let seed = 1; seed <= 10; seed++) {
        const random = seeded(seed);
        const panes = await openTwoPanes(bytes);
        const later = Math.floor(random() * 25);
        const { ends } = await panes.interleave(
          [
            runOf("Ada"),
            async () => {
              await unfinishedThen(async () => {
                await idle(later);
                await end();
              });
            },
          ],
          () => (random() < 0.5 ? 0 : 1),
        );
        const codes = ends.map(codeOf);
        const who = await expectOneState(panes, { seed, codes });
        // Either of them may have put the run back: whoever was asked last and had no time to answer.
        if (codes[0] !== "done") {
          taken++;
          expect({ seed, code: codes[0], who }).toEqual({ seed, code: "rolled-back", who: "first" });
          expect(ends[0]).toMatchObject({ failure: { detail: { reason: "being-written" } } });
        } else expect({ seed, who }).toEqual({ seed, who: "Ada" });
        panes.close();
      }
      expect(taken).toBeGreaterThanOrEqual(whose === "first" ? 2 : 0);
    },
  );
});
