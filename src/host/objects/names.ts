import { areaAddress, quotedSheetName, type Area } from "../model/address";
import type { DefinedName, Sheet } from "../model/book";
import { isName } from "../edit/tableNames";
import { HostError } from "../errors";
import { changed, rangeOf, type Session } from "../session";
import { areaOf, fullAddress, referencedCells } from "./addresses";
import {
  flagArgument,
  invalid,
  isObject,
  notFound,
  object,
  textArgument,
  type Arguments,
  type HostObject,
  type ObjectClass,
} from "./objectClass";

const names: ObjectClass<Sheet | null> = {
  items: (home, session) => listed(home, session).map((name) => object("NamedItem", name)),
  indexer: (home, key, session) => object("NamedItem", byName(home, key, session) ?? missing(key)),
  methods: {
    Add: (home, args, session) => object("NamedItem", added(home, args, session)),
    AddFormulaLocal: (home, args, session) => object("NamedItem", added(home, args, session)),
    GetItemOrNullObject: (home, [key], session) => {
      const found = byName(home, key, session);
      return found ? object("NamedItem", found) : null;
    },
  },
  actions: { GetCount: (home, _, session) => listed(home, session).length },
};

const name: ObjectClass<DefinedName> = {
  identity: (one) => ({ _Id: one.name }),
  alive: (one, { book }) => book.names.includes(one),
  scalars: {
    Name: (one) => one.name,
    Formula: (one) => one.formula,
    Comment: (one) => one.comment,
    Visible: (one) => one.visible,
    Scope: (one) => (one.sheetId === null ? "Workbook" : "Worksheet"),
    Type: (one, session) => typeAndValue(one, session).type,
    Value: (one, session) => typeAndValue(one, session).value,
    _Id: (one) => one.name,
  },
  sets: {
    Formula: (one, value, session) => change(session, () => (one.formula = formulaArgument(value, session))),
    Comment: (one, value, session) => change(session, () => (one.comment = textArgument(value))),
    Visible: (one, value, session) => change(session, () => (one.visible = flagArgument(value))),
  },
  navigation: {
    // [D] Fails for a name of the whole workbook; the other answers a null object.
    Worksheet: (one, session) => {
      const sheet = homeOf(one, session);
      if (!sheet) throw new HostError("InvalidOperation", "The name belongs to the workbook.");
      return object("Worksheet", sheet);
    },
    WorksheetOrNullObject: (one, session) => {
      const sheet = homeOf(one, session);
      return sheet ? object("Worksheet", sheet) : null;
    },
  },
  methods: {
    GetRange: (one, _, session) => cells(one, session) ?? missing(one.name),
    GetRangeOrNullObject: (one, _, session) => cells(one, session),
  },
  actions: {
    Delete: (one, _, session) => change(session, () => session.book.names.splice(session.book.names.indexOf(one), 1)),
  },
};

function change(session: Session, make: () => unknown): void {
  make();
  changed(session, { kind: "book", what: "names" });
}

function listed(home: Sheet | null, { book }: Session): readonly DefinedName[] {
  return book.names.filter(({ sheetId }) => sheetId === (home?.id ?? null));
}

function byName(home: Sheet | null, key: unknown, session: Session): DefinedName | undefined {
  const text = textArgument(key).toLowerCase();
  return listed(home, session).find((one) => one.name.toLowerCase() === text);
}

function missing(key: unknown): never {
  throw notFound(`name ${String(key)}`);
}

function homeOf(one: DefinedName, { book }: Session): Sheet | undefined {
  return book.sheets.find(({ id }) => id === one.sheetId);
}

function added(home: Sheet | null, [wanted, reference, comment]: Arguments, session: Session): DefinedName {
  const { book } = session;
  const text = textArgument(wanted);
  if (!isName(text)) throw invalid("a valid name");
  const isTable =
    home === null &&
    book.sheets.some(({ tables }) => tables.some((table) => table.name.toLowerCase() === text.toLowerCase()));
  if (isTable || byName(home, text, session))
    throw new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
  const made: DefinedName = {
    name: text,
    formula: formulaArgument(reference, session),
    comment: typeof comment === "string" ? comment : "",
    visible: true,
    sheetId: home?.id ?? null,
  };
  change(session, () => book.names.push(made));
  return made;
}

function formulaArgument(value: unknown, session: Session): string {
  if (isObject(value, "Range")) return `=${absoluteReference(value.of.sheet, areaOf(value.of, session))}`;
  const text = textArgument(value);
  if (text.startsWith("=")) return text;
  return text !== "" && Number.isFinite(Number(text)) ? `=${text}` : `="${text.replaceAll('"', '""')}"`;
}

/** "Data!$A$1:$B$2": a reference that stays when it is copied. */
export function absoluteReference(sheet: Sheet, area: Area): string {
  const local = areaAddress(area).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
  return `${quotedSheetName(sheet.name)}!${local}`;
}

function cells(one: DefinedName, session: Session): HostObject | null {
  const found = referencedCells(session.book, one.formula);
  return found && rangeOf(session, found.sheet, found.area);
}

/** What the formula stands for; formulas that are neither reference nor constant are not calculated here. */
function typeAndValue(one: DefinedName, session: Session): { readonly type: string; readonly value: unknown } {
  const found = referencedCells(session.book, one.formula);
  if (found) return { type: "Range", value: fullAddress(found.sheet, found.area) };
  const body = one.formula.replace(/^=/, "");
  const text = /^"((?:[^"]|"")*)"$/s.exec(body);
  if (text) return { type: "String", value: (text[1] ?? "").replaceAll('""', '"') };
  if (/^(TRUE|FALSE)$/i.test(body)) return { type: "Boolean", value: /^t/i.test(body) };
  if (body !== "" && Number.isFinite(Number(body)))
    return { type: Number.isInteger(Number(body)) ? "Integer" : "Double", value: Number(body) };
  return { type: "Error", value: body.includes("#REF!") ? "#REF!" : "#N/A" };
}

export const nameClasses = { NamedItemCollection: names, NamedItem: name };
