import type { Book, CustomXmlPart } from "../model/book";
import { newId } from "../model/newBook";
import { HostError } from "../errors";
import { changed, type Session } from "../session";
import { invalid, notFound, object, textArgument, type HostObject, type ObjectClass } from "./objectClass";

const parts: ObjectClass<Book> = {
  items: (book) => book.customXmlParts.map((part) => object("CustomXmlPart", part)),
  indexer: (book, id) => object("CustomXmlPart", byId(book, id) ?? missing(id)),
  methods: {
    Add: (book, [xml], session) => {
      const part: CustomXmlPart = { id: newId(), xml: xmlArgument(xml) };
      book.customXmlParts.push(part);
      changed(session, { kind: "book", what: "customXml" });
      return object("CustomXmlPart", part);
    },
    GetByNamespace: (_, [namespace]) => object("CustomXmlPartScopedCollection", { namespace: textArgument(namespace) }),
    GetItemOrNullObject: (book, [id]) => orNull(byId(book, id)),
  },
  actions: { GetCount: (book) => book.customXmlParts.length },
};

const scoped: ObjectClass<{ readonly namespace: string }> = {
  items: (of, session) => inNamespace(of, session).map((part) => object("CustomXmlPart", part)),
  indexer: (of, id, session) =>
    object("CustomXmlPart", inNamespace(of, session).find((part) => part.id === id) ?? missing(id)),
  methods: {
    GetItemOrNullObject: (of, [id], session) => orNull(inNamespace(of, session).find((part) => part.id === id)),
    GetOnlyItem: (of, _, session) => object("CustomXmlPart", only(of, session) ?? missing(of.namespace)),
    GetOnlyItemOrNullObject: (of, _, session) => orNull(only(of, session)),
  },
  actions: { GetCount: (of, _, session) => inNamespace(of, session).length },
};

const part: ObjectClass<CustomXmlPart> = {
  identity: ({ id }) => ({ Id: id }),
  alive: (one, { book }) => book.customXmlParts.includes(one),
  scalars: { Id: ({ id }) => id, NamespaceUri: ({ xml }) => namespaceOf(xml) },
  actions: {
    GetXml: ({ xml }) => xml,
    SetXml: (one, [xml], session) => {
      one.xml = xmlArgument(xml);
      changed(session, { kind: "book", what: "customXml" });
    },
    Delete: (one, _, session) => {
      session.book.customXmlParts.splice(session.book.customXmlParts.indexOf(one), 1);
      changed(session, { kind: "book", what: "customXml" });
    },
  },
};

function byId(book: Book, id: unknown): CustomXmlPart | undefined {
  const text = textArgument(id).toLowerCase();
  return book.customXmlParts.find((one) => one.id.toLowerCase() === text);
}

function orNull(found: CustomXmlPart | undefined): HostObject | null {
  return found ? object("CustomXmlPart", found) : null;
}

function missing(id: unknown): never {
  throw notFound(`custom XML part ${String(id)}`);
}

function inNamespace({ namespace }: { readonly namespace: string }, { book }: Session): readonly CustomXmlPart[] {
  return book.customXmlParts.filter(({ xml }) => namespaceOf(xml) === namespace);
}

/** [D] Fails where there is more than one. */
function only(of: { readonly namespace: string }, session: Session): CustomXmlPart | undefined {
  const list = inNamespace(of, session);
  if (list.length > 1)
    throw new HostError("GeneralException", "There is more than one custom XML part of that namespace.");
  return list[0];
}

/** The namespace of the root element. */
function namespaceOf(xml: string): string {
  const root = /<(?:([\w.-]+):)?[\w.-]+((?:\s[^<>]*?)?)\/?>/.exec(xml.replace(/<\?[^]*?\?>|<!--[^]*?-->/g, ""));
  const declared = new RegExp(
    `\\sxmlns${root?.[1] === undefined ? "" : `:${root[1]}`}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`,
  ).exec(root?.[2] ?? "");
  return declared?.[1] ?? declared?.[2] ?? "";
}

/** Well-formedness is not proven here; what is plainly no XML is refused. */
function xmlArgument(value: unknown): string {
  const xml = textArgument(value);
  if (!/^\s*<[^]*>\s*$/.test(xml)) throw invalid("well-formed XML");
  return xml;
}

export const customXmlClasses = {
  CustomXmlPartCollection: parts,
  CustomXmlPartScopedCollection: scoped,
  CustomXmlPart: part,
};
