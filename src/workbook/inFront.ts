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
 */
export async function inFront(session: Session, work: () => Promise<void>): Promise<void> {
  try {
    return await work();
  } catch (error) {
    const { code, detail } = failureOfOffice(error, "workbook");
    const mayBeBehind = code === "workbook-behind" || detail?.["excel"] === "GeneralException";
    if (!mayBeBehind || !(await cameToFront(session))) throw error;
  }
  await work();
}

/** Waits for a workbook that is behind another one. True once it came to the front; false if it was not behind, or stays. */
export async function cameToFront(session: Session): Promise<boolean> {
  if (!(await isBehind(session))) return false;
  let wake = (): void => undefined;
  let stop = (): unknown => undefined;
  await tolerated(async () => {
    const { remove } = await listening(session, () => wake());
    stop = remove;
  });
  try {
    for (let waited = 0; waited < patience; waited += step) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(step, patience - waited));
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      if (!(await isBehind(session))) return true;
    }
    return false;
  } finally {
    stop();
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
