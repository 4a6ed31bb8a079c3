import type { TableInspection } from "../../../src/actions/inspectTable";
import type { Plan } from "../../../src/plan/plan";
import { plannedWrites } from "../../../src/taskpane/write/plannedWrites";

const plan = {
  table: { id: "1", name: "Clients" },
  sheetLanguage: "en",
  segmentations: [{ method: "abc", id: "value-tier", name: "Value tier" }],
} as unknown as Plan;

const inspection = (...names: string[]): TableInspection =>
  ({ id: "1", name: "Clients", columns: names.map((name) => ({ name })) }) as unknown as TableInspection;

test("announces a new column and new sheets in a workbook without any of ours", () => {
  expect(plannedWrites(plan, inspection("Client ID"), { sheets: [], columns: [] })).toEqual([
    { kind: "newColumn", name: "Value tier", table: "Clients" },
    { kind: "newSheet", name: "Tierbook", sheet: "tierbook" },
    { kind: "newSheet", name: "Segments", sheet: "segments" },
    { kind: "newSheet", name: "Owners", sheet: "owners" },
    { kind: "newSheet", name: "Policy", sheet: "policy" },
    { kind: "newSheet", name: "Runs", sheet: "runs" },
  ]);
});

test("announces another name where the user has a column of that name, whatever its case", () => {
  const [column] = plannedWrites(plan, inspection("value TIER", "Value tier (2)"), { sheets: [], columns: [] });
  expect(column).toEqual({ kind: "renamedColumn", name: "Value tier", renamed: "Value tier (3)" });
});

test("announces an update in place where column and sheets are ours, by the names they have now", () => {
  const workbook = {
    sheets: [
      { id: "tierbook", name: "About" },
      { id: "segments", name: "Segments" },
    ],
    columns: [{ table: "1", segmentation: "value-tier", name: "Value tier" }],
  };
  expect(plannedWrites(plan, inspection("Client ID", "Value tier"), workbook)).toEqual([
    { kind: "sameColumn", name: "Value tier", table: "Clients" },
    { kind: "sameSheet", name: "About", sheet: "tierbook" },
    { kind: "sameSheet", name: "Segments", sheet: "segments" },
    { kind: "newSheet", name: "Owners", sheet: "owners" },
    { kind: "newSheet", name: "Policy", sheet: "policy" },
    { kind: "newSheet", name: "Runs", sheet: "runs" },
  ]);
});

test("announces a new name for a column of ours when the segmentation was renamed", () => {
  const workbook = { sheets: [], columns: [{ table: "Clients", segmentation: "value-tier", name: "Old name" }] };
  const [column] = plannedWrites(plan, inspection("Client ID", "Old name"), workbook);
  expect(column).toEqual({ kind: "newName", former: "Old name", name: "Value tier" });
});

test("announces a new column where ours has gone from the table", () => {
  const workbook = { sheets: [], columns: [{ table: "1", segmentation: "value-tier", name: "Value tier" }] };
  expect(plannedWrites(plan, inspection("Client ID"), workbook)[0]).toMatchObject({ kind: "newColumn" });
});

test("announces that a column goes with its segmentation, unless another one of its name takes it over", () => {
  const workbook = { sheets: [], columns: [{ table: "1", segmentation: "former", name: "By region" }] };
  const present = inspection("Client ID", "By region");
  expect(plannedWrites(plan, present, workbook)).toContainEqual({ kind: "goneColumn", name: "By region" });
  const named = { ...plan, segmentations: [{ method: "abc", id: "value-tier", name: "By region" }] } as unknown as Plan;
  const writes = plannedWrites(named, present, workbook);
  expect(writes).toContainEqual({ kind: "sameColumn", name: "By region", table: "Clients" });
  expect(writes.map(({ kind }) => kind)).not.toContain("goneColumn");
});
