import { readState, type UnfinishedRun } from "../../src/actions/readState";
import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { unfinishedWords } from "../../src/text/unfinishedWords";
import { clientPlan, openClients, when } from "./clientBook";

jest.setTimeout(60_000);
afterEach(() => jest.restoreAllMocks());

test("an unfinished run says who may still be writing it since when, until that cannot be any more", async () => {
  const { host } = await openClients();
  const plan = await clientPlan();
  const seen: Promise<(UnfinishedRun["writer"] | undefined)[]>[] = [];
  const looks = async (): Promise<(UnfinishedRun["writer"] | undefined)[]> => {
    const now = (await readState()).unfinished?.writer;
    const inAnHour = Date.now() + 3_600_000;
    jest.spyOn(Date, "now").mockReturnValue(inAnHour);
    const later = (await readState()).unfinished?.writer;
    jest.restoreAllMocks();
    return [now, later];
  };
  await runPlan(plan, inThread, {
    ...when,
    person: "Ada",
    onProgress: ({ stage }) => {
      if (stage === "sheets" && seen.length === 0) seen.push(looks());
    },
  });
  expect(await Promise.all(seen)).toEqual([
    [{ by: "Ada", since: expect.stringMatching(/^\d{4}-.*Z$/) as string }, null],
  ]);
  expect((await readState()).unfinished).toBeNull();
  host.close();
});

test.each(["en", "zh"] as const)("the words of that name the person and the moment: %s", (language) => {
  const { title } = unfinishedWords(language);
  expect(title("Ada", "14:02")).toMatch(/Ada.*14:02/);
  expect(title("", "14:02")).toMatch(/^(Somebody|有人).*14:02/);
});
