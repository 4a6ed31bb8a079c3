import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { kilobytes, bundleReport } from "../checks/bundleReport";
import { bigBook } from "./bigBook";
import { measureContender, printContests } from "./contestTable";
import { measuredRun, type MeasuredRun } from "./measuredRun";
import { longPaneTasks } from "./paneTasks";

const customers = 100_000;
const megabyte = 1024 * 1024;

/** `npm run bench`: prints times, memory and sizes. It judges nothing: a machine may be slow today. */
function bench(): void {
  const folder = mkdtempSync(join(tmpdir(), "tierbook-bench-"));
  try {
    const path = join(folder, "book.xlsx");
    writeFileSync(path, bigBook(customers));
    // A process of its own with 1 GB, so that making the book does not count.
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ["--max-old-space-size=1024", "--require", require.resolve("tsx/cjs"), __filename, path],
      { encoding: "utf8" },
    );
    if (status !== 0) throw new Error(`the measured run ended with ${status ?? "a signal"}: ${stderr}`);
    print(JSON.parse(stdout) as MeasuredRun);
    printPaneTasks(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
  printContests(__filename);
  printBundles();
}

function print({ steps, requests, largestRequest, largestAnswer, peakMemory, tiers }: MeasuredRun): void {
  const [cpu] = cpus();
  console.log(
    `${customers} customers × 10 columns, Node ${process.version}, ${cpus().length} × ${cpu?.model ?? "?"}\n`,
  );
  for (const { name, milliseconds } of steps) console.log(`${(milliseconds / 1000).toFixed(2).padStart(8)} s  ${name}`);
  const total = steps.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  console.log(`${(total / 1000).toFixed(2).padStart(8)} s  together`);
  console.log(`${(peakMemory / megabyte).toFixed(0).padStart(8)} MB peak of the process`);
  console.log(`${String(requests).padStart(8)}    requests to Excel`);
  console.log(`${(largestRequest / megabyte).toFixed(2).padStart(8)} MB largest request`);
  console.log(`${(largestAnswer / megabyte).toFixed(2).padStart(8)} MB largest answer`);
  console.log(`\ntiers: ${tiers.map(({ name, customers }) => `${name} ${customers}`).join(", ")}\n`);
}

/** The pane in a browser, in a process that ends with its server. */
function printPaneTasks(path: string): void {
  const args = ["--require", require.resolve("tsx/cjs"), __filename, "pane", path];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) return console.log(`The pane was not measured: ${stderr.trim().split("\n").at(-1) ?? ""}`);
  const tasks = JSON.parse(stdout) as readonly number[];
  console.log(`${(tasks[0] ?? 0).toFixed(0).padStart(8)} ms longest task of the pane; ${tasks.length} over 50 ms\n`);
}

async function measurePane(path: string): Promise<never> {
  process.stdout.write(JSON.stringify(await longPaneTasks(readFileSync(path), "Customers")));
  process.exit();
}

function printBundles(): void {
  if (!existsSync("dist/taskpane.html")) return console.log("The bundle is not built: npm run build");
  const files = readdirSync("dist", { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(js|css|html)$/.test(path))
    .map((path) => ({ path: path.replaceAll("\\", "/"), text: readFileSync(join("dist", path), "latin1") }));
  for (const { name, gzip } of bundleReport(files, []).bundles)
    console.log(`${kilobytes(gzip).padStart(11)} gzip, ${name}`);
}

async function measure(path: string): Promise<void> {
  process.stdout.write(JSON.stringify(await measuredRun(readFileSync(path), new Date())));
}

async function measureOne(which: string, name: string, size: string): Promise<void> {
  process.stdout.write(JSON.stringify(await measureContender(Number(which), name, Number(size))));
}

const [, , what, which = "", name = "", size = ""] = process.argv;
if (what === undefined) bench();
else if (what === "contest") void measureOne(which, name, size);
else if (what === "pane") void measurePane(which);
else void measure(what);
