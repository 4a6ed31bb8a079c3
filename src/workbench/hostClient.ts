import type { BookView, FromWorker, HostCall, HostCalls, HostFailure } from "./hostProtocol";
import type { TraceEntry } from "./trace/traceEntry";

/** What the page knows of the host, as one unchanging picture at a time. */
export interface HostPicture {
  readonly book: BookView | null;
  /** Grows with every change of cells or looks: what the grid has drawn is out of date. */
  readonly version: number;
  readonly trace: readonly TraceEntry[];
}

/** The page's end of the wire to the host's worker. */
export interface HostClient {
  ask<Call extends HostCall>(call: Call, ask: HostCalls[Call]["ask"]): Promise<HostCalls[Call]["reply"]>;
  picture(): HostPicture;
  /** Told after every change of the picture. */
  subscribe(listener: () => void): () => void;
  /** Hears the events that go to the add-in. */
  onEvents(listener: (entries: readonly (readonly unknown[])[]) => void): () => void;
  clearTrace(): void;
}

/** The newest requests that the trace keeps. */
const tracedRequests = 500;

/** Starts the host in a worker, so that neither grid nor pane ever waits for it. */
export function startHost(): HostClient {
  const worker = new Worker(new URL("./hostWorker.ts", import.meta.url), { name: "host" });
  const waiting = new Map<number, { resolve: (reply: unknown) => void; reject: (failure: HostFailure) => void }>();
  const listeners = new Set<() => void>();
  const eventListeners = new Set<(entries: readonly (readonly unknown[])[]) => void>();
  let picture: HostPicture = { book: null, version: 0, trace: [] };
  let asked = 0;

  const show = (next: Partial<HostPicture>): void => {
    picture = { ...picture, ...next };
    for (const listener of listeners) listener();
  };
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    switch (data.kind) {
      case "reply":
        waiting.get(data.id)?.resolve(data.reply);
        waiting.delete(data.id);
        break;
      case "failed":
        waiting.get(data.id)?.reject(data.failure);
        waiting.delete(data.id);
        break;
      case "book":
        show({ book: data.book, version: picture.version + 1 });
        break;
      case "events":
        for (const listener of eventListeners) listener(data.entries);
        break;
      case "trace":
        show({ trace: [...picture.trace.slice(1 - tracedRequests), data.entry] });
        break;
      default:
        data satisfies never;
    }
  };

  return {
    ask: (call, ask) =>
      new Promise((resolve, reject) => {
        asked += 1;
        waiting.set(asked, { resolve: resolve as (reply: unknown) => void, reject });
        worker.postMessage({ id: asked, call, ask });
      }),
    picture: () => picture,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onEvents(listener) {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    clearTrace: () => show({ trace: [] }),
  };
}
