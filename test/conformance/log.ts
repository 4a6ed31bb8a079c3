import type { Client } from "../../src/host/profile";
import type { Answered } from "./probes";
import type { Answer } from "./probe";

/** What an Excel answered: the text that the self-check gives to copy, kept in `logs/`. */
export interface Log {
  readonly format: number;
  readonly client: {
    /** "PC", "Mac", "iOS" or "OfficeOnline", as Office.js names it. */
    readonly platform: string;
    readonly version: string;
    readonly [fact: string]: Answer;
  };
  readonly at: string;
  readonly answers: readonly Answered[];
}

/** A difference between an Excel and the host that somebody has decided about. */
export interface Known {
  /** The log's file name, without folder and ending. */
  readonly log: string;
  readonly probe: string;
  /**
   * "host-changed": the host answers alike now. "avoided": the product does not rely on the host's answer.
   * "named": README.md names the client, by the text in `readme`.
   */
  readonly decision: "host-changed" | "avoided" | "named";
  readonly why: string;
  readonly readme?: string;
}

export interface Difference {
  readonly probe: string;
  readonly excel: Answer;
  readonly host: Answer;
}

/** The Excel that the host has to play for a log. */
export function clientOf({ client }: Log): Client {
  if (client.platform === "OfficeOnline") return "web";
  return client.platform === "PC" ? "desktop" : "mac";
}

/** Where an Excel answered otherwise than the host. Probes that are younger than the log are not compared. */
export function differences({ answers }: Log, host: readonly Answered[]): readonly Difference[] {
  return host.flatMap(({ id, answer }) => {
    const there = answers.find((one) => one.id === id);
    if (there === undefined || canonical(there.answer) === canonical(answer)) return [];
    return [{ probe: id, excel: there.answer, host: answer }];
  });
}

/** What is wrong with a log and with what was decided about it; nothing where every difference has its decision. */
export function logProblems(
  name: string,
  log: Log,
  host: readonly Answered[],
  known: readonly Known[],
  readme: string,
): readonly string[] {
  const found = differences(log, host);
  const decided = known.filter((one) => one.log === name);
  const differs = (probe: string): boolean => found.some((one) => one.probe === probe);
  return [
    ...(log.format === 1 ? [] : [`${name}: is of a format that is not known`]),
    ...log.answers
      .filter(({ id }) => host.every((one) => one.id !== id))
      .map(({ id }) => `${name}: ${id} is no probe any more; take its answer out or give the probe its number back`),
    ...found
      .filter(({ probe }) => decided.every((one) => one.probe !== probe))
      .map(
        ({ probe, excel, host: ours }) =>
          `${name}: ${probe} is undecided: Excel answers ${canonical(excel)}, the host ${canonical(ours)}`,
      ),
    ...decided.flatMap(({ probe, decision, why, readme: words = "" }) => [
      ...(why.trim() === "" ? [`${name}: ${probe} has a decision without a reason`] : []),
      ...(decision === "host-changed" && differs(probe)
        ? [`${name}: ${probe} still differs, though the host changed`]
        : []),
      ...(decision !== "host-changed" && !differs(probe) ? [`${name}: ${probe} does not differ (any more)`] : []),
      ...(decision === "named" && (words === "" || !readme.includes(words))
        ? [`${name}: ${probe} is to be named in README.md, which does not hold “${words}”`]
        : []),
    ]),
  ];
}

/** JSON with the names of objects in the order of the alphabet. */
function canonical(answer: Answer): string {
  return JSON.stringify(answer, (_, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
