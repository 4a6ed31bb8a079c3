import { proposedDate } from "../../src/plan/proposedDate";

test.each([
  ["Clients 2026-10-31", "2026-10-31"],
  ["Clients_20261031", "2026-10-31"],
  ["客户 2026年9月30日", "2026-09-30"],
  ["Export 2026.8.31 final", "2026-08-31"],
  ["Clients", "2026-11-30"],
  ["Clients 2026-02-31", "2026-11-30"],
  ["Contract 1234567890", "2026-11-30"],
  ["Q3 2026", "2026-11-30"],
])("a month's table on a sheet %s is proposed to be of %s", (sheet, date) => {
  expect(proposedDate("2026-10-31", [sheet, "Table1"])).toBe(date);
});

test("nothing is proposed where the last run had no date, or neither a month-end nor a day in a name", () => {
  expect(proposedDate(null, ["Clients 2026-10-31"])).toBeNull();
  expect(proposedDate("2026-10-15", ["Clients", "Table1"])).toBeNull();
});
