import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "../../src/plan/plan";
import { segmentCommand } from "../../src/workbench/headless/segmentCommand";

/** What a whole process took: seconds by the clock, seconds of all processors, and bytes at its peak. */
export interface ProcessCost {
  readonly clock: number;
  readonly processor: number;
  readonly peakMemory: number;
}

/** `npm run segment` over a book in a folder, from the start of this process to its written files. */
export async function headlessRun(folder: string, planOf: (table: Plan["table"]) => Plan): Promise<ProcessCost> {
  const at = (name: string): string => join(folder, name);
  writeFileSync(at("plan.json"), JSON.stringify(planOf({ id: "", name: "Customers" })));
  const code = await segmentCommand(
    [at("book.xlsx"), "--plan", at("plan.json"), "--out", at("out.xlsx"), "--result", at("result.json")],
    { out: () => undefined, error: (text) => process.stderr.write(text) },
  );
  if (code !== 0) throw new Error(`the headless run ended with ${code}`);
  const { user, system } = process.cpuUsage();
  return {
    clock: process.uptime(),
    processor: (user + system) / 1e6,
    peakMemory: process.resourceUsage().maxRSS * 1024,
  };
}
