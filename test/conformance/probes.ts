import { cellProbes } from "./cellProbes";
import { codeOf, type Answer, type Probe } from "./probe";
import { tableProbes } from "./tableProbes";
import { workbookProbes } from "./workbookProbes";

/** Every question that is asked of an Excel without a hand, in the order of their numbers. */
export const probes: readonly Probe[] = [...cellProbes, ...tableProbes, ...workbookProbes].sort((a, b) =>
  a.id < b.id ? -1 : 1,
);

export interface Answered {
  readonly id: string;
  readonly answer: Answer;
  readonly ms: number;
}

/** No probe takes longer than this, in milliseconds; an Excel that hangs at one goes on with the next. */
const patience = 30_000;

/** Asks one after the other, each on a scratch sheet of its own. */
export async function runProbes(tell: (id: string) => void = () => undefined): Promise<readonly Answered[]> {
  const answered: Answered[] = [];
  for (const probe of probes) {
    tell(probe.id);
    const from = performance.now();
    const answer = await answerOf(probe);
    answered.push({ id: probe.id, answer, ms: Math.round(performance.now() - from) });
  }
  return answered;
}

async function answerOf({ id, run }: Probe): Promise<Answer> {
  const sheet = `probe ${id}`;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await Excel.run(async (context) => {
      context.workbook.worksheets.add(sheet);
      await context.sync();
    });
    const silence = new Promise((done) => {
      timer = setTimeout(() => done({ error: `no answer in ${patience / 1000} s` }), patience);
    });
    // As a log holds it: what JSON leaves out is no part of an answer.
    return JSON.parse(JSON.stringify((await Promise.race([run(sheet), silence])) ?? null)) as Answer;
  } catch (error) {
    return { error: codeOf(error) };
  } finally {
    clearTimeout(timer);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItemOrNullObject(sheet).delete();
      await context.sync();
    }).catch(() => undefined);
  }
}
