import { failureOfOffice } from "./inExcel";

/** Does what may fail: false if Excel refused it. A person's cancelling, or no answer, is no refusal. */
export async function tolerated(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    const failure = failureOfOffice(error, "workbook");
    if (failure.detail?.["excel"] === undefined) throw failure;
    return false;
  }
}
