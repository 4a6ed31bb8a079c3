import { type MonthFacts, stepStates } from "../../../src/taskpane/month/monthSteps";

const nothing: MonthFacts = {
  table: false,
  odd: 0,
  ready: false,
  written: false,
  looking: false,
  writing: false,
  ownerless: null,
  frozen: false,
};

const along = (facts: Partial<MonthFacts>): string => Object.values(stepStates({ ...nothing, ...facts })).join(" ");

test("the first step that is not done is the one that comes now", () => {
  expect(along({})).toBe("now open open open open open");
  expect(along({ table: true })).toBe("done now open open open open");
  expect(along({ table: true, ready: true })).toBe("done done now open open open");
  expect(along({ table: true, ready: true, written: true, ownerless: 3 })).toBe("done done done done now open");
  expect(along({ table: true, ready: true, written: true, ownerless: 0 })).toBe("done done done done done now");
  expect(along({ table: true, ready: true, written: true, ownerless: 0, frozen: true })).toBe(
    "done done done done done done",
  );
});

test("odd data are to be looked at, unless somebody went on in spite of them", () => {
  expect(along({ table: true, ready: true, odd: 2 })).toBe("done now open open open open");
  expect(along({ table: true, ready: true, odd: 2, looking: true })).toBe("done done now open open open");
  expect(along({ table: true, ready: true, odd: 2, writing: true })).toBe("done done done now open open");
  expect(along({ table: true, ready: true, odd: 2, written: true, ownerless: 1 })).toBe("done done done done now open");
});

test("another month's data, or changed settings, begin anew: what was assigned and frozen was for the former ones", () => {
  expect(along({ table: true, ready: true, ownerless: 0, frozen: true })).toBe("done done now open open open");
});
