import type { Sheet } from "../model/book";
import { changed, type Session } from "../session";
import type { Handles } from "./handles";
import { invalid, notFound, object, textArgument, type HostObject, type ObjectClass } from "./objectClass";

/** [D] WorksheetCustomPropertyCollection: keys have at most this many characters, and know no case. */
const longestKey = 255;

const properties: ObjectClass<Sheet> = {
  items: (sheet) => [...sheet.customProperties.keys()].map((key) => object("WorksheetCustomProperty", { sheet, key })),
  indexer: (sheet, key) => found(sheet, key) ?? missing(key),
  methods: {
    Add: (sheet, [key, value], session) => {
      const text = textArgument(key);
      if (text === "" || text.length > longestKey) throw invalid(`a key of 1 to ${longestKey} characters`);
      const known = keyIn(sheet, text) ?? text;
      set(sheet, known, textArgument(value), session);
      return object("WorksheetCustomProperty", { sheet, key: known });
    },
    GetItemOrNullObject: (sheet, [key]) => found(sheet, key),
  },
  actions: { GetCount: (sheet) => sheet.customProperties.size },
};

const property: ObjectClass<Handles["WorksheetCustomProperty"]> = {
  identity: ({ key }) => ({ _Id: key }),
  alive: ({ sheet, key }) => sheet.customProperties.has(key),
  scalars: {
    Key: ({ key }) => key,
    Value: ({ sheet, key }) => sheet.customProperties.get(key) ?? "",
    _Id: ({ key }) => key,
  },
  sets: { Value: ({ sheet, key }, value, session) => set(sheet, key, textArgument(value), session) },
  actions: {
    Delete: ({ sheet, key }, _, session) => {
      sheet.customProperties.delete(key);
      changed(session, { kind: "layout", sheet, what: "customProperties" });
    },
  },
};

function set(sheet: Sheet, key: string, value: string, session: Session): void {
  sheet.customProperties.set(key, value);
  changed(session, { kind: "layout", sheet, what: "customProperties" });
}

function keyIn(sheet: Sheet, key: string): string | undefined {
  return [...sheet.customProperties.keys()].find((known) => known.toLowerCase() === key.toLowerCase());
}

function found(sheet: Sheet, key: unknown): HostObject | null {
  const known = keyIn(sheet, textArgument(key));
  return known === undefined ? null : object("WorksheetCustomProperty", { sheet, key: known });
}

function missing(key: unknown): never {
  throw notFound(`property ${String(key)}`);
}

export const sheetPropertyClasses = {
  WorksheetCustomPropertyCollection: properties,
  WorksheetCustomProperty: property,
};
