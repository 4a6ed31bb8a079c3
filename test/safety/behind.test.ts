import { readState } from "../../src/actions/readState";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import type { ActionProgress } from "../../src/actions/progress";
import { failureData } from "../../src/failure";
import type { TestOffice } from "../host/openTestOffice";
import { waitForFront } from "../../src/workbook/inFront";
import { clientPlan, openClients, when } from "../actions/clientBook";
import { snapshot, type Snapshot } from "./snapshot";

// Every request in turn, and every test opens office.js anew.
jest.setTimeout(600_000);
afterEach(() => waitForFront(300_000));

const later = { now: new Date("2026-12-01T08:00:00Z"), person: "Grace" };

interface Trial extends TestOffice {
  /** Puts another workbook in front before the n-th request from now on, for so many milliseconds or for good. */
  readonly glance: (n: number, back: number | null) => void;
  readonly away: () => boolean;
}

async function openBehind(): Promise<Trial> {
  let left = -1;
  let back: number | null = null;
  let away = false;
  const office: TestOffice = await openClients({
    client: "web",
    fault: () => {
      if (left >= 0 && left-- === 0) {
        away = true;
        office.host.bringToFront(false);
        if (back !== null) setTimeout(() => office.host.bringToFront(true), back);
      }
      return null;
    },
  });
  return {
    ...office,
    glance: (n, milliseconds) => {
      left = n;
      back = milliseconds;
    },
    away: () => away,
  };
}

const look = ({ book, host }: TestOffice): Snapshot => {
  host.settle();
  return snapshot(book);
};

const ended = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => "done",
    (error: unknown) => failureData(error).code,
  );

/** Requests of a first run, and the workbook before and after it. */
async function undisturbed(): Promise<{ requests: number; old: Snapshot; whole: Snapshot }> {
  const trial = await openBehind();
  const old = look(trial);
  const plan = await clientPlan();
  const before = trial.host.requests;
  await runPlan(plan, inThread, when);
  return { requests: trial.host.requests - before, old, whole: look(trial) };
}

test("a run during which a person looks at another workbook for a moment goes on when they come back", async () => {
  const { requests, whole } = await undisturbed();
  const ends = new Map<string, number[]>();
  for (let n = 0; n < requests; n++) {
    const trial = await openBehind();
    const plan = await clientPlan();
    trial.glance(n, 10);
    const end = await ended(runPlan(plan, inThread, when));
    ends.set(end, [...(ends.get(end) ?? []), n]);
    trial.host.bringToFront(true);
    expect((await readState()).unfinished).toBeNull();
    // Sheets that could not be deleted are hidden, and swept by the next run.
    if (end === "done") expect({ n, book: { ...look(trial), hiddenSheets: [] } }).toEqual({ n, book: whole });
    trial.host.close();
  }
  expect([...ends.keys()]).toEqual(["done"]);
});

test("a person who gives up while a run waits for the front has the workbook back as it was", async () => {
  const { requests, old } = await undisturbed();
  let waited = 0;
  for (let n = 0; n < requests; n += 6) {
    const trial = await openBehind();
    const plan = await clientPlan();
    const stop = new AbortController();
    const stages: string[] = [];
    trial.glance(n, null);
    const onProgress = ({ stage }: ActionProgress): void => {
      stages.push(stage);
      if (stage !== "behind") return;
      if (stop.signal.aborted) trial.host.bringToFront(true);
      else stop.abort();
    };
    const end = await ended(runPlan(plan, inThread, { ...when, signal: stop.signal, onProgress }));
    if (stages.includes("behind")) {
      waited += 1;
      // What is said last is not that it waits.
      expect(stages.at(-1)).not.toBe("behind");
      expect({ n, end, book: look(trial) }).toEqual({ n, end: "cancelled", book: old });
    }
    trial.host.bringToFront(true);
    expect((await readState()).unfinished).toBeNull();
    trial.host.close();
  }
  expect(waited).toBeGreaterThan(requests / 12);
});

test("whoever waits for the front is there for all who ask, and nobody takes the writing over", async () => {
  const { requests } = await undisturbed();
  const trial = await openBehind();
  const plan = await clientPlan();
  const asked: Promise<string>[] = [];
  const onProgress = ({ stage }: ActionProgress): void => {
    if (stage !== "behind" || asked.length > 0) return;
    asked.push(ended(runPlan(plan, inThread, later)).finally(() => trial.host.bringToFront(true)));
  };
  trial.glance(Math.floor(requests / 3), null);
  expect(await ended(runPlan(plan, inThread, { ...when, onProgress }))).toBe("done");
  expect(await Promise.all(asked)).toEqual(["being-written"]);
});

test("a run from the front of which the workbook never comes back ends whole or as before, and is swept later", async () => {
  waitForFront(20);
  const { requests, old } = await undisturbed();
  const ends = new Set<string>();
  for (let n = 1; n < requests; n += 8) {
    const trial = await openBehind();
    const plan = await clientPlan();
    trial.glance(n, null);
    const end = await ended(runPlan(plan, inThread, when));
    ends.add(end);
    if (end !== "done") expect({ n, book: { ...look(trial), hiddenSheets: [] } }).toEqual({ n, book: old });
    trial.host.bringToFront(true);
    expect({ n, end, unfinished: (await readState()).unfinished }).toEqual({ n, end, unfinished: null });
    await runPlan(plan, inThread, later);
    expect({ n, hidden: look(trial).hiddenSheets }).toEqual({ n, hidden: [] });
    trial.host.close();
  }
  // Before anything is written it is refused as what it is.
  expect([...ends].sort()).toEqual(["done", "rolled-back", "workbook-behind"]);
});
