import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "../../src/host/profile";
import { openTestOffice } from "../host/openTestOffice";
import { clientOf, differences, logProblems, type Known, type Log } from "./log";
import { probes, runProbes, type Answered } from "./probes";

// Some forty questions, with the waits that events need.
jest.setTimeout(600_000);

const root = join(__dirname, "../..");
const readme = readFileSync(join(root, "README.md"), "utf8");
const known = JSON.parse(readFileSync(join(__dirname, "known.json"), "utf8")) as readonly Known[];
const folder = join(__dirname, "logs");
const logs = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file) => [file.replace(/\.json$/, ""), JSON.parse(readFileSync(join(folder, file), "utf8")) as Log] as const);

const answered = new Map<Client, Promise<readonly Answered[]>>();

/** What the host answers when it plays an Excel; each is asked once. */
function hostAs(client: Client): Promise<readonly Answered[]> {
  const asked = answered.get(client) ?? openTestOffice(undefined, { client }).then(() => runProbes());
  answered.set(client, asked);
  return asked;
}

test("every probe has a number of its own, and a question", () => {
  expect(new Set(probes.map(({ id }) => id)).size).toBe(probes.length);
  for (const { id, asks } of probes) expect([id, /^P\d\d$/.test(id), asks.length > 20]).toEqual([id, true, true]);
});

test("the host answers every probe, and none of them stops it", async () => {
  const answers = await hostAs("web");
  expect(answers.map(({ id }) => id)).toEqual(probes.map(({ id }) => id));
  const text = JSON.stringify(answers);
  expect(text).not.toContain("HostFault");
  expect(text).not.toContain("no answer in");
  // One that the host does not play is asked of Excel all the same.
  expect(answers.filter(({ answer }) => JSON.stringify(answer) === '{"error":"ApiNotFound"}').length).toBeLessThan(3);
});

test("what an Excel answered stands in a log, and the host answers alike or somebody has decided", async () => {
  for (const [name, log] of logs) {
    expect(logProblems(name, log, await hostAs(clientOf(log)), known, readme)).toEqual([]);
  }
  const unknown = known.filter(({ log }) => logs.every(([name]) => name !== log));
  expect(unknown).toEqual([]);
});

describe("a made-up log", () => {
  const client = { platform: "PC", version: "16.0.19000.20000" };
  const host: readonly Answered[] = [
    { id: "P07", answer: [["=1"], ["=2"]], ms: 5 },
    { id: "P11", answer: { before: { error: "EmptyChartSeries" }, after: "ok" }, ms: 5 },
    { id: "P28", answer: ["at once"], ms: 4_000 },
  ];
  const log = (...answers: readonly Answered[]): Log => ({
    format: 1,
    client,
    at: "2026-12-01T09:00:00.000Z",
    answers,
  });
  const other = { id: "P07", answer: [["=2"], ["=2"]], ms: 90 };
  const decided = (decision: Known["decision"], more: Partial<Known> = {}): readonly Known[] => [
    { log: "made-up", probe: "P07", decision, why: "Written cell by cell and read back.", ...more },
  ];

  test("that agrees has no problem, in whatever order its answers and their parts are and however long they took", () => {
    const same = log({ id: "P11", answer: { after: "ok", before: { error: "EmptyChartSeries" } }, ms: 99 }, host[0]!);
    expect(differences(same, host)).toEqual([]);
    expect(logProblems("made-up", same, host, [], "")).toEqual([]);
    expect(clientOf(same)).toBe("desktop");
  });

  test("that differs needs a decision", () => {
    expect(differences(log(other), host)).toEqual([{ probe: "P07", excel: other.answer, host: host[0]!.answer }]);
    const [problem] = logProblems("made-up", log(other), host, [], "");
    expect(problem).toBe('made-up: P07 is undecided: Excel answers [["=2"],["=2"]], the host [["=1"],["=2"]]');
    expect(logProblems("made-up", log(other), host, decided("avoided"), "")).toEqual([]);
  });

  test.each([
    ["still differs", log(other), decided("host-changed"), ""],
    ["does not differ", log(host[0]!), decided("avoided"), ""],
    ["to be named in README.md", log(other), decided("named", { readme: "Excel 2021" }), "Excel 2019"],
    ["to be named in README.md", log(other), decided("named"), "Excel 2021"],
    ["without a reason", log(other), decided("avoided", { why: " " }), ""],
    ["P99 is no probe", log({ id: "P99", answer: null, ms: 1 }), [], ""],
    ["P07 is undecided", log(other), decided("avoided", { log: "another" }), ""],
  ])("tells of a decision or an answer that “%s”", (problem, made, decisions, words) => {
    expect(logProblems("made-up", made, host, decisions, words).join("\n")).toContain(problem);
  });

  test("whose difference is named in the README, or went when the host changed, has no problem", () => {
    const named = decided("named", { readme: "Excel 2021 fills" });
    expect(logProblems("made-up", log(other), host, named, "Excel 2021 fills the column.")).toEqual([]);
    expect(logProblems("made-up", log(host[0]!), host, decided("host-changed"), "")).toEqual([]);
  });
});
