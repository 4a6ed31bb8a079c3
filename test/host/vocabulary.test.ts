import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { classes } from "../../src/host/objects/classes";
import type { ObjectClass } from "../../src/host/objects/objectClass";

const require_ = createRequire(__filename);
const client = readFileSync(
  join(require_.resolve("@microsoft/office-js/package.json"), "..", "dist", "excel-web-16.00.debug.js"),
  "utf8",
);

/** The words that one class of the client says on the wire, by what they are. */
interface Words {
  readonly sets: Set<string>;
  readonly methods: Set<string>;
  readonly scalars: Set<string>;
  readonly navigation: Set<string>;
}

/** The parts of the client's source between the beginnings of two classes. */
function wordsOf(name: string): Words {
  const start = client.indexOf(`var _type${name} = "${name}";`);
  expect([name, start >= 0]).toEqual([name, true]);
  const end = client.indexOf("\n    var _type", start + 10);
  const source = client.slice(start, end < 0 ? start + 200_000 : end);
  const all = (pattern: RegExp) => new Set([...source.matchAll(pattern)].map((match) => match[1] ?? ""));
  return {
    sets: all(/_invokeSetProperty\((?:this|thisObj|chunk), "(\w+)"/g),
    methods: all(
      /(?:_invokeMethod|_createMethodObject|_createAndInstantiateMethodObject)\((?:Excel\.\w+, )?\w+, "(\w+)"/g,
    ),
    scalars: all(/obj\["(\w+)"\]/g),
    navigation: all(/_createPropertyObject\(Excel\.\w+, \w+, "(\w+)"/g),
  };
}

/** Objects of the host that the client has under another name or not at all. */
const own = new Set(["InternalService"]);

test.each(Object.keys(classes).filter((name) => !own.has(name)))(
  "%s says nothing that the client does not say",
  (name) => {
    const words = wordsOf(name);
    const cls = classes[name as keyof typeof classes] as ObjectClass<never>;
    const strange = (said: object | undefined, known: Set<string>) =>
      Object.keys(said ?? {}).filter((word) => !known.has(word));
    expect({
      sets: strange(cls.sets, words.sets),
      scalars: strange(cls.scalars, words.scalars),
      navigation: strange(cls.navigation, words.navigation),
      methods: [...strange(cls.methods, words.methods), ...strange(cls.actions, words.methods)],
    }).toEqual({ sets: [], scalars: [], navigation: [], methods: [] });
  },
);
