import { told, tortured } from "./torture";

/* eslint-disable no-console -- what a command says */

function option(name: string): number | null {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? null : Number(process.argv[at + 1]);
}

/** `--worlds N --seed S`: N worlds from seed S on; `--world S`: that one, with its story; `--seconds T`: no longer than that. */
async function main(): Promise<void> {
  const one = option("world");
  const from = one ?? option("seed") ?? Math.floor(Date.now() / 1000) % 1_000_000_000;
  const count = one === null ? (option("worlds") ?? 200) : 1;
  const end = Date.now() + 1000 * (option("seconds") ?? 1e9);
  let [done, broken] = [0, 0];
  console.log(`${count} worlds from seed ${from} on`);
  process.on("unhandledRejection", (reason) => {
    broken++;
    console.log(`U6 unhandled rejection near seed ${from + done}: ${String(reason)}`);
  });
  for (; done < count && Date.now() < end; done++) {
    const seed = from + done;
    const world = await tortured(seed);
    if (one !== null) console.log(world.story.join("\n"));
    if (world.breaches.length === 0) continue;
    broken++;
    console.log(`\n${told(world)}`);
  }
  console.log(`${done} worlds from seed ${from} on, ${broken} of them broken`);
  process.exit(broken === 0 ? 0 : 1);
}

void main();
