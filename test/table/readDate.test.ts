import { columnOf, type Content } from "../../src/table/columns";
import { dayNumber } from "../../src/table/dayNumber";
import { readDate, type NoDate } from "../../src/table/readDate";
import { readDateText, type DateOrder } from "../../src/table/readDateText";

// Excel's own serials, as its DATE function gives them.
const feb20 = 43881; // 20 February 2020

describe("days as serials", () => {
  it("F46: counts as Excel does, with the day that never was", () => {
    expect(dayNumber(2020, 2, 20)).toBe(feb20);
    expect(dayNumber(1900, 1, 1)).toBe(1);
    expect(dayNumber(1900, 2, 28)).toBe(59);
    expect(dayNumber(1900, 3, 1)).toBe(61);
    expect(dayNumber(9999, 12, 31)).toBe(2958465);
  });

  it("F46: knows no 29 February 1900, no 30 February and no month 13", () => {
    expect([dayNumber(1900, 2, 29), dayNumber(2020, 2, 30), dayNumber(2020, 13, 1), dayNumber(1899, 1, 1)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe("dates that are text", () => {
  it.each<[string, DateOrder | null]>([
    ["2020-02-20", null],
    ["2020/02/20", null],
    ["2020.2.20", null],
    ["2020-02-20 00:00:00", null],
    ["2020-02-20T23:59:59.999Z", null],
    ["2020年2月20日", null],
    ["2020年02月20日 09:30", null],
    ["２０２０年２月２０日", null],
    ["Feb-20 2020", null],
    ["February 20, 2020", null],
    ["20 Feb 2020 3:05 PM", null],
    ["20-Feb-20", null],
    ["20200220", "ymd"],
    ["20/02/2020", "dmy"],
    ["20.2.20", "dmy"],
    ["20022020", "dmy"],
    ["02/20/2020", "mdy"],
    ["02-20-2020", "mdy"],
    ["20/02/20", "ymd"],
  ])("F46: %s with the order %s is 20 February 2020", (text, order) => {
    expect(readDateText(text, order)).toBe(feb20);
  });

  it.each<[string, DateOrder | null]>([
    ["03/04/2020", null],
    ["03/04/2020", "ymd"],
    ["13/04/2020", "mdy"],
    ["04/13/2020", "dmy"],
    ["03/04/20", null],
  ])("F46: %s with the order %s is not guessed", (text, order) => {
    expect(readDateText(text, order)).toBe("order");
  });

  it.each(["thirty", "NAN", "2020", "32/13/2020", "2020-02-30", "3.14", "1/2", "Marble 3, 2020", "12:30"])(
    "F46: %s is no date",
    (text) => {
      expect(readDateText(text, "dmy")).toBeNull();
    },
  );

  it.each([
    "2020-02",
    "2020/2",
    "2020.02",
    "2020年2月",
    "02/2020",
    "Feb-20",
    "Feb 2020",
    "February 2020",
    "２０２０年２月份",
  ])("%s is the month that begins on 1 February 2020", (text) => {
    expect(readDateText(text, null)).toBe(dayNumber(2020, 2, 1));
  });

  it("reads a month of six digits where years are declared to come first, and no month 13 anywhere", () => {
    expect([readDateText("202002", "ymd"), readDateText("202002", null), readDateText("2020-13", "ymd")]).toEqual([
      dayNumber(2020, 2, 1),
      null,
      null,
    ]);
  });

  it("F46: takes years of two digits up to 29 for this century's, the others for the last's", () => {
    expect(readDateText("1/1/29", "dmy")).toBe(dayNumber(2029, 1, 1));
    expect(readDateText("1/1/30", "dmy")).toBe(dayNumber(1930, 1, 1));
  });
});

describe("dates in cells", () => {
  const read = (content: Content, order: DateOrder | null = null, from1904 = false): number | NoDate =>
    readDate(columnOf("Date", [content]), 0, { order, from1904 });

  it("F46: reads serials, without their time, in both calendars", () => {
    expect(read(feb20 + 0.75)).toBe(feb20);
    expect(read(feb20 - 1462, null, true)).toBe(feb20);
    expect(read(0, null, true)).toBe(dayNumber(1904, 1, 1));
  });

  it("F46: lists serials that are no day", () => {
    expect([read(-1), read(0), read(60), read(2958466), read(-0.5, null, true), read(1e308)]).toEqual(
      Array.from({ length: 6 }, () => "no-day"),
    );
  });

  it("F46: reads 31 December 9999 as that day", () => {
    expect(read("31/12/9999", "dmy")).toBe(2958465);
  });

  it("F46: reads numbers of eight digits where years come first", () => {
    expect([read(20200220, "ymd"), read(20200220), read(20201320, "ymd")]).toEqual([feb20, "no-day", "no-day"]);
  });

  it("takes years and months that are numbers for no days of 1905 and 2454, unless years are declared to come first", () => {
    expect([2026, 2026.1, 1900, 202610].map((number) => read(number))).toEqual(
      Array.from({ length: 4 }, () => "no-day"),
    );
    expect([read(202002, "ymd"), read(202013, "ymd"), read(2026, "ymd"), read(2101)]).toEqual([
      dayNumber(2020, 2, 1),
      202013,
      "no-day",
      2101,
    ]);
  });

  it("reads a column by the order that was declared for it alone", () => {
    const dates = { order: "mdy", from1904: false, columns: { Since: "dmy" } } as const;
    const in2020 = (name: string): number | NoDate => readDate(columnOf(name, ["03/02/2020"]), 0, dates);
    expect([in2020("Since"), in2020("Until")]).toEqual([dayNumber(2020, 2, 3), dayNumber(2020, 3, 2)]);
  });

  it("F43: tells five kinds of nothing apart", () => {
    expect([read(null), read(""), read(" "), read(false), read({ error: "#N/A" }), read("#N/A")]).toEqual([
      "blank",
      "blank-text",
      "blank-text",
      "logical",
      "error",
      "text",
    ]);
  });
});
