import type { Place } from "./address";
import { inFront } from "./inFront";
import type { Session } from "./inExcel";
import { bytesPerSlice } from "./inSlices";
import { tolerated } from "./tolerated";

/** A formula somewhere in the workbook, and where it stands. */
export interface AskedText {
  readonly kind: "formula" | "name" | "format" | "validation" | "chart";
  /** As people name it: "Own!A1", a name, a chart with its sheet. */
  readonly where: string;
  /** Null where Excel does not tell. */
  readonly formula: string | null;
  /** Null for a name of the whole workbook. */
  readonly sheet: string | null;
  /** The cell of a cell's own formula; rows and columns count from zero. */
  readonly cell?: { readonly row: number; readonly column: number };
  /** The cells that a rule applies to; it is said for the first. */
  readonly applied?: readonly Place[];
}

/** One question that a request puts to Excel. */
export interface Asked {
  readonly kind: AskedText["kind"];
  /** What the question is about, for the day on which Excel does not answer it. */
  readonly where: string;
  /** About how long the answer is; a short one where not stated. */
  readonly bytes?: number;
  readonly queue: () => void;
  /** What the answer says, and what to ask next. */
  readonly read: () => { readonly texts?: readonly AskedText[]; readonly more?: readonly Asked[] };
}

const shortAnswer = 300;

/** Nobody has so many rules; each further question would cost its time. */
const mostAsked = 20_000;

/**
 * Asks question after question, all that can be asked at the same time in one request. What Excel refuses to answer, for
 * it does not know the question or cannot answer it, is told as a text without a formula; but cells are always told.
 */
export async function askAll(session: Session, first: readonly Asked[]): Promise<readonly AskedText[]> {
  const texts: AskedText[] = [];
  let count = 0;
  for (let asked = first; asked.length > 0;) {
    count += asked.length;
    if (count > mostAsked) return [...texts, ...asked.map(unanswered)];
    const next: Asked[] = [];
    for (const some of requestsOf(asked)) {
      const refused = new Set(await refusedOf(session, some));
      for (const one of some) {
        const answer = refused.has(one) ? { texts: [unanswered(one)] } : one.read();
        texts.push(...(answer.texts ?? []));
        next.push(...(answer.more ?? []));
      }
    }
    asked = next;
  }
  return texts;
}

function unanswered({ kind, where }: Asked): AskedText {
  return { kind, where, formula: null, sheet: null };
}

function requestsOf(asked: readonly Asked[]): readonly (readonly Asked[])[] {
  const requests: Asked[][] = [[]];
  let waiting = 0;
  for (const one of asked) {
    const bytes = one.bytes ?? shortAnswer;
    if (waiting > 0 && waiting + bytes > bytesPerSlice) {
      requests.push([]);
      waiting = 0;
    }
    waiting += bytes;
    requests.at(-1)?.push(one);
  }
  return requests;
}

/** The questions of a request that Excel does not answer: of a request that it refuses each half is asked again. */
async function refusedOf(session: Session, asked: readonly Asked[]): Promise<readonly Asked[]> {
  const ask = (): Promise<void> =>
    inFront(session, () => {
      for (const { queue } of asked) queue();
      return session.sync();
    });
  if (await tolerated(ask)) return [];
  const half = asked.length >> 1;
  if (half > 0)
    return [...(await refusedOf(session, asked.slice(0, half))), ...(await refusedOf(session, asked.slice(half)))];
  if (asked[0]?.kind !== "formula") return (await tolerated(ask)) ? [] : asked;
  await ask();
  return [];
}
