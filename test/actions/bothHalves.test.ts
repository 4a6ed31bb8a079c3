import { inspectStorage } from "../../src/actions/recovery/inspectStorage";
import { repairStorage } from "../../src/actions/recovery/repairStorage";
import { readRevisions } from "../../src/actions/readRevisions";
import { readState } from "../../src/actions/readState";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import type { Book, Cell, Row } from "../../src/host/model/book";
import { sha256 } from "../../src/workbook/sha256";
import { clientPlan, openClients, when } from "./clientBook";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(300_000);

const later = new Date("2026-12-01T08:00:00Z");

/** What one of two colleagues has after saving: the hidden sheet, the second copy and the settings. */
interface Half {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
  readonly xml: string;
  readonly settings: readonly (readonly [string, unknown])[];
}

const storeRows = (book: Book): Map<number, Row> => book.sheets.find(({ name }) => name === "_tierbook")!.rows;

/** Opens the workbook that both began with, and saves what this one of them changed. */
async function saved(person: string, definitions: readonly string[]): Promise<{ book: Book; half: Half }> {
  const { book } = await openClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  for (const unit of definitions) await runPlan({ ...plan, unit }, inThread, { now: later, person });
  const rows = new Map([...storeRows(book)].map(([row, { cells }]) => [row, structuredClone(cells)]));
  return { book, half: { rows, xml: book.customXmlParts[0]!.xml, settings: [...book.settings] as never } };
}

interface Mix {
  /** Whose directory, second copy and settings it is, and from which row on the rows are Grace's. */
  readonly directory: Half;
  readonly copy: Half;
  readonly from: number;
}

/** Puts into the workbook what merging may leave of two stores. */
function merged(book: Book, [ada, grace]: readonly [Half, Half], { directory, copy, from }: Mix): void {
  const rows = storeRows(book);
  rows.clear();
  for (const row of new Set([...ada.rows.keys(), ...grace.rows.keys()])) {
    const cells = (row === 0 ? directory : row < from ? ada : grace).rows.get(row);
    const copied = [...(cells ?? [])].map(([column, cell]) => [column, { ...cell }] as const);
    if (cells) rows.set(row, { cells: new Map(copied) });
  }
  book.customXmlParts.splice(0, Infinity, { id: "{1}", xml: copy.xml });
  book.settings.clear();
  for (const [key, value] of copy.settings) book.settings.set(key, value);
}

/** The units of all plans that stand whole in the workbook, by their own check sums. */
async function wholeUnits(book: Book): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const { cells } of storeRows(book).values()) {
    const text = String(cells.get(2)?.value ?? "").slice(1);
    if (!text.startsWith('{"version"') || (await sha256(text)) !== cells.get(3)?.value) continue;
    found.add(String((JSON.parse(text) as { unit: unknown }).unit));
  }
  for (const { xml } of book.customXmlParts) found.add(/"unit":"?(\w+)/.exec(xml)?.[1] ?? "");
  return found;
}

const listed = async (): Promise<string[]> => (await readRevisions()).map(({ plan }) => String(plan?.unit));

test.each([
  ["each of them once", ["Ada"], ["Grace"]],
  ["one of them twice", ["Ada"], ["First", "Grace"]],
] as const)(
  "F57 whatever halves of two stores a merge delivers, saved by %s, no definition that is whole is lost in silence",
  async (_how, first, second) => {
    const { half: ada } = await saved("Ada", first);
    const { book, half: grace } = await saved("Grace", second);
    const last = Math.max(...ada.rows.keys(), ...grace.rows.keys());
    const mixes = [ada, grace].flatMap((directory) =>
      [ada, grace].flatMap((copy) => Array.from({ length: last }, (_, i): Mix => ({ directory, copy, from: 2 + i }))),
    );
    for (const [i, mix] of mixes.entries()) {
      merged(book, [ada, grace], mix);
      const whole = await wholeUnits(book);
      const { plan, planProblem } = await readState();
      expect([i, planProblem, whole]).toEqual([i, null, whole]);
      expect([i, String(plan?.unit), [...whole].includes(String(plan?.unit))]).toEqual([i, String(plan?.unit), true]);
      const known = new Set([...(await listed()), String(plan?.unit)]);
      expect([i, [...whole].filter((unit) => !known.has(unit))]).toEqual([i, []]);
      if (i % 12 !== 0) continue;
      const others = (await readRevisions()).filter(({ other }) => other === true).length;
      const told = (await inspectStorage())?.findings.filter(({ kind }) => kind === "other-plans") ?? [];
      expect([i, told]).toEqual([i, others === 0 ? [] : [{ kind: "other-plans", plans: others }]]);
      // Putting in order, or the next writing, keeps them where nothing writes over them.
      if (i % 24 === 0) await repairStorage();
      else await runPlan({ ...plan!, unit: "Next" }, inThread, { ...when, now: new Date("2027-01-04T08:00:00Z") });
      const kept = new Set(await listed());
      expect([i, [...whole].filter((unit) => unit !== "null" && !kept.has(unit))]).toEqual([i, []]);
      expect((await inspectStorage())?.findings.filter(({ kind }) => kind === "other-plans")).toEqual([]);
    }
  },
);
