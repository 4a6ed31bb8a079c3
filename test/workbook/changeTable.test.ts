import { changeTable } from "../../src/workbook/changeTable";
import { inExcel } from "../../src/workbook/inExcel";
import { openWithColleague, type Deed } from "../safety/colleague";
import { openTrial } from "../safety/trial";

const headers = ["Id", "Segment", "Owner"];
const before = [
  ["x/b", "B", "Wu of b"],
  ["x/c", "C", ""],
  ["x/a", "A", "Li of a"],
];
/** One gets another name, one comes, or goes. */
const after = {
  grows: [...before.slice(0, 2), ["x/a", "Core", "Li of a"], ["x/d", "D", ""]],
  shrinks: [before[0]!, ["x/a", "Core", "Li of a"]],
};
const grid = (rows: readonly (readonly string[])[]) => ({ row: 3, column: 1, headers, rows });
const table = (context: Excel.RequestContext): Excel.Table => context.workbook.tables.getItem("Ours");

let bytes: Uint8Array;
beforeAll(async () => {
  const trial = await openTrial(null);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.name = "Owners";
    sheet.getRange("B4:D7").values = [headers, ...before];
    sheet.tables.add("B4:D7", true).name = "Ours";
    await context.sync();
  });
  bytes = trial.save();
});

const deeds: readonly (readonly [string, Deed])[] = [
  ["sorts the rows", (context) => table(context).sort.apply([{ key: 0, ascending: true }])],
  ["deletes a row", (context) => table(context).rows.getItemAt(0).delete()],
  ["puts a row above the others", (context) => void table(context).rows.add(0, [["", "Theirs", "Zoe"]])],
  [
    "moves the table down",
    (context) => void context.workbook.worksheets.getItem("Owners").getRange("1:2").insert("Down"),
  ],
];

describe.each(["grows", "shrinks"] as const)("while a table that people fill in %s", (how) => {
  test.each(deeds)("no cell comes beside another id where somebody %s at any request", async (what, deed) => {
    for (let n = 0; ; n++) {
      const book = await openWithColleague(bytes);
      book.disturb(n, deed);
      const change = { from: grid(before), to: grid(after[how]), key: 0, formats: () => null };
      const made = await inExcel("Owners", (session) => changeTable(session, "Owners", "Ours", change, "refuse"));
      const happened = book.happened();
      expect({ n, made: made !== null }).toEqual({ n, made: true });
      const { rows, below } = await Excel.run(async (context) => {
        const body = table(context).getDataBodyRange().load("values");
        const under = table(context).getRange().getLastRow().getOffsetRange(1, 0).load("values");
        await context.sync();
        return { rows: body.values as string[][], below: (under.values as unknown[][]).flat().join("") };
      });
      const wanted = new Map([...after[how], ["", "Theirs", "Zoe"]].map(([id, ...cells]) => [id, cells]));
      for (const [id, ...cells] of rows) expect({ n, id, cells }).toEqual({ n, id, cells: wanted.get(id) });
      const gone = how === "grows" && happened && what === "deletes a row" ? ["x/b"] : [];
      const ids = rows.map(([id]) => id).filter((id) => id !== "");
      expect({ n, ids: ids.sort(), below }).toEqual({
        n,
        ids: after[how]
          .map(([id]) => id)
          .filter((id) => !gone.includes(id!) && ids.includes(id))
          .sort(),
        below: "",
      });
      if (!happened) break;
    }
  });
});
