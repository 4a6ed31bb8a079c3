import { contests } from "./contests";
import { ownProcess } from "./ownProcess";

/** Processor time of the fastest round in milliseconds, and the process's peak memory in bytes. */
interface Measured {
  readonly milliseconds: number;
  readonly peakMemory: number;
}

const megabyte = 1024 * 1024;

/**
 * Prints our code beside its peers: processor time, the ratio to ours, and memory. Each runs in a process of its own,
 * one after the other, so that neither heats the other's cache nor counts its memory.
 *
 * @param full - all sizes, rather than the first of each contest
 */
export function printContests(full: boolean): void {
  for (const [which, { task, sizes, contenders }] of contests.entries()) {
    for (const size of full ? sizes : sizes.slice(0, 1)) {
      console.log(`\n${task}, ${size.toLocaleString("en")} customers`);
      let ours: number | null = null;
      for (const name of Object.keys(contenders)) {
        const measured = ownProcess<Measured>(4096, "contest", String(which), name, String(size));
        if (measured === null) continue;
        const { milliseconds, peakMemory } = measured;
        ours ??= milliseconds;
        const ratio = (milliseconds / ours).toFixed(2).padStart(7);
        const memory = (peakMemory / megabyte).toFixed(0).padStart(6);
        console.log(`${milliseconds.toFixed(1).padStart(10)} ms ${ratio} × ${memory} MB  ${name}`);
      }
    }
  }
}

/** Runs one contender and gives its time and memory. */
export async function measureContender(which: number, name: string, size: number): Promise<Measured> {
  const contest = contests[which];
  const contender = contest?.contenders[name];
  if (!contest || !contender) throw new Error(`measureContender requires a contender, got ${name}`);
  const run = contender(size);
  let fastest = Infinity;
  for (let round = 0; round < contest.rounds; round++) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    fastest = Math.min(fastest, (user + system) / 1000);
  }
  return { milliseconds: fastest, peakMemory: process.resourceUsage().maxRSS * 1024 };
}
