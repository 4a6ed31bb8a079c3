import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { kilobytes, bundleReport } from "../checks/bundleReport";
import { benchPlan, fourSegmentations } from "./benchPlan";
import { bigBook } from "./bigBook";
import { measureContender, printContests } from "./contestTable";
import { headlessRun, type ProcessCost } from "./headlessRun";
import { measuredRun, type MeasuredRun } from "./measuredRun";
import { ordersBook } from "./ordersBook";
import { ordersPlan } from "./ordersPlan";
import { measurePane, type PaneMeasure } from "./paneTasks";
import { measureRfm, measureRfmWorker, printRfm } from "./rfmContest";

const customers = 100_000;
const orderCustomers = 50_000;
const orderLines = 540_000;
const megabyte = 1024 * 1024;

/**
 * `npm run bench [-- --full]`: prints times, memory and sizes; with `--full` also the contests over large books, which
 * take some minutes more. It judges nothing: a machine may be slow today.
 */
function bench(full: boolean): void {
  const folder = mkdtempSync(join(tmpdir(), "tierbook-bench-"));
  try {
    writeFileSync(join(folder, "book.xlsx"), bigBook(customers));
    const [cpu] = cpus();
    console.log(
      `${customers} customers × 10 columns, Node ${process.version}, ${cpus().length} × ${cpu?.model ?? "?"}`,
    );
    console.log("Processor seconds count all threads; on a busy machine trust them rather than the clock.");
    // Processes of their own with 1 GB, so that making the book does not count.
    printHeadless("one segmentation", inProcess<ProcessCost>("headless", folder));
    printHeadless("ABC, bands, groups and a matrix", inProcess<ProcessCost>("headlessFour", folder));
    printRun(inProcess<MeasuredRun>("run", folder));
    printPane(inProcess<PaneMeasure>("pane", folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
  if (full) printOrders();
  printRfm(__filename);
  printContests(__filename, full);
  printBundles();
}

/** RFM over a workbook of orders, in a process of 2 GB: the whole package is held in memory. */
function printOrders(): void {
  const folder = mkdtempSync(join(tmpdir(), "tierbook-orders-"));
  try {
    writeFileSync(join(folder, "book.xlsx"), ordersBook(orderCustomers, orderLines));
    const what = `RFM from ${orderLines} lines of orders of ${orderCustomers} customers`;
    printHeadless(what, inProcess<ProcessCost>("headlessOrders", folder, 2048));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs one of `parts` in a process of its own with so many megabytes; null if it failed, which is printed. */
function inProcess<Result>(part: keyof typeof parts, folder: string, memory = 1024): Result | null {
  const args = [`--max-old-space-size=${memory}`, "--require", require.resolve("tsx/cjs"), __filename, part, folder];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 64 * megabyte });
  if (status === 0) return JSON.parse(stdout.slice(stdout.lastIndexOf("\n") + 1)) as Result;
  console.log(`\n${part} was not measured: ${stderr.trim().split("\n").slice(-3).join(" | ")}`);
  return null;
}

const seconds = (value: number): string => `${value.toFixed(2).padStart(8)} s`;
const milliseconds = (value: number): string => `${value.toFixed(0).padStart(6)} ms`;

function printHeadless(plan: string, cost: ProcessCost | null): void {
  if (!cost) return;
  console.log(`\nThe headless run of ${plan}, from the start of the process to its files:`);
  console.log(`${seconds(cost.processor)} of processors, ${cost.clock.toFixed(2)} s by the clock`);
  console.log(`${(cost.peakMemory / megabyte).toFixed(0).padStart(7)} MB at its peak`);
}

function printRun(run: MeasuredRun | null): void {
  if (!run) return;
  console.log("\nStep by step, seconds of processors and by the clock:");
  for (const { name, clock, processor } of run.steps) console.log(`${seconds(processor)} ${seconds(clock)}  ${name}`);
  const [request, answer] = [run.largestRequest, run.largestAnswer].map((bytes) => (bytes / 1e6).toFixed(2));
  console.log(`${run.requests} requests to Excel; the largest ${request} MB, the largest answer ${answer} MB`);
  console.log(`tiers: ${run.tiers.map(({ name, customers }) => `${name} ${customers}`).join(", ")}`);
}

function printPane(measure: PaneMeasure | null): void {
  if (!measure) return;
  console.log("\nThe pane in Chromium: the longest time that one task gave to");
  for (const { name, longest, functions } of measure.stages) {
    console.log(`  ${name}`);
    for (const [author, time] of Object.entries(longest)) console.log(`  ${milliseconds(time)}  ${author}`);
    if (functions.length > 0) console.log(`             ours: ${functions.join(", ")}`);
  }
  const median = measure.previews[Math.floor(measure.previews.length / 2)] ?? NaN;
  console.log(`  from a changed cut-off to its preview, by the clock: ${milliseconds(median).trim()} (median),`);
  console.log(`  ${milliseconds(measure.previews.at(-1) ?? NaN).trim()} at most of ${measure.previews.length}`);
}

/** The production build in which the pane was measured. */
const built = ".cache/e2e/pane";

function printBundles(): void {
  if (!existsSync(built)) return;
  console.log("\nThe pane's bundles:");
  const files = readdirSync(built, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(js|css|html)$/.test(path))
    .map((path) => ({ path: path.replaceAll("\\", "/"), text: readFileSync(join(built, path), "latin1") }));
  for (const { name, gzip } of bundleReport(files, []).bundles)
    console.log(`${kilobytes(gzip).padStart(11)} gzip, ${name}`);
}

/** What the bench runs in processes of their own, by its name on the command line; each gives what is printed. */
const parts = {
  headless: (folder: string) => headlessRun(folder, benchPlan),
  headlessOrders: (folder: string) => headlessRun(folder, ordersPlan),
  headlessFour: (folder: string) => headlessRun(folder, fourSegmentations),
  run: (folder: string) => measuredRun(readFileSync(join(folder, "book.xlsx")), new Date()),
  pane: (folder: string) => measurePane(readFileSync(join(folder, "book.xlsx")), "Customers"),
  rfm: (kind: string) => measureRfm(kind === "text" ? "text" : "numbers"),
  rfmWorker: () => measureRfmWorker(),
  contest: (which: string, name: string, size: string) => measureContender(Number(which), name, Number(size)),
} as const;

async function measure(
  part: keyof typeof parts,
  [first = "", second = "", third = ""]: readonly string[],
): Promise<void> {
  const result = await parts[part](first, second, third);
  // The server of the pane would keep the process alive.
  process.stdout.write(`\n${JSON.stringify(result)}`, () => process.exit());
}

const [first = "", ...rest] = process.argv.slice(2);
if (first in parts) void measure(first as keyof typeof parts, rest);
else bench(first === "--full");
