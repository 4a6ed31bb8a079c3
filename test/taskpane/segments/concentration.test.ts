import { valueHeldBy } from "../../../src/taskpane/segments/concentration";

const curve = [
  { customers: 0, value: 0 },
  { customers: 0.2, value: 0.6 },
  { customers: 1, value: 1 },
];

test.each([
  [0.1, 0.3],
  [0.2, 0.6],
  [0.6, 0.8],
  [1, 1],
  [0, 0],
])("reads off the curve what the largest %d of the customers hold", (customers, value) => {
  expect(valueHeldBy(curve, customers)).toBeCloseTo(value, 12);
});
