import { failureOfOffice, type Session } from "./inExcel";

type Works<T extends readonly unknown[]> = { readonly [K in keyof T]: (session: Session) => Promise<T[K]> };

/**
 * Does several things that only read side by side: what each of them asks next goes into one request, so that together
 * they take as many round trips as the longest of them alone. Where Excel refuses such a request, for its size or
 * anything else, each is done on its own, one after the other.
 *
 * Of several failures the first in order is thrown, as if they had been done one after the other. Answers add up: at most
 * one of them may read many cells.
 */
export async function sideBySide<T extends readonly unknown[]>(session: Session, ...works: Works<T>): Promise<T> {
  const ended = await together(session, works);
  const failed = ended.find(({ status }) => status === "rejected");
  if (failed?.status !== "rejected")
    return ended.map((one) => (one.status === "fulfilled" ? one.value : null)) as never;
  if (failureOfOffice(failed.reason, "workbook").detail?.["excel"] === undefined) throw failed.reason;
  return oneByOne(session, works);
}

/** Of so few rows several columns fit one answer. */
const fewRows = 2_000;

/** The same for works that each read columns of so many rows: one after the other, where that is much. */
export function columnsSideBySide<T extends readonly unknown[]>(
  session: Session,
  rows: number,
  ...works: Works<T>
): Promise<T> {
  return rows > fewRows ? oneByOne(session, works) : sideBySide<T>(session, ...works);
}

async function oneByOne<T extends readonly unknown[]>(session: Session, works: Works<T>): Promise<T> {
  const found: unknown[] = [];
  for (const work of works) found.push(await work(session));
  return found as never;
}

function together(
  session: Session,
  works: readonly ((session: Session) => Promise<unknown>)[],
): Promise<readonly PromiseSettledResult<unknown>[]> {
  let busy = works.length;
  let waiting: PromiseWithResolvers<void>[] = [];
  const send = (): void => {
    if (waiting.length === 0 || waiting.length < busy) return;
    const answered = waiting;
    waiting = [];
    session.sync().then(
      () => answered.forEach(({ resolve }) => resolve()),
      (error: unknown) => answered.forEach(({ reject }) => reject(error)),
    );
  };
  const joined: Session = {
    ...session,
    sync: () => {
      const answer = withResolvers();
      waiting.push(answer);
      send();
      return answer.promise;
    },
  };
  return Promise.allSettled(
    works.map(async (work) => {
      try {
        return await work(joined);
      } finally {
        busy -= 1;
        send();
      }
    }),
  );
}

interface PromiseWithResolvers<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
}

function withResolvers(): PromiseWithResolvers<void> {
  let resolve = (): void => undefined;
  let reject = (_: unknown): void => undefined;
  const promise = new Promise<void>((done, failed) => ([resolve, reject] = [done, failed]));
  return { promise, resolve, reject };
}
