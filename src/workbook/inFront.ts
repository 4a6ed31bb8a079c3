import { Failure } from "../failure";
import { failureOfOffice, type Session } from "./inExcel";
import { tolerated } from "./tolerated";

/** How often is looked, in milliseconds, where Excel tells nobody that the workbook came to the front. */
const step = 2_000;

/** A person may read in another workbook for a while; after this long the work ends without it. In milliseconds. */
let patience = 300_000;

/** Changes how long is waited for the workbook to come to the front. */
export function waitForFront(milliseconds: number): void {
  patience = milliseconds;
}

/**
 * Does what Excel refuses while another workbook is in front, such as adding a sheet: again, once this one is.
 *
 * @param work - what may be repeated where Excel refused it
 * @param again - what must be known anew before it is repeated: what came before the refusal stays done
 * @throws {Failure} `workbook-behind` where the workbook stays behind; `cancelled` where somebody gave up
 */
export async function inFront(
  session: Session,
  work: () => Promise<void>,
  again: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  // A person may look away again.
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const { code, detail, message } = failureOfOffice(error, "workbook");
      const mayBeBehind = code === "workbook-behind" || detail?.["excel"] === "GeneralException";
      const came = mayBeBehind ? await cameToFront(session) : null;
      if (came === null) throw error;
      if (!came) throw new Failure("workbook-behind", message, { ...(detail && { detail }), cause: error });
      await again();
    }
  }
}

/**
 * Waits for a workbook that is behind another one.
 *
 * @returns true once it came to the front, false if it stays behind; null if it was not behind
 * @throws {Failure} `cancelled` where somebody gave up
 */
export async function cameToFront(session: Session, most = patience): Promise<boolean | null> {
  if (!(await isBehind(session))) return null;
  const longest = Math.min(most, patience);
  let woken = false;
  let wake = (): void => undefined;
  const hear = (): void => {
    woken = true;
    wake();
  };
  let stop = (): unknown => undefined;
  session.onBehind?.(true);
  session.signal?.addEventListener("abort", hear);
  try {
    await tolerated(async () => {
      const { remove } = await listening(session, hear);
      stop = remove;
    });
    for (let waited = 0; waited < longest; waited += step) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(step, longest - waited));
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        if (woken) wake();
      });
      woken = false;
      // Whoever waits goes on saying that they are there: what follows a refused question is not carried out.
      await session.sync();
      if (!(await isBehind(session))) return true;
    }
    return false;
  } finally {
    stop();
    session.signal?.removeEventListener("abort", hear);
    session.onBehind?.(false);
  }
}

async function listening(session: Session, hear: () => void): Promise<{ readonly remove: () => void }> {
  const handler = session.workbook.onActivated.add(() => {
    hear();
    return Promise.resolve();
  });
  await session.sync();
  return { remove: () => handler.remove() };
}

/** Excel gives no active cell of a workbook that is behind another one. */
async function isBehind(session: Session): Promise<boolean> {
  session.workbook.getActiveCell().load("address");
  try {
    await session.sync();
    return false;
  } catch (error) {
    const failure = failureOfOffice(error, "workbook");
    if (failure.detail?.["excel"] === undefined) throw failure;
    return failure.code === "workbook-behind";
  }
}
