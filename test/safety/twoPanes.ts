import { AsyncLocalStorage } from "node:async_hooks";
import { failureData, type FailureData } from "../../src/failure";
import { createHost, type Host } from "../../src/host/host";
import { openOffice, type OfficeRealm } from "../../src/host/transports/officeInNode";
import type { OpenedBook } from "../../src/host/xlsx/openedBook";
import { readXlsx } from "../../src/host/xlsx/readXlsx";
import { packingInNode } from "../../src/workbench/headless/packingInNode";
import { writeXlsx } from "../../src/host/xlsx/writeXlsx";
import { sweptClient } from "./sweptClient";

/** The first or the second of two panes. */
export type PaneIndex = 0 | 1;

/** How some work of a pane ended. */
export type PaneEnd =
  { readonly end: "done"; readonly value: unknown } | { readonly end: "failed"; readonly failure: FailureData };

export interface Interleaved {
  readonly ends: readonly [PaneEnd, PaneEnd];
  /** Whose request went through when: a text of 0 and 1. */
  readonly order: string;
}

/** One open workbook and two panes on it: each has an office.js and a host of its own over the same book. */
export interface TwoPanes {
  readonly opened: OpenedBook;
  /** Does some work in one of the panes; `Excel` is that pane's within it. */
  as<T>(pane: PaneIndex, work: () => Promise<T>): Promise<T>;
  /**
   * Does the work of both at the same time, one request at a time.
   *
   * @param next - which of the panes whose requests wait goes on; only asked while both wait
   */
  interleave(
    works: readonly [() => Promise<unknown>, () => Promise<unknown>],
    next: () => PaneIndex,
  ): Promise<Interleaved>;
  save(): Uint8Array;
  close(): void;
}

/** How often the loop of events turns before a pane that sends nothing is no longer waited for. */
const patience = 60;

interface Waiting {
  readonly pane: PaneIndex;
  readonly go: () => void;
}

/** Lets requests of two panes through, one after the other. */
class Gate {
  order = "";
  private readonly waiting: Waiting[] = [];
  private readonly active = new Set<PaneIndex>([0, 1]);
  private turns = 0;
  private scheduled = false;
  private readonly next: () => PaneIndex;

  constructor(next: () => PaneIndex) {
    this.next = next;
  }

  pass(pane: PaneIndex): Promise<void> {
    if (!this.active.has(pane)) return Promise.resolve();
    return new Promise((go) => {
      this.waiting.push({ pane, go });
      this.pump();
    });
  }

  leave(pane: PaneIndex): void {
    this.active.delete(pane);
    this.pump();
  }

  private pump(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => setImmediate(() => this.release()));
  }

  private release(): void {
    this.scheduled = false;
    if (this.waiting.length === 0) return;
    if (this.waiting.length < this.active.size && this.turns++ < patience) return this.pump();
    this.turns = 0;
    const wanted = this.waiting.length > 1 ? this.next() : this.waiting[0]?.pane;
    const at = Math.max(
      0,
      this.waiting.findIndex(({ pane }) => pane === wanted),
    );
    const [released] = this.waiting.splice(at, 1);
    if (!released) return;
    this.order += String(released.pane);
    released.go();
    this.pump();
  }
}

/** Office.js takes its time to load, and may be pointed at another host. */
let realms: readonly [OfficeRealm, OfficeRealm] | null = null;
const hosts: (Host | null)[] = [null, null];
const inPane = new AsyncLocalStorage<PaneIndex>();
let gate: Gate | null = null;

/** Opens a file in two panes, and makes `Excel` that of the pane in which work is done; outside of both the first's. */
export async function openTwoPanes(bytes: Uint8Array): Promise<TwoPanes> {
  const opened = readXlsx(bytes, {}, packingInNode);
  const panes = [0, 1].map(() => createHost(opened.book, { client: sweptClient }));
  hosts.splice(0, 2, ...panes);
  realms ??= await Promise.all([realmOf(0), realmOf(1)]);
  install(realms);
  const as: TwoPanes["as"] = (pane, work) => inPane.run(pane, work);
  return {
    opened,
    as,
    async interleave(works, next) {
      const between = new Gate(next);
      gate = between;
      const ends = works.map(async (work, i): Promise<PaneEnd> => {
        const pane = i as PaneIndex;
        try {
          return { end: "done", value: await as(pane, work) };
        } catch (error) {
          return { end: "failed", failure: failureData(error) };
        } finally {
          between.leave(pane);
        }
      });
      const [first, second] = await Promise.all(ends);
      gate = null;
      return { ends: [first, second] as Interleaved["ends"], order: between.order };
    },
    save() {
      for (const host of panes) host.settle();
      return writeXlsx(opened);
    },
    close() {
      for (const host of panes) host.close();
    },
  };
}

/** Sends as many requests that change nothing: a pane that comes so much later than the other. */
export async function idle(requests: number): Promise<void> {
  for (let i = 0; i < requests; i++) {
    await Excel.run(async (context) => {
      context.workbook.load("name");
      await context.sync();
    });
  }
}

function realmOf(pane: PaneIndex): Promise<OfficeRealm> {
  const facade = {
    processQuery: async (body: Parameters<Host["processQuery"]>[0]) => {
      await gate?.pass(pane);
      return hosts[pane]!.processQuery(body);
    },
    onEvents: () => () => undefined,
  };
  return openOffice(facade);
}

function install(both: readonly [OfficeRealm, OfficeRealm]): void {
  const current = (): OfficeRealm => both[inPane.getStore() ?? 0];
  const isError = (error: unknown): boolean => both.some((realm) => error instanceof realm.OfficeExtension.Error);
  const anyError = { [Symbol.hasInstance]: isError };
  const proxy = (pick: (key: string) => unknown): object => new Proxy({}, { get: (_, key) => pick(String(key)) });
  Object.assign(globalThis, {
    Excel: proxy((key) => current().Excel[key as keyof typeof Excel]),
    OfficeExtension: proxy((key) =>
      key === "Error" ? anyError : current().OfficeExtension[key as keyof typeof OfficeExtension],
    ),
    Office: { context: { requirements: { isSetSupported: () => true } } },
  });
}
