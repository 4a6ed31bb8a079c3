import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { kilobytes, bundleReport } from "../checks/bundleReport";
import { bigBook } from "./bigBook";
import { printContests } from "./contestTable";
import type { ProcessCost } from "./headlessRun";
import type { MeasuredRun } from "./measuredRun";
import { ordersBook } from "./ordersBook";
import { ownProcess } from "./ownProcess";
import type { PaneMeasure } from "./paneTasks";
import { printRfm } from "./rfmContest";

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
    printHeadless("one segmentation", ownProcess<ProcessCost>(1024, "headless", folder));
    printHeadless("ABC, bands, groups and a matrix", ownProcess<ProcessCost>(1024, "headlessFour", folder));
    printRun(ownProcess<MeasuredRun>(1024, "run", folder));
    printPane(ownProcess<PaneMeasure>(1024, "pane", folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
  if (full) printOrders();
  printRfm();
  printContests(full);
  printBundles();
}

/** RFM over a workbook of orders, in a process of 2 GB: the whole package is held in memory. */
function printOrders(): void {
  const folder = mkdtempSync(join(tmpdir(), "tierbook-orders-"));
  try {
    writeFileSync(join(folder, "book.xlsx"), ordersBook(orderCustomers, orderLines));
    const what = `RFM from ${orderLines} lines of orders of ${orderCustomers} customers`;
    printHeadless(what, ownProcess<ProcessCost>(2048, "headlessOrders", folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
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

bench(process.argv[2] === "--full");
