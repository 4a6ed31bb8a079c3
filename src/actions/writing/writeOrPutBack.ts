import { failureOfOffice, inExcel } from "../../workbook/inExcel";
import type { ActionOptions } from "../progress";
import type { PreparedRun } from "./prepareRun";
import { recover } from "./recover";
import { beginRun, finishStaged, stageRun } from "./writeRun";

/**
 * Writes a prepared run: all of it, or nothing.
 *
 * @throws {Failure} as `recover`
 */
export async function writeOrPutBack(run: PreparedRun, { signal, onProgress }: ActionOptions): Promise<void> {
  const tell = onProgress ?? (() => undefined);
  try {
    await inExcel(
      run.facts.name,
      async (session) => {
        const head = await beginRun(session, run);
        await finishStaged(session, await stageRun(session, run, head, tell), tell);
      },
      { signal, undoAsOne: true },
    );
  } catch (error) {
    await recover(run, failureOfOffice(error, run.facts.name), tell);
  }
}
