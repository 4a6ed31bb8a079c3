import type { Book } from "./model/book";
import { eventSource } from "./events";
import { formatValue } from "./format/formatValue";
import { attachCalculator } from "./formulas/calculator";
import { httpStatus } from "./errors";
import { interpret, isChange } from "./interpreter";
import { jsonSize, type EventEntry, type RequestBody, type ResponseBody } from "./protocol";
import { profiles, type Client, type Profile } from "./profile";
import type { Session } from "./session";
import { typeText } from "./edit/typeText";

/** What Excel on the web limits. Source: "Resource limits and performance optimization for Office Add-ins" [D]. */
export interface Limits {
  /** Bytes of a request's JSON as UTF-8. */
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** More cells than this in one read answer `values: null`. */
  readonly cells: number;
}

/** A fault to play on one request: an error or an end of all answers, before, after or in the middle of its changes. */
export interface Fault {
  readonly when: "before" | "after" | "half";
  /** "silence": neither this request nor a later one is ever answered, as if Excel or the pane were gone. */
  readonly then: "error" | "silence";
  /** Absent: "GeneralException". */
  readonly code?: string;
}

export interface HostOptions {
  /** The file's name. */
  readonly name?: string;
  readonly limits?: Partial<Limits>;
  /** Which Excel is played; absent: Excel on the web. */
  readonly client?: Client;
  /** Where this one differs from others of its kind. */
  readonly profile?: Partial<Profile>;
  /** Asked before every request, counted from zero; `actions` is the number of its actions. */
  readonly fault?: (request: {
    readonly index: number;
    readonly actions: number;
    readonly changes: number;
  }) => Fault | null;
  /** Told in the middle and at the end of every request that changes something: what is saved then is what a death leaves. */
  readonly look?: (moment: Moment, changes: number) => void;
}

/** When a request is looked at: with half of its changes made, or all. */
export type Moment = "half" | "after";

/** Excel, played for office.js, over one open workbook. */
export interface Host {
  readonly book: Book;
  /** How many requests have arrived. */
  readonly requests: number;
  /** Operations asked for that the host does not play. Each failed with ApiNotFound. */
  readonly missing: readonly string[];
  /**
   * Answers one request. Rejects only on a fault of the host itself.
   *
   * @param atMost - bytes of the request's JSON or more, which spares measuring a small one
   */
  processQuery(body: RequestBody, atMost?: number): Promise<ResponseBody>;
  /** Hears events that were registered for; those that a request causes come after its answer. */
  onEvents(listener: (entries: readonly EventEntry[]) => void): () => void;
  /** Brings the values of all formulas up to date, e.g. before the workbook is drawn or saved. */
  settle(): void;
  /** A person types into a cell of the grid: read as Excel reads typing. */
  type(sheetId: string, row: number, column: number, text: string): void;
  /** A person selects something that is no single range of cells, or cells again. */
  select(what: Session["selectedOther"]): void;
  /** Another workbook comes to the front, or this one comes back: then requests that waited go on. */
  bringToFront(front: boolean): void;
  /** Ends listening to the workbook. */
  close(): void;
}

const webLimits: Limits = { requestBytes: 5 * 1024 * 1024, responseBytes: 5 * 1024 * 1024, cells: 5_000_000 };

/** Opens a workbook to office.js. */
export function createHost(book: Book, options: HostOptions = {}): Host {
  const limits = { ...webLimits, ...options.limits };
  const calculator = attachCalculator(book);
  const session: Session = {
    book,
    name: options.name ?? "Book.xlsx",
    profile: { ...profiles[options.client ?? "web"], ...options.profile },
    maxCells: limits.cells,
    kept: new Map(),
    made: [],
    registered: new Set(),
    eventsEnabled: true,
    answering: false,
    selectedOther: null,
    behind: false,
    dirty: false,
    quiet: 0,
    missing: [],
    settle: (evenIfManual) => calculator.settle(evenIfManual),
    readersOf: (sheet, area) => calculator.readersOf({ sheet, area }),
    format: (value, numberFormat, date1904) => formatValue(value, numberFormat, date1904).text,
    issued: 0,
  };
  const soil = (): void => {
    session.dirty = true;
  };
  book.listeners.add(soil);
  const events = eventSource(session);
  let requests = 0;
  let silent = false;
  let awake: (() => void)[] = [];
  const never = new Promise<ResponseBody>(() => undefined);

  const processQuery = async (body: RequestBody, atMost = Infinity): Promise<ResponseBody> => {
    const index = requests;
    requests += 1;
    if (silent) return never;
    if (session.behind && session.profile.sleepsBehind) await new Promise<void>((wake) => awake.push(wake));
    if (atMost > limits.requestBytes && jsonSize(body) > limits.requestBytes)
      return refused("RequestPayloadSizeLimitExceeded", "The request payload size has exceeded the limit.");
    const writes = body.Actions.flatMap((action, i) => (isChange(body, action) ? [i] : []));
    const fault = options.fault?.({ index, actions: body.Actions.length, changes: writes.length }) ?? null;
    events.hold();
    let answer: ResponseBody;
    session.answering = true;
    try {
      const until = fault === null ? body.Actions.length : stop(fault, writes, body.Actions.length);
      answer = interpret(session, body, until, paused(writes));
      if (writes.length > 0 && answer.Error === undefined) options.look?.("after", writes.length);
    } finally {
      session.answering = false;
      session.made.length = 0;
      // Events follow the answer: the client must have seen the reply before it hears of its own change.
      setTimeout(events.release, session.profile.eventsLate);
    }
    if (fault !== null) {
      if (fault.then === "silence") {
        silent = true;
        return never;
      }
      return refused(fault.code ?? "GeneralException", "An internal error has occurred.");
    }
    return responseSize(answer) > limits.responseBytes
      ? refused("ResponsePayloadSizeLimitExceeded", "The response payload size has exceeded the limit.")
      : answer;
  };

  function paused(writes: readonly number[]): Parameters<typeof interpret>[3] {
    const at = writes[Math.floor(writes.length / 2)];
    if (options.look === undefined || at === undefined) return undefined;
    return { at, look: () => options.look?.("half", writes.length) };
  }

  return {
    book,
    get requests() {
      return requests;
    },
    missing: session.missing,
    processQuery,
    onEvents: events.listen,
    settle: () => calculator.settle(),
    type: (sheetId, row, column, text) => typeText(session, sheetId, row, column, text),
    select: (what) => {
      session.selectedOther = what;
    },
    bringToFront: (front) => {
      if (session.behind === !front) return;
      session.behind = !front;
      if (!front) return;
      const waiting = awake;
      awake = [];
      for (const wake of waiting) wake();
      events.tellActivated();
    },
    close: () => {
      events.close();
      book.listeners.delete(soil);
      calculator.detach();
    },
  };
}

/** The number of actions to execute so that none, half or all of the changes are made. */
function stop(fault: Fault, writes: readonly number[], actions: number): number {
  if (fault.when === "before") return 0;
  if (fault.when === "after") return actions;
  return writes[Math.floor(writes.length / 2)] ?? actions;
}

function responseSize(answer: ResponseBody): number {
  return jsonSize(answer.Results);
}

function refused(code: string, message: string): ResponseBody {
  return {
    Results: [],
    TraceIds: [],
    Error: { Code: code, Message: message, Location: "", ActionIndex: -1, HttpStatusCode: httpStatus(code) },
  };
}
