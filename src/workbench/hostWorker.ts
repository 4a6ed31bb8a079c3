import type { FromWorker, HostCall, HostCalls, HostNews, ToWorker } from "./hostProtocol";
import { openHostBook, type HostBook } from "./book/hostBook";

/** The worker's own global; the DOM's typings know it as a window. */
const scope = self as unknown as {
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
};

let current: HostBook | null = null;

const tell = (news: HostNews): void => scope.postMessage(news);

const calls: {
  readonly [Call in HostCall]: (
    ask: HostCalls[Call]["ask"],
  ) => HostCalls[Call]["reply"] | Promise<HostCalls[Call]["reply"]>;
} = {
  openSample: ({ language }) => open({ sample: language }),
  openFile: ({ bytes }) => open({ bytes }),
  setReadOnly: ({ readOnly }) => book().setReadOnly(readOnly),
  save: () => book().save(),
  query: ({ body }) => book().query(body),
  cells: ({ sheetId, area }) => book().cells(sheetId, area),
  input: (place) => book().input(place),
  type: ({ texts, ...place }) => book().type(place, texts),
  clear: ({ sheetId, area }) => book().clear(sheetId, area),
  select: ({ sheetId, area }) => book().select(sheetId, area),
  copy: ({ sheetId, area }) => book().copy(sheetId, area),
};

/** The book that was open stays open if the next one cannot be read. */
function open(source: { readonly sample: "en" | "zh" } | { readonly bytes: Uint8Array }): null {
  const next = openHostBook(source, tell);
  current?.close();
  current = next;
  next.show();
  return null;
}

function book(): HostBook {
  if (!current) throw new Error("book requires an open workbook");
  return current;
}

scope.onmessage = ({ data }) => {
  void answer(data);
};

async function answer({ id, call, ask }: ToWorker): Promise<void> {
  try {
    const reply = await (calls[call] as (ask: unknown) => unknown)(ask);
    scope.postMessage({ kind: "reply", id, reply }, reply instanceof Uint8Array ? [reply.buffer as ArrayBuffer] : []);
  } catch (error) {
    const { code = "unexpected", message } = error as { code?: string; message: string };
    scope.postMessage({ kind: "failed", id, failure: { code, message } });
  }
}
