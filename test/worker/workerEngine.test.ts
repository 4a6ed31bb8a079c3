import { classify } from "../../src/engine/classify";
import { defaultPlan } from "../../src/plan/defaultPlan";
import { columnOf, type Content } from "../../src/table/columns";
import type { CustomerTable } from "../../src/table/customerTable";
import { answer } from "../../src/worker/answer";
import type { RunReply, RunRequest } from "../../src/worker/protocol";
import { workerEngine, type EngineWorker } from "../../src/worker/workerEngine";
import { fromOrders, january, planOf, rfm, tableOf } from "../segmentations/rfm/orders";

const plan = defaultPlan({
  table: { id: "", name: "Clients" },
  keyColumn: "Client",
  valueColumn: "Balance",
  template: "retail",
  sheetLanguage: "en",
});

function clients(balances: readonly Content[]): CustomerTable {
  const keys = balances.map((_, i) => `K${i + 1}`);
  return { name: "Clients", rows: balances.length, columns: [columnOf("Client", keys), columnOf("Balance", balances)] };
}

interface Started {
  readonly workers: EngineWorker[];
  readonly ended: Set<EngineWorker>;
  readonly requests: RunRequest[];
  start(): EngineWorker;
}

/** Workers whose messages are cloned and handed over as a browser's are, and that compute on the next turn. */
function workers(compute: (request: RunRequest, reply: (reply: RunReply) => void) => void = answer): Started {
  const started: Started = {
    workers: [],
    ended: new Set(),
    requests: [],
    start() {
      const worker: EngineWorker = {
        onmessage: null,
        onerror: null,
        onmessageerror: null,
        postMessage(request, transfer) {
          const received = structuredClone(request, { transfer: transfer as ArrayBuffer[] });
          started.requests.push(received);
          setImmediate(() => {
            if (started.ended.has(worker)) return;
            compute(received, (reply) => worker.onmessage?.({ data: structuredClone(reply) }));
          });
        },
        terminate: () => void started.ended.add(worker),
      };
      started.workers.push(worker);
      return worker;
    },
  };
  return started;
}

const mixed = [90, null, "", "12", true, { error: "#N/A" }, 10, 0, -4];

test("gives what the engine gives in the thread", async () => {
  const table = clients(mixed);
  const { start } = workers();
  expect(await workerEngine(start).run(plan, table)).toEqual(classify(plan, table));
});

test("leaves the caller's table whole, so that a changed cut-off needs no second reading", async () => {
  const table = clients(mixed);
  const engine = workerEngine(workers().start);
  await engine.run(plan, table);
  expect(table.columns[1]?.numbers).toHaveLength(mixed.length);
  await expect(engine.run(plan, table)).resolves.toMatchObject({ rows: mixed.length });
});

test("sends no keys across", async () => {
  const started = workers();
  await workerEngine(started.start).run(plan, clients(mixed));
  expect(JSON.stringify(started.requests)).not.toContain("K2");
});

test("keeps one worker ready, and starts another only for runs at the same time", async () => {
  const started = workers();
  const engine = workerEngine(started.start);
  await engine.run(plan, clients([1]));
  await engine.run(plan, clients([1]));
  expect(started.workers).toHaveLength(1);
  await Promise.all([engine.run(plan, clients([1])), engine.run(plan, clients([2]))]);
  expect([started.workers.length, started.ended.size]).toEqual([2, 1]);
});

test("cancelling ends the worker at once, and the next run has a new one", async () => {
  const started = workers(() => undefined);
  const engine = workerEngine(started.start);
  const stop = new AbortController();
  const run = engine.run(plan, clients([1]), { signal: stop.signal });
  stop.abort();
  await expect(run).rejects.toMatchObject({ code: "cancelled" });
  expect(started.ended.size).toBe(1);
  await expect(engine.run(plan, clients([1]), { signal: stop.signal })).rejects.toMatchObject({ code: "cancelled" });
  expect(started.workers).toHaveLength(1);
});

test("a refusal comes back with its code and subject", async () => {
  const engine = workerEngine(workers().start);
  await expect(engine.run(plan, clients([0]))).rejects.toMatchObject({ code: "no-positive-value", subject: "Balance" });
  await expect(engine.run(plan, { ...clients([1]), columns: [] })).rejects.toMatchObject({ code: "missing-column" });
});

test.each([
  ["dies", (worker: EngineWorker) => worker.onerror?.({ message: "out of memory" })],
  ["cannot be understood", (worker: EngineWorker) => worker.onmessageerror?.()],
])("a worker that %s stops the engine, and the next run works", async (_, fail) => {
  const started = workers();
  const engine = workerEngine(started.start);
  const run = engine.run(plan, clients([1]));
  fail(started.workers[0]!);
  await expect(run).rejects.toMatchObject({ code: "engine-stopped" });
  await expect(engine.run(plan, clients([1]))).resolves.toMatchObject({ rows: 1 });
});

test("reports progress", async () => {
  const seen: unknown[] = [];
  await workerEngine(workers().start).run(plan, clients([1]), { onProgress: (progress) => seen.push(progress) });
  expect(seen).toEqual([{ done: 0, total: 1, segmentation: "Value tier" }]);
});

test("hands lines of orders over as numbers, keeps its own, and gives what the engine gives in the thread", async () => {
  const orders = planOf(rfm(fromOrders), "2024-01-31");
  const table = tableOf(
    ["anna", "bert", "carl"],
    [
      ["anna", january, 100],
      ["bert", january + 9, 30],
      ["nobody", january, 5],
      ["bert", january + 40, 80],
    ],
  );
  const before = structuredClone(table);
  const { start, requests } = workers();
  const engine = workerEngine(start);
  expect(await engine.run(orders, table)).toEqual(classify(orders, table));
  expect(await engine.run(orders, table)).toEqual(classify(orders, table));
  expect(table).toEqual(before);
  expect(JSON.stringify(requests[0]?.table)).not.toMatch(/anna|nobody/);
});
