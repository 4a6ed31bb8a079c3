import { readCarry } from "../../../src/actions/carry/carryFile";
import { storedSeen } from "../../../src/actions/outOfDate/storedSeen";
import { inspectStorage } from "../../../src/actions/recovery/inspectStorage";
import { readState } from "../../../src/actions/readState";
import { runPlan } from "../../../src/actions/runPlan";
import { readStored } from "../../../src/actions/writing/journal";
import { storedJson } from "../../../src/actions/writing/storedJson";
import { inThread } from "../../../src/engine/inThread";
import type { Book } from "../../../src/host/model/book";
import { harmlessJson } from "../../../src/plan/harmlessJson";
import { clientPlan, openClients, when } from "../clientBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

const kinds = [
  ...["journal", "docs", "before", "own", "runs", "register", "labels", "moves", "periods", "carried", "ended"],
  ...["changes", "undo"],
] as readonly Parameters<typeof readStored>[0][];

const hostile: Readonly<Record<string, string>> = {
  "a key that attacks objects": '{"__proto__":{"polluted":1}}',
  "such a key in a list of lists": '[[{"constructor":{"prototype":{"polluted":1}}}]]',
  "ten thousand levels": `${"[".repeat(10_000)}${"]".repeat(10_000)}`,
  "a million rows": `[${"{},".repeat(1_000_000)}{}]`,
  "a million cells": `[${"1,".repeat(1_000_000)}1]`,
  "references in a circle": '{"$ref":"#","id":{"$ref":"#/id"}}',
  "an operation that nobody knows": '[{"kind":"eval","op":"Function(1)()"}]',
  "one endless string": `"${"x".repeat(9_000_000)}"`,
};

test.each(Object.keys(hostile))("F55 %s is no stored text of any kind, and leaves no trace", (name) => {
  const text = hostile[name]!;
  for (const kind of kinds) expect([kind, readStored(kind, text)]).toEqual([kind, null]);
  expect(storedSeen(text)).toBeNull();
  expect(() => readCarry(text)).toThrow(expect.objectContaining({ code: "carry-broken" }) as Error);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test("F55 size, depth and number are known before anything is parsed: what follows need not even be JSON", () => {
  const refused = { code: "plan-hostile" };
  for (const kind of [...kinds, "seen"] as const) {
    expect(() => storedJson(kind, "[".repeat(13))).toThrow(expect.objectContaining(refused) as Error);
    expect(() => storedJson(kind, `[${"1,".repeat(600_001)}`)).toThrow(expect.objectContaining(refused) as Error);
    expect(() => storedJson(kind, "x".repeat(8_000_001))).toThrow(expect.objectContaining(refused) as Error);
  }
  // Brackets and commas within strings are text.
  const text = `["${"[{,".repeat(1000)}\\",[{"]`;
  expect(harmlessJson(text, { characters: 10_000, depth: 1, values: 1, objects: 0 })).toHaveLength(1);
  expect(() => harmlessJson("[[{}", { characters: 9, depth: 3, objects: 0 })).toThrow(
    expect.objectContaining(refused) as Error,
  );
});

/** The cells of a stored text: its name, its parts and its check sum. */
function storedTexts(book: Book): { readonly name: string; readonly cells: Map<number, { value: unknown }> }[] {
  const store = book.sheets.find(({ name }) => name === "_tierbook")!;
  return [...store.rows].flatMap(([row, { cells }]) =>
    row < 2 || cells.size === 0 ? [] : [{ name: String(cells.get(0)?.value), cells: cells as never }],
  );
}

test("F54 whatever stored text is cut, gone or of another check sum: the plan is there, and the next run writes the same", async () => {
  const { book } = await openClients();
  const plan = await clientPlan();
  const { segmentations } = plan;
  await runPlan(plan, inThread, when);
  await runPlan({ ...plan, dataDate: "2026-11-30" }, inThread, { ...when, now: new Date("2026-12-01T08:00:00Z") });
  const labels = (): unknown[] =>
    [...book.sheets[0]!.rows.values()].map(({ cells }) => cells.get(5)?.value).filter((cell) => cell !== undefined);
  const before = labels();
  const texts = storedTexts(book);
  expect(new Set(texts.map(({ name }) => name)).size).toBeGreaterThan(8);
  const damages: readonly ((cells: Map<number, { value: unknown }>) => void)[] = [
    (cells) => cells.set(2, { ...cells.get(2)!, value: String(cells.get(2)?.value).slice(0, 30) }),
    (cells) => cells.clear(),
    (cells) => cells.set(3, { ...cells.get(3)!, value: "0".repeat(64) }),
    (cells) => cells.set(2, { ...cells.get(2)!, value: '|{"__proto__":{"polluted":1}}' }),
  ];
  for (const { name, cells } of texts) {
    const whole = [...cells];
    for (const damage of damages) {
      damage(cells);
      expect([name, await readState()]).toMatchObject([name, { plan: { segmentations }, planProblem: null }]);
      await inspectStorage();
      cells.clear();
      for (const [column, cell] of whole) cells.set(column, cell);
    }
  }
  for (const { name, cells } of texts) if (!name.startsWith("plan")) damages[0]!(cells);
  const { columns } = await runPlan(plan, inThread, when);
  expect([columns.map(({ name }) => name), labels()]).toEqual([["ABC"], before]);
});
