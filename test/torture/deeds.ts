import type { Book, Sheet, Table } from "../../src/host/model/book";
import type { RegisterField } from "../../src/register/register";
import type { Dice } from "./dice";
import { customerTable, keyColumn } from "./names";
import { bodyRows, customersIn, fieldAt, markedSheet, renamedKey, type Place } from "./seen";

/** A colleague at the same workbook, with an office.js and a keyboard of their own. */
export interface Colleague {
  readonly context: Excel.RequestContext;
  readonly book: Book;
  type(sheet: Sheet, row: number, column: number, text: string): void;
}

/** One thing that a colleague does. */
export interface Deed {
  readonly name: string;
  /** "moves": cells of the user's stand elsewhere afterwards. */
  readonly effect: "moves" | "stays";
  /** Columns that the customers' table has of the colleague afterwards. */
  readonly columns?: readonly string[];
  /** Throws where it cannot be done. */
  readonly act: (colleague: Colleague) => void;
}

type Act = Deed["act"];

/** A deed by its name and what it does. */
function deed(name: string, act: Act, more: Partial<Deed> = {}): Deed {
  return { name, effect: "stays", act, ...more };
}

const customers = ({ context }: Colleague): Excel.Table => context.workbook.tables.getItem(customerTable);

/** Deeds to the customers' table and beside it, at a place that `where`, from 0 to 1, says. */
function customerDeeds(where: number, dice: Dice): Deed[] {
  const onTable = (act: (colleague: Colleague, place: Place) => void): Act => {
    return (colleague) => {
      act(colleague, there(customersIn(colleague.book)));
    };
  };
  const rowIn = ({ table }: Place): number => pickAt(bodyRows(table), where) ?? table.area.row + 1;
  const typeInto = (header: string, text: string): Act =>
    onTable((colleague, place) => {
      const { sheet, table } = place;
      const i = table.columns.findIndex(({ name }) => name === header);
      if (i >= 0) colleague.type(sheet, rowIn(place), table.area.column + i, text);
    });
  const rename = (header: string, to: string): Act =>
    onTable((colleague, { sheet, table }) => {
      const i = table.columns.findIndex(({ name }) => name === header);
      if (i >= 0) colleague.type(sheet, table.area.row, table.area.column + i, to);
    });
  const newRow = ({ columns }: Table, id: string): string[] =>
    columns.map(({ name }) => (name === keyColumn ? id : name === "Amount" ? "77" : ""));
  const column = (name: string, table: Table): string[][] =>
    Array.from({ length: table.area.rows }, (_, i) => [i === 0 ? name : `n${i}`]);
  const sortKey = dice.int(0, 3);
  return [
    deed("sorts the table", (colleague) => customers(colleague).sort.apply([{ key: sortKey, ascending: where < 0.5 }])),
    deed(
      "inserts a row",
      onTable((colleague, { table }) => {
        const at = Math.floor(where * Math.max(1, table.area.rows - 2));
        customers(colleague).rows.add(at, [newRow(table, "NEW1")]);
      }),
      { effect: "moves" },
    ),
    deed(
      "appends a row",
      onTable((colleague, { table }) => void customers(colleague).rows.add(undefined, [newRow(table, "NEW2")])),
      { effect: "moves" },
    ),
    deed(
      "deletes a row",
      onTable((colleague, { table }) => {
        if (bodyRows(table).length < 3) return;
        customers(colleague)
          .rows.getItemAt(Math.floor(where * (bodyRows(table).length - 1)))
          .delete();
      }),
      { effect: "moves" },
    ),
    deed("renames the value column", rename("Amount", "Balance"), { columns: ["Balance"] }),
    deed("renames the key column", rename(keyColumn, renamedKey), { columns: [renamedKey] }),
    deed("edits an amount", typeInto("Amount", "4444")),
    deed("edits a name", typeInto("Name", "Renamed by Grace")),
    deed(
      "adds a column",
      onTable((colleague, { table }) => {
        customers(colleague).columns.add(undefined, column("My notes", table));
      }),
      { effect: "moves", columns: ["My notes"] },
    ),
    deed(
      "adds a column without a name",
      onTable((colleague, { table }) => {
        customers(colleague).columns.add(undefined, column("", table));
      }),
      { effect: "moves", columns: ["Column1"] },
    ),
    deed(
      "adds a column in the middle",
      onTable((colleague, { table }) => {
        customers(colleague).columns.add(1, column("Between", table));
      }),
      { effect: "moves", columns: ["Between"] },
    ),
    deed(
      "types right of the table",
      onTable((colleague, place) => {
        const { area } = place.table;
        colleague.type(place.sheet, rowIn(place), area.column + area.columns, "call back in May");
      }),
    ),
    deed(
      "writes over a label",
      onTable((colleague, place) => {
        const { area, columns } = place.table;
        const last = columns[columns.length - 1]?.name ?? "";
        const isUsers = [keyColumn, "Name", "Amount", "Second", "Region"].includes(last);
        if (!isUsers) colleague.type(place.sheet, rowIn(place), area.column + area.columns - 1, "by hand");
      }),
    ),
    deed("filters the table", (colleague) =>
      customers(colleague).columns.getItem("Region").filter.applyValuesFilter(["North"]),
    ),
    deed("shows a row of totals", (colleague) => (customers(colleague).showTotals = true), { effect: "moves" }),
    ...sheetDeeds(onTable, rowIn),
  ];
}

/** Deeds to the sheet around the table. */
function sheetDeeds(
  onTable: (act: (colleague: Colleague, place: Place) => void) => Act,
  rowIn: (place: Place) => number,
): Deed[] {
  const onSheet = (act: (sheet: Excel.Worksheet, place: Place) => void): Act =>
    onTable(({ context }, place) => act(context.workbook.worksheets.getItem(place.sheet.name), place));
  return [
    deed(
      "protects the sheet",
      onSheet((sheet) => sheet.protection.protect()),
    ),
    deed("protects the workbook", ({ book }) => (book.structureProtected = true)),
    deed(
      "hides a row",
      onSheet((sheet, place) => {
        const row = rowIn(place) + 1;
        sheet.getRange(`${row}:${row}`).rowHidden = true;
      }),
    ),
    deed(
      "inserts a row above",
      onSheet((sheet) => void sheet.getRange("1:1").insert("Down")),
      { effect: "moves" },
    ),
    deed(
      "inserts a column to the left",
      onSheet((sheet) => void sheet.getRange("A:A").insert("Right")),
      {
        effect: "moves",
      },
    ),
    deed("lets Excel calculate by hand", ({ context }) => {
      context.workbook.application.calculationMode = "Manual";
    }),
    deed("edits another sheet", (colleague) => {
      const other = colleague.book.sheets.find(({ name }) => name === "Other");
      if (other) colleague.type(other, 8, 1, "edited elsewhere");
    }),
    deed("looks at another sheet", ({ book }) => {
      book.activeSheetId = book.sheets.find(({ name }) => name === "Other")?.id ?? book.activeSheetId;
    }),
    deed("makes a sheet called Runs", ({ context, book }) => {
      if (book.sheets.some(({ name }) => /^(Runs|运行记录)$/.test(name))) throw new Error("the name is taken");
      context.workbook.worksheets.add("Runs").getRange("A1").values = [["a user's runs"]];
    }),
  ];
}

/** Deeds to sheets of ours. */
function ownDeeds(where: number, dice: Dice): Deed[] {
  const onMarked = (mark: string, act: (colleague: Colleague, sheet: Sheet, table: Table | undefined) => void): Act => {
    return (colleague) => {
      const sheet = there(markedSheet(colleague.book, mark));
      act(colleague, sheet, sheet.tables[0]);
    };
  };
  const onOwners = (act: (colleague: Colleague, sheet: Sheet, table: Table) => void): Act =>
    onMarked("owners", (colleague, sheet, table) => act(colleague, sheet, there(table)));
  const typeField = (field: RegisterField, text: string): Act =>
    onOwners((colleague, sheet, table) => {
      const [row, at] = [pickAt(bodyRows(table), where), fieldAt(table, field)];
      if (row !== undefined && at >= 0) colleague.type(sheet, row, table.area.column + at, text);
    });
  const remove = (mark: string): Act =>
    onMarked(mark, ({ context }, sheet) => context.workbook.worksheets.getItem(sheet.name).delete());
  const sortKey = dice.int(0, 2);
  const tableOf = ({ context }: Colleague, { name }: Table): Excel.Table => context.workbook.tables.getItem(name);
  return [
    deed("fills in an owner", typeField("owner", "Hopper")),
    deed("fills in an objective", typeField("objective", "Keep them")),
    deed("notes beside an owner", typeField("note", "a note while it ran")),
    deed(
      "sorts the owners",
      onOwners((colleague, _, table) => {
        tableOf(colleague, table).sort.apply([{ key: sortKey, ascending: false }]);
      }),
    ),
    deed(
      "deletes an owner's row",
      onOwners((colleague, _, table) => {
        const rows = bodyRows(table).length;
        if (rows > 2)
          tableOf(colleague, table)
            .rows.getItemAt(Math.floor(where * rows))
            .delete();
      }),
    ),
    deed(
      "inserts a row among the owners",
      onOwners((colleague, _, table) => {
        const cells = table.columns.map((__, i) => (i === fieldAt(table, "note") ? "my row between" : ""));
        tableOf(colleague, table).rows.add(0, [cells]);
      }),
    ),
    deed(
      "adds an owner's row",
      onOwners((colleague, _, table) => {
        const cells = table.columns.map((__, i) => (i === fieldAt(table, "owner") ? "my own row" : ""));
        tableOf(colleague, table).rows.add(undefined, [cells]);
      }),
    ),
    deed(
      "adds a column to the owners",
      onOwners((colleague, _, table) => {
        const cells = Array.from({ length: table.area.rows }, (__, i) => [i === 0 ? "Desk" : `e${i}`]);
        tableOf(colleague, table).columns.add(4, cells);
      }),
    ),
    deed(
      "filters the owners",
      onOwners((colleague, _, table) => {
        tableOf(colleague, table).columns.getItemAt(2).filter.applyCustomFilter("=zzz");
      }),
    ),
    deed(
      "protects the owners",
      onOwners(({ context }, sheet) => {
        context.workbook.worksheets.getItem(sheet.name).protection.protect();
      }),
    ),
    deed(
      "renames the owners",
      onOwners(({ context }, sheet) => {
        context.workbook.worksheets.getItem(sheet.name).name = "Who";
      }),
    ),
    deed("deletes the owners", remove("owners")),
    deed(
      "inserts a row above the owners",
      onOwners(({ context }, sheet) => {
        context.workbook.worksheets.getItem(sheet.name).getRange("2:2").insert("Down");
      }),
    ),
    deed(
      "changes a cut-off",
      onMarked("policy", (colleague, sheet, table) => {
        const found = table && numberIn(sheet, table);
        if (found) colleague.type(sheet, found.row, found.column, String(found.value * 0.97 + 0.001));
      }),
    ),
    deed(
      "notes right below the segments",
      onMarked("segments", (colleague, sheet) => {
        colleague.type(sheet, Math.max(...sheet.rows.keys()) + 1, 1, "right below");
      }),
    ),
    deed(
      "renames the segments",
      onMarked("segments", ({ context }, sheet) => {
        context.workbook.worksheets.getItem(sheet.name).name = "Seg renamed";
      }),
    ),
    ...["policy", "segments", "runs", "tierbook", "staging", "_tierbook"].map((mark) =>
      deed(`deletes the sheet of ${mark}`, remove(mark)),
    ),
  ];
}

/** What a deed needs. */
function there<T>(found: T | null | undefined): T {
  if (found == null) throw new Error("a deed requires what it is done to");
  return found;
}

/** All deeds, each at a place of its own. */
export function allDeeds(dice: Dice): readonly Deed[] {
  return [...customerDeeds(dice.uniform(), dice), ...ownDeeds(dice.uniform(), dice)];
}

function pickAt<T>(items: readonly T[], where: number): T | undefined {
  return items[Math.min(items.length - 1, Math.floor(where * items.length))];
}

function numberIn(sheet: Sheet, { area }: Table): { row: number; column: number; value: number } | null {
  for (let row = area.row + 1; row < area.row + area.rows; row++) {
    for (let column = area.column + 1; column < area.column + area.columns; column++) {
      const cell = sheet.rows.get(row)?.cells.get(column);
      if (typeof cell?.value === "number" && cell.formula === undefined) return { row, column, value: cell.value };
    }
  }
  return null;
}
