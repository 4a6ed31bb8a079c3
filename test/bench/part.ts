import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What the bench runs in processes of their own, by its name on the command line; each gives what is printed. Each loads
 * no more than it needs: the peers and the browser of other parts would count as its time and memory.
 */
export const parts = {
  headless: async (folder: string) => {
    const { headlessRun, benchPlan } = await headless();
    return headlessRun(folder, benchPlan);
  },
  headlessFour: async (folder: string) => {
    const { headlessRun, fourSegmentations } = await headless();
    return headlessRun(folder, fourSegmentations);
  },
  headlessOrders: async (folder: string) => {
    const { headlessRun } = await headless();
    return headlessRun(folder, (await import("./ordersPlan")).ordersPlan);
  },
  run: async (folder: string) =>
    (await import("./measuredRun")).measuredRun(readFileSync(join(folder, "book.xlsx")), new Date()),
  pane: async (folder: string) =>
    (await import("./paneTasks")).measurePane(readFileSync(join(folder, "book.xlsx")), "Customers"),
  rfm: async (kind: string) => (await import("./rfmContest")).measureRfm(kind === "text" ? "text" : "numbers"),
  rfmWorker: async () => (await import("./rfmContest")).measureRfmWorker(),
  contest: async (which: string, name: string, size: string) =>
    (await import("./contestTable")).measureContender(Number(which), name, Number(size)),
} as const;

async function headless() {
  return { ...(await import("./headlessRun")), ...(await import("./benchPlan")) };
}

async function measure([name = "", first = "", second = "", third = ""]: readonly string[]): Promise<void> {
  if (!(name in parts)) throw new Error(`measure requires one of ${Object.keys(parts).join(", ")}, got "${name}"`);
  const result = await parts[name as keyof typeof parts](first, second, third);
  // The server of the pane would keep the process alive.
  process.stdout.write(`\n${JSON.stringify(result)}`, () => process.exit());
}

if (process.argv[1] === __filename) void measure(process.argv.slice(2));
