import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { RunReply, RunRequest } from "../../src/worker/protocol";
import { workerEngine, type EngineWorker } from "../../src/worker/workerEngine";
import { ownProcess } from "./ownProcess";
import { rfmInPandas } from "./rfmInPandas";
import { customerCount, lineCount, readColumns, rfmOf, rfmPlan, tableOf, writeRfmLines, type IdKind } from "./rfmLines";

/** Processor time of the fastest round in milliseconds, and the customers per segment, to see that all find the same. */
interface RfmMeasured {
  readonly milliseconds: number;
  readonly counts: readonly number[];
  readonly version?: string;
}

const rounds = 5;
/** Each is run so often, by turns, so that both meet the machine at its best. */
const turns = 2;
/** Megabytes. */
const memory = 4096;

/**
 * Prints RFM from lines of orders beside pandas, from columns in memory to segments, and through a worker.
 */
export function printRfm(): void {
  const folder = mkdtempSync(join(tmpdir(), "tierbook-rfm-"));
  try {
    writeRfmLines(folder);
    for (const kind of ["numbers", "text"] as const) {
      const size = `${lineCount.toLocaleString("en")} lines of ${customerCount.toLocaleString("en")} customers`;
      console.log(`\nRFM from ${size}, ids are ${kind}`);
      printBeside(folder, kind);
    }
    const clock = ownProcess<number>(memory, "rfmWorker");
    if (clock !== null) console.log(`\nThe same in a worker, by the clock: ${(clock / 1000).toFixed(2)} s`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function printBeside(folder: string, kind: IdKind): void {
  let own: RfmMeasured | null = null;
  let peer: RfmMeasured | null = null;
  for (let turn = 0; turn < turns; turn++) {
    own = faster(own, ownProcess<RfmMeasured>(memory, "rfm", kind));
    peer = faster(peer, pandas(folder, kind));
  }
  if (!own) return;
  console.log(`${own.milliseconds.toFixed(1).padStart(10)} ms    1.00 ×  Tierbook`);
  if (!peer) return console.log("  no pandas here");
  const ratio = (peer.milliseconds / own.milliseconds).toFixed(2).padStart(7);
  console.log(`${peer.milliseconds.toFixed(1).padStart(10)} ms ${ratio} ×  pandas ${peer.version ?? ""}`);
  console.log(`  Tierbook takes ${(own.milliseconds / peer.milliseconds).toFixed(2)} of the processor time of pandas`);
  if (own.counts.join() !== peer.counts.join()) {
    console.log(`  they do not find the same: ${own.counts.join()} and ${peer.counts.join()}`);
  }
}

function faster(one: RfmMeasured | null, other: RfmMeasured | null): RfmMeasured | null {
  return one && other ? (other.milliseconds < one.milliseconds ? other : one) : (one ?? other);
}

/** Null where no Python here has pandas; Debian's is looked for first, and kept to one thread as ours is. */
function pandas(folder: string, kind: IdKind): RfmMeasured | null {
  for (const python of ["/usr/bin/python3", "python3"]) {
    const { stdout, status } = spawnSync(python, ["-c", rfmInPandas, folder, kind, String(rounds)], {
      encoding: "utf8",
      env: { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" },
    });
    if (status === 0) return JSON.parse(stdout) as RfmMeasured;
  }
  return null;
}

/** Runs our side: all of it from columns as read, the fastest of several rounds. */
export function measureRfm(kind: IdKind): RfmMeasured {
  const columns = readColumns(kind);
  let fastest: RfmMeasured | null = null;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    const [result] = rfmOf(columns).segmentations;
    const { user, system } = process.cpuUsage(before);
    const counts = (result?.groups ?? []).slice(0, -3).map(({ customers }) => customers);
    fastest = faster(fastest, { milliseconds: (user + system) / 1000, counts });
  }
  if (!fastest) throw new Error("measureRfm requires a round");
  return fastest;
}

/** From the lines on the page to the outcome back there, in milliseconds by the clock: numbering, packing and the worker. */
export async function measureRfmWorker(): Promise<number> {
  const columns = readColumns("numbers");
  const engine = workerEngine(nodeWorker);
  let fastest = Infinity;
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await engine.run(rfmPlan, tableOf(columns));
    fastest = Math.min(fastest, performance.now() - began);
  }
  return fastest;
}

/** A worker of Node's that answers as the pane's does. */
function nodeWorker(): EngineWorker {
  const worker = new Worker(join(__dirname, "rfmWorker.ts"), { execArgv: ["--require", require.resolve("tsx/cjs")] });
  const engineWorker: EngineWorker = {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    postMessage: (request: RunRequest, transfer) => worker.postMessage(request, transfer as ArrayBuffer[]),
    terminate: () => void worker.terminate(),
  };
  worker.on("message", (data: RunReply) => engineWorker.onmessage?.({ data }));
  worker.on("error", ({ message }) => engineWorker.onerror?.({ message }));
  return engineWorker;
}
