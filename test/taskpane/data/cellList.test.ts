import { cellList } from "../../../src/taskpane/data/cellList";

test("names a sheet once for the cells that follow each other on it", () => {
  expect(cellList(["Clients!A41", "Clients!A388", "Other!B2", "C3"])).toEqual([
    "Clients!A41",
    "A388",
    "Other!B2",
    "C3",
  ]);
});
