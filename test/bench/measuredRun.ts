import { findTables } from "../../src/actions/findTables";
import { inspectTable } from "../../src/actions/inspectTable";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { createHost, type Host } from "../../src/host/host";
import { openOffice } from "../../src/host/transports/officeInNode";
import { readXlsx } from "../../src/host/xlsx/readXlsx";
import { writeXlsx } from "../../src/host/xlsx/writeXlsx";
import { planVersion, type Plan } from "../../src/plan/plan";

/** One headless run, step by step. Times in milliseconds, memory in bytes. */
export interface MeasuredRun {
  readonly steps: readonly { readonly name: string; readonly milliseconds: number }[];
  readonly requests: number;
  /** The largest body of a request and of an answer, as JSON in bytes. */
  readonly largestRequest: number;
  readonly largestAnswer: number;
  readonly peakMemory: number;
  readonly tiers: readonly { readonly name: string; readonly customers: number }[];
}

/** Runs ABC over the table of a workbook as the headless run does, and measures each step of it. */
export async function measuredRun(bytes: Uint8Array, now: Date): Promise<MeasuredRun> {
  const steps: { name: string; milliseconds: number }[] = [];
  const timed = async <T>(name: string, step: () => T | Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await step();
    steps.push({ name, milliseconds: performance.now() - start });
    return result;
  };

  const opened = await timed("open the file", () => readXlsx(bytes));
  const weighed = weigh(createHost(opened.book));
  Object.assign(globalThis, await timed("load office.js", () => openOffice(weighed.host)));
  const [table] = await timed("find the tables", () => findTables());
  if (table === undefined) throw new Error("measuredRun requires a workbook with a table");
  await timed("inspect the table", () => inspectTable(table.id));
  const { outcome } = await timed("run the plan: read, ABC, write, summary", () =>
    runPlan(planFor(table), inThread, { now, person: "" }),
  );
  await timed("run it again", () => runPlan(planFor(table), inThread, { now, person: "" }));
  await timed("save the file", () => writeXlsx(opened));

  return {
    steps,
    requests: weighed.host.requests,
    largestRequest: weighed.largest.request,
    largestAnswer: weighed.largest.answer,
    peakMemory: process.resourceUsage().maxRSS * 1024,
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

function planFor({ id, name }: { readonly id: string; readonly name: string }): Plan {
  return {
    version: planVersion,
    table: { id, name },
    keyColumn: "Client ID",
    dataDate: "2026-10-31",
    sheetLanguage: "en",
    segmentations: [
      {
        method: "abc",
        id: "exposure",
        name: "Exposure tier",
        valueColumn: "Outstanding",
        cutoffs: [0.8, 0.95],
        tiers: [
          { id: "a", name: "A" },
          { id: "b", name: "B" },
          { id: "c", name: "C" },
        ],
      },
    ],
  };
}
