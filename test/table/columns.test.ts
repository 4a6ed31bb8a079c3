import { columnBuilder, columnOf } from "../../src/table/columns";
import { columnNamed } from "../../src/table/columnNamed";
import { CellKind } from "../../src/table/customerTable";

test("keeps kind, number and text of every cell", () => {
  const column = columnOf("x", [1, "a", true, { error: "#N/A" }, null]);
  expect([...column.kinds]).toEqual([CellKind.number, CellKind.text, CellKind.logical, CellKind.error, CellKind.empty]);
  expect([...column.numbers]).toEqual([1, NaN, 1, NaN, NaN]);
  expect(column.texts).toEqual([null, "a", null, "#N/A", null]);
});

test("ends where the cells ended, if there were fewer than foreseen", () => {
  const builder = columnBuilder("x", 10);
  builder.add(3);
  const column = builder.finish();
  expect([column.kinds.length, column.numbers.length, column.texts.length]).toEqual([1, 1, 1]);
});

test("names the column that is missing", () => {
  const table = { name: "Clients", rows: 1, columns: [columnOf("Balance", [1])] };
  expect(columnNamed(table, "Balance").numbers[0]).toBe(1);
  expect(() => columnNamed(table, "balance")).toThrow(
    expect.objectContaining({ code: "missing-column", subject: "balance" }) as Error,
  );
});
