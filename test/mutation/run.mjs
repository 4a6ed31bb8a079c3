import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

/**
 * `npm run mutation -- --room engine --sample 100 --seed 7`: Stryker over a room (see `stryker.config.mjs`), or over as many
 * of its mutants as are drawn by a seed, and the share of them that a test notices. Without `--sample` all are tried, in hours.
 */
const { values } = parseArgs({
  options: { room: { type: "string", default: "methods" }, sample: { type: "string" }, seed: { type: "string" } },
});
const seed = values.seed ?? String(Date.now() % 1_000_000);
const sample = values.sample === undefined ? undefined : Number(values.sample);
if (sample !== undefined && !(Number.isInteger(sample) && sample > 0)) throw new Error("--sample requires a number");

const env = { ...process.env, TIERBOOK_MUTATION: JSON.stringify({ room: values.room, sample, seed }) };
const { status } = spawnSync("stryker", ["run", "test/mutation/stryker.config.mjs"], { stdio: "inherit", env });
if (status !== 0) process.exit(status ?? 1);

const { files } = JSON.parse(readFileSync(`.cache/mutation-${values.room}.json`, "utf8"));
const ends = Object.values(files).flatMap(({ mutants }) => mutants.map((mutant) => mutant.status));
const count = (...wanted) => ends.filter((end) => wanted.includes(end)).length;
// A mutant that runs without end is noticed, too; on a busy machine others may only have been slow.
const [late, lived] = [count("Timeout"), count("Survived", "NoCoverage")];
const killed = count("Killed") + late;
const percent = (share) => `${(100 * share).toFixed(1)} %`;
const [low, high] = interval(killed, killed + lived);
process.stdout.write(
  `${values.room}: ${killed + lived} of ${ends.length} mutants tried${sample === undefined ? "" : ` (seed ${seed})`}, ` +
    `${killed} killed (${late} by running out of time), ${lived} lived: ${percent(killed / (killed + lived))}` +
    (sample === undefined ? "" : `, 95 % between ${percent(low)} and ${percent(high)}`) +
    "\n",
);
process.exitCode = killed / (killed + lived) < 0.85 ? 1 : 0;

/** Where the share of all lies with a confidence of 95 per cent, after Wilson. */
function interval(hits, of) {
  const z = 1.96;
  const middle = (hits / of + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const reach = (z * Math.sqrt(((hits / of) * (1 - hits / of)) / of + z ** 2 / (4 * of ** 2))) / (1 + z ** 2 / of);
  return [middle - reach, middle + reach];
}
