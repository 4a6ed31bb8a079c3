import { failureData } from "../../src/failure";
import { openWithColleague } from "./colleague";
import { secondRun } from "./scenarios";
import { contents, snapshot } from "./snapshot";

jest.setTimeout(300_000);

test.each(["Tierbook", "Segments", "Runs"])(
  "a sheet %s that somebody deleted during a run is made again like a new one, mark and looks included",
  async (name) => {
    const { bytes, run, new: whole } = await secondRun();
    const undisturbed = await openWithColleague(bytes);
    await run();
    // Before that nothing is written, after that nothing of sheets.
    const [first, last] = [0.28, 0.6].map((part) => Math.round(part * undisturbed.requests()));
    let tried = 0;
    for (let n = first ?? 0; n < (last ?? 0); n += 4) {
      const book = await openWithColleague(bytes);
      book.disturb(n, (context) => context.workbook.worksheets.getItem(name).delete());
      const end = await run().then(
        () => "done",
        (error: unknown) => failureData(error).code,
      );
      if (end !== "done" || !book.happened()) continue;
      book.settle();
      const { sheets, names } = book.opened.book;
      const made = sheets.find((sheet) => sheet.name === name);
      const ofNew = { visibility: "Visible", showGridlines: false };
      expect({ n, made }).toEqual({ n, made: expect.objectContaining(ofNew) as unknown });
      expect(made?.columns.some(({ width }) => width !== undefined)).toBe(true);
      expect(names.filter((one) => one.sheetId === made?.id && one.name === "tierbook_sheet")).toHaveLength(1);
      const byName = (book: unknown): unknown => new Set(contents(book) as unknown[]);
      // A note of the user's went with their sheet.
      if (name !== "Segments") expect(byName(snapshot(book.opened.book))).toEqual(byName(whole));
      tried++;
    }
    expect(tried).toBeGreaterThan(0);
  },
);
