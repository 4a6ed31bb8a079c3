import { createHost } from "../../host/host";
import type { Area } from "../../host/model/address";
import type { Book, Change, Sheet } from "../../host/model/book";
import { readXlsx } from "../../host/xlsx/readXlsx";
import { writeXlsx } from "../../host/xlsx/writeXlsx";
import { mostBytes, type RequestBody, type ResponseBody } from "../../host/protocol";
import type { BookView, CellPlace, CellWindow, EditOutcome, HostNews } from "../hostProtocol";
import { sampleWorkbook } from "../sample/sampleWorkbook";
import { traceLines } from "../trace/traceLines";
import { cellWindow, copiedText, inputText } from "./cellWindow";
import { readChart } from "./readChart";
import { bookView } from "./sheetView";

/** An open workbook behind the page: the host that office.js talks to, and what the grid asks. */
export interface HostBook {
  /** Sends the whole book to the page. */
  show(): void;
  setReadOnly(readOnly: boolean): null;
  save(): Uint8Array;
  query(body: string): Promise<string>;
  cells(sheetId: string, area: Area): CellWindow;
  input(place: CellPlace): string;
  type(place: CellPlace, texts: readonly (readonly string[])[]): EditOutcome;
  clear(sheetId: string, area: Area): EditOutcome;
  select(sheetId: string, area: Area): null;
  copy(sheetId: string, area: Area): string;
  close(): void;
}

/** Lines of a request that the trace keeps. */
const tracedLines = 100;
/** Changes are gathered this long, in milliseconds, before the page is told: one picture for a burst. */
const gatherTime = 40;
/** Pictures of a large book take time: at most a fifth of the worker's goes there. */
const restAfterPicture = 4;

/**
 * Opens a file's bytes, or the sample in a language.
 *
 * @throws HostError not-a-workbook, file-too-large or file-encrypted
 */
export function openHostBook(
  source: { readonly sample: "en" | "zh" } | { readonly bytes: Uint8Array },
  tell: (news: HostNews) => void,
): HostBook {
  const opened = "bytes" in source ? readXlsx(source.bytes) : sampleWorkbook(source.sample);
  const locale = "sample" in source ? source.sample : "en";
  const { book } = opened;
  const host = createHost(book);
  const pictures = pictureSender(book, tell, host.settle);
  host.onEvents((entries) => tell({ kind: "events", entries }));

  return {
    show: pictures.send,
    setReadOnly(readOnly) {
      book.readOnly = readOnly;
      pictures.send();
      return null;
    },
    save() {
      host.settle();
      return writeXlsx(opened);
    },
    async query(text) {
      const body = JSON.parse(text) as RequestBody;
      const place = { sheetId: book.activeSheetId, selection: book.selection };
      const unknown = host.missing.length;
      const started = performance.now();
      const answer = await host.processQuery(body, mostBytes(text));
      const reply = JSON.stringify(answer);
      if (book.activeSheetId !== place.sheetId || book.selection !== place.selection) pictures.lookAt();
      tell({
        kind: "trace",
        entry: traced(body, answer, {
          text,
          reply,
          started,
          index: host.requests,
          unsupported: host.missing.slice(unknown),
        }),
      });
      return reply;
    },
    cells(sheetId, area) {
      host.settle();
      return cellWindow(book, sheetOf(book, sheetId), area, locale);
    },
    input: ({ sheetId, row, column }) => inputText(book, sheetOf(book, sheetId), row, column),
    type: ({ sheetId, row, column }, texts) =>
      edited(book, () =>
        texts.forEach((line, down) =>
          line.forEach((text, right) => host.type(sheetId, row + down, column + right, text)),
        ),
      ),
    clear(sheetId, area) {
      return edited(book, () => {
        const { rows } = sheetOf(book, sheetId);
        for (let row = area.row; row < area.row + area.rows; row++) {
          const cells = rows.get(row)?.cells;
          if (!cells) continue;
          for (const column of [...cells.keys()]) {
            if (column >= area.column && column < area.column + area.columns) host.type(sheetId, row, column, "");
          }
        }
      });
    },
    select(sheetId, area) {
      book.activeSheetId = sheetId;
      book.selection = area;
      for (const listener of book.listeners) listener({ kind: "book", what: "active" });
      return null;
    },
    copy: (sheetId, area) => copiedText(book, sheetOf(book, sheetId), area, locale),
    close() {
      pictures.close();
      host.close();
    },
  };
}

function sheetOf(book: Book, sheetId: string): Sheet {
  const sheet = book.sheets.find(({ id }) => id === sheetId);
  if (!sheet) throw new Error(`sheetOf requires a sheet of the book, not ${sheetId}`);
  return sheet;
}

/** A change by hand; Excel's refusals become words for the page. */
function edited(book: Book, edit: () => void): EditOutcome {
  if (book.readOnly) return "read-only";
  try {
    edit();
    return null;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "AccessDenied") return "protected";
    if (code === "PivotTableRangeConflict") return "pivot";
    if (code === undefined) throw error;
    return "refused";
  }
}

interface Pictures {
  /** Tells the page everything, now. */
  readonly send: () => void;
  /** The next picture asks the page to look where the add-in looks. */
  readonly lookAt: () => void;
  readonly close: () => void;
}

function pictureSender(book: Book, tell: (news: HostNews) => void, settle: () => void): Pictures {
  let shown: BookView["shown"] = { count: 0, sheetId: book.activeSheetId, area: book.selection };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rest = 0;
  const send = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const started = performance.now();
    settle();
    tell({ kind: "book", book: bookView(book, shown, (chart) => readChart(book, chart)) });
    rest = (performance.now() - started) * restAfterPicture;
  };
  const soon = (): void => {
    timer ??= setTimeout(send, Math.max(gatherTime, rest));
  };
  const hear = (change: Change): void => {
    if (change.kind !== "book" || change.what === "protection") soon();
  };
  book.listeners.add(hear);
  return {
    send,
    lookAt() {
      shown = { count: shown.count + 1, sheetId: book.activeSheetId, area: book.selection };
      soon();
    },
    close() {
      clearTimeout(timer);
      book.listeners.delete(hear);
    },
  };
}

interface Traced {
  readonly text: string;
  readonly reply: string;
  readonly started: number;
  readonly index: number;
  readonly unsupported: readonly string[];
}

function traced(body: RequestBody, answer: ResponseBody, { text, reply, started, index, unsupported }: Traced) {
  const { lines, more } = traceLines(body, tracedLines);
  return {
    index,
    lines,
    moreLines: more,
    milliseconds: performance.now() - started,
    requestBytes: text.length,
    responseBytes: reply.length,
    error: answer.Error ? { code: answer.Error.Code, message: answer.Error.Message } : null,
    unsupported,
  };
}
