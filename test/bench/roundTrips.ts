import { runPlan } from "../../src/actions/runPlan";
import { undoRun } from "../../src/actions/undo/undoRun";
import { inThread } from "../../src/engine/inThread";
import { readXlsx } from "../../src/host/xlsx/readXlsx";
import { writeXlsx } from "../../src/host/xlsx/writeXlsx";
import { openBook } from "../../src/workbench/headless/openBook";
import { samplePlan } from "../../src/workbench/sample/samplePlan";
import { sampleWorkbook } from "../../src/workbench/sample/sampleWorkbook";

/** How often a job on the sample workbook asks Excel something and waits for the answer. */
export interface RoundTrips {
  readonly first: number;
  readonly again: number;
  readonly undo: number;
}

/** Runs the sample's plan twice and undoes the second run, and counts the round trips of each. */
export async function roundTrips(): Promise<RoundTrips> {
  const { host, close } = await openBook(readXlsx(writeXlsx(sampleWorkbook("en", undefined, ["october"]))));
  const counted = async (work: () => Promise<unknown>): Promise<number> => {
    const before = host.requests;
    await work();
    return host.requests - before;
  };
  const at = (day: number) => ({ now: new Date(Date.UTC(2026, 10, day, 8)), person: "" });
  const plan = samplePlan("en");
  const first = await counted(() => runPlan(plan, inThread, at(2)));
  const again = await counted(() => runPlan(plan, inThread, at(3)));
  const undo = await counted(() => undoRun(at(4)));
  close();
  return { first, again, undo };
}
