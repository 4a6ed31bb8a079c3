import type { Book } from "../model/book";
import { changed } from "../session";
import { notFound, object, textArgument, type ObjectClass } from "./objectClass";

const settings: ObjectClass<Book> = {
  items: (book) => [...book.settings.keys()].map((key) => object("Setting", { key })),
  indexer: (book, key) => {
    const text = textArgument(key);
    if (!book.settings.has(text)) throw notFound(`setting ${text}`);
    return object("Setting", { key: text });
  },
  methods: {
    // An existing key gets the new value. [D] settings.add
    Add: (book, [key, value], session) => {
      const text = textArgument(key);
      book.settings.set(text, value);
      changed(session, { kind: "book", what: "settings" });
      return object("Setting", { key: text });
    },
    GetItemOrNullObject: (book, [key]) =>
      book.settings.has(textArgument(key)) ? object("Setting", { key: textArgument(key) }) : null,
  },
  actions: { GetCount: (book) => book.settings.size },
};

const setting: ObjectClass<{ readonly key: string }> = {
  identity: ({ key }) => ({ _Id: key }),
  alive: ({ key }, { book }) => book.settings.has(key),
  scalars: {
    Key: ({ key }) => key,
    Value: ({ key }, { book }) => book.settings.get(key) ?? null,
    _Id: ({ key }) => key,
  },
  sets: {
    Value: ({ key }, value, session) => {
      session.book.settings.set(key, value);
      changed(session, { kind: "book", what: "settings" });
    },
  },
  actions: {
    Delete: ({ key }, _, session) => {
      session.book.settings.delete(key);
      changed(session, { kind: "book", what: "settings" });
    },
  },
};

export const settingClasses = { SettingCollection: settings, Setting: setting };
