test("runs far from Greenwich, so that a date taken through local time shows", () => {
  expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(8 * 60);
});
