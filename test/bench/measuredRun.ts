import { findTables } from "../../src/actions/findTables";
import { inspectTable } from "../../src/actions/inspectTable";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { createHost, type Host } from "../../src/host/host";
import { openOffice } from "../../src/host/transports/officeInNode";
import { readXlsx } from "../../src/host/xlsx/readXlsx";
import { writeXlsx } from "../../src/host/xlsx/writeXlsx";
import { benchPlan } from "./benchPlan";

/** One job, step by step. */
export interface MeasuredRun {
  /** Seconds by the clock, and of all processors. */
  readonly steps: readonly { readonly name: string; readonly clock: number; readonly processor: number }[];
  readonly requests: number;
  /** The largest body of a request and of an answer, as JSON in bytes. */
  readonly largestRequest: number;
  readonly largestAnswer: number;
  readonly tiers: readonly { readonly name: string; readonly customers: number }[];
}

/** Runs ABC over the table of a workbook as the pane and the headless run do, and measures each step and what passes to Excel and back. */
export async function measuredRun(bytes: Uint8Array, now: Date): Promise<MeasuredRun> {
  const steps: { name: string; clock: number; processor: number }[] = [];
  const timed = async <T>(name: string, step: () => T | Promise<T>): Promise<T> => {
    const start = performance.now();
    const before = process.cpuUsage();
    const result = await step();
    const { user, system } = process.cpuUsage(before);
    steps.push({ name, clock: (performance.now() - start) / 1000, processor: (user + system) / 1e6 });
    return result;
  };

  const opened = await timed("open the file", () => readXlsx(bytes));
  const weighed = weigh(createHost(opened.book));
  Object.assign(globalThis, await timed("load office.js", () => openOffice(weighed.host)));
  const [table] = await timed("find the tables", () => findTables());
  if (table === undefined) throw new Error("measuredRun requires a workbook with a table");
  await timed("inspect the table", () => inspectTable(table.id));
  const { outcome } = await timed("run the plan: read, ABC, write, summary", () =>
    runPlan(benchPlan(table), inThread, { now, person: "" }),
  );
  await timed("run it again", () => runPlan(benchPlan(table), inThread, { now, person: "" }));
  await timed("save the file", () => writeXlsx(opened));

  return {
    steps,
    requests: weighed.host.requests,
    largestRequest: weighed.largest.request,
    largestAnswer: weighed.largest.answer,
    tiers: outcome.segmentations.flatMap(({ groups }) => groups.map(({ name, customers }) => ({ name, customers }))),
  };
}

/** The host, with the bodies that go in and out weighed as the network would carry them. */
function weigh(host: Host): { readonly host: Host; readonly largest: { request: number; answer: number } } {
  const largest = { request: 0, answer: 0 };
  const size = (body: unknown): number => Buffer.byteLength(JSON.stringify(body));
  const weighing: Host = Object.create(host, {
    processQuery: {
      value: async (body: Parameters<Host["processQuery"]>[0]) => {
        largest.request = Math.max(largest.request, size(body));
        const answer = await host.processQuery(body);
        largest.answer = Math.max(largest.answer, size(answer));
        return answer;
      },
    },
  });
  return { host: weighing, largest };
}
