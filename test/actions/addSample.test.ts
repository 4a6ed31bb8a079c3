import { addSample } from "../../src/actions/addSample";
import { inspectTable } from "../../src/actions/inspectTable";
import { sampleEn } from "../../src/sample/sampleWords";
import { openTrial, type Trial } from "../safety/trial";

const names = async (trial: Trial): Promise<readonly string[]> => {
  await trial.look();
  return trial.opened.book.sheets.map(({ name }) => name);
};

test("puts the sample's clients on a new sheet, where they can be tiered at once", async () => {
  const trial = await openTrial(null);
  const first = await addSample("en");
  expect(first).toMatchObject({ table: "Clients_Oct", sheet: sampleEn.sheet("2026-10-31") });
  const inspection = await inspectTable(first.id);
  expect(inspection).toMatchObject({ rows: 600, refusal: null });
  expect(inspection.columns.map(({ name }) => name)).toEqual(sampleEn.headers);
  expect(inspection.keyCandidates[0]).toBe("Client ID");

  const second = await addSample("zh");
  const third = await addSample("zh");
  expect([second.table, third.table]).toEqual(["客户_10月", "客户_10月_2"]);
  expect(new Set(await names(trial)).size).toBe(4);
});

test.each(["before", "half", "after"] as const)(
  "leaves no sheet behind where any request that writes fails %s it is done",
  async (when) => {
    for (let n = 0; ; n++) {
      const trial = await openTrial(null);
      const before = await names(trial);
      trial.arm(n, { when, then: "error" }, 1);
      const refused = await addSample("en").then(
        () => null,
        (error: unknown) => error,
      );
      if (!trial.struck) {
        expect(n).toBeGreaterThan(2);
        return;
      }
      const now = await names(trial);
      // A look that Excel refuses is set once more; all else is taken away again.
      if (refused === null) expect(now).toHaveLength(before.length + 1);
      else
        expect({ refused, now }).toEqual({
          refused: expect.objectContaining({ code: "unexpected" }) as unknown,
          now: before,
        });
    }
  },
);
