import { runPlan } from "../../src/actions/runPlan";
import { inThread } from "../../src/engine/inThread";
import { valueAt } from "../../src/host/model/cells";
import type { Sheet } from "../../src/host/model/book";
import { partsOf } from "../host/xlsx/smallBook";
import { openTrial } from "../safety/trial";
import { clientPlan, fillClients, when } from "./clientBook";

jest.setTimeout(120_000);

test("blocks that come to the places of others take nothing of their look", async () => {
  const first = await openTrial(null);
  await fillClients();
  const plan = await clientPlan();
  await runPlan(plan, inThread, when);
  // The second run tells of moves, so that everything below comes further down.
  const trial = await openTrial(first.save());
  await runPlan(plan, inThread, { now: new Date("2026-12-01T08:00:00Z"), person: "Grace" });
  const { sheets, styles } = trial.book;
  for (const name of ["Runs", "Segments", "Tierbook"]) {
    const sheet = sheets.find((one) => one.name === name) as Sheet;
    for (const { area } of sheet.tables) {
      for (let row = area.row; row < area.row + area.rows; row++) {
        for (let column = area.column; column < area.column + area.columns; column++) {
          const cell = sheet.rows.get(row)?.cells.get(column);
          const style = styles[cell?.style ?? 0];
          expect([name, row, column, style?.fontSize, style?.fontName]).toEqual([name, row, column, 11, "Calibri"]);
        }
      }
    }
    for (const [row, { cells }] of sheet.rows) {
      const size = styles[cells.get(0)?.style ?? 0]?.fontSize;
      // What is larger is a title or a heading, and stands alone in its row.
      if (size !== 11) expect([name, row, valueAt(sheet, row, 1)]).toEqual([name, row, null]);
    }
  }
  const parts = partsOf(trial.save());
  for (const [part, text] of Object.entries(parts).filter(([part]) => part.startsWith("xl/worksheets/sheet")))
    expect([part, /<row (?![^>]* ht=)[^>]*customHeight[^>]*>/.exec(text)]).toEqual([part, null]);
});
