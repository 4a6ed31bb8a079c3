import type { Sheet } from "../model/book";
import { makeTable } from "../edit/makeTable";
import { EventType, workbookTarget } from "../events";
import type { Session } from "../session";
import { cellsArgument } from "./addresses";
import { eventActions } from "./events";
import type { SheetTable } from "./handles";
import {
  flagArgument,
  invalid,
  notFound,
  object,
  textArgument,
  wholeArgument,
  type Arguments,
  type HostObject,
  type ObjectClass,
} from "./objectClass";
import { activeSheet } from "./workbook";

const tables: ObjectClass<Sheet | null> = {
  scalars: { Count: (home, session) => listed(home, session).length },
  items: (home, session) => listed(home, session).map((table) => object("Table", table)),
  indexer: (home, key, session) => object("Table", byKey(listed(home, session), key) ?? missing(key)),
  methods: {
    Add: (home, args, session) => object("Table", added(home, args, session)),
    GetItemAt: (home, [index], session) =>
      object("Table", listed(home, session)[wholeArgument(index)] ?? missing(index)),
    GetItemOrNullObject: (home, [key], session) => orNull(byKey(listed(home, session), key)),
  },
  actions: {
    GetCount: (home, _, session) => listed(home, session).length,
    ...eventActions<Sheet | null>(
      { Added: EventType.TableAdded, Deleted: EventType.TableDeleted, DataChanged: EventType.TableChanged },
      (home) => home?.id ?? workbookTarget,
    ),
  },
};

const scoped: ObjectClass<readonly SheetTable[]> = {
  items: (list) => list.map((table) => object("Table", table)),
  indexer: (list, key) => object("Table", byKey(list, key) ?? missing(key)),
  methods: {
    GetFirst: (list) => object("Table", list[0] ?? missing("first")),
    GetItemOrNullObject: (list, [key]) => orNull(byKey(list, key)),
  },
  actions: { GetCount: (list) => list.length },
};

function listed(home: Sheet | null, { book }: Session): readonly SheetTable[] {
  return (home ? [home] : book.sheets).flatMap((sheet) => sheet.tables.map((one) => ({ sheet, table: one })));
}

function byKey(list: readonly SheetTable[], key: unknown): SheetTable | undefined {
  const text = textArgument(key).toLowerCase();
  return (
    list.find(({ table: { id } }) => id.toLowerCase() === text) ??
    list.find(({ table: { name } }) => name.toLowerCase() === text)
  );
}

function orNull(found: SheetTable | undefined): HostObject | null {
  return found ? object("Table", found) : null;
}

function missing(key: unknown): never {
  throw notFound(`table ${String(key)}`);
}

function added(home: Sheet | null, [address, hasHeaders]: Arguments, session: Session): SheetTable {
  const { sheet, area } = cellsArgument(session, home ?? activeSheet(session.book), address);
  if (home && sheet !== home) throw invalid("cells of this sheet");
  return { sheet, table: makeTable(session, sheet, area, flagArgument(hasHeaders)) };
}

export const tableCollectionClasses = { TableCollection: tables, TableScopedCollection: scoped };
