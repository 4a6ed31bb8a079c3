import { HostError } from "./errors";
import { classes } from "./objects/classes";
import type { HostObject, ObjectClass } from "./objects/objectClass";
import type { QueryInfo } from "./protocol";
import type { Session } from "./session";

/** What a query asks of an object: its own scalars (none named: all) and, through navigation, those of others. */
interface Selection {
  readonly scalars: string[];
  readonly through: Map<string, Selection>;
}

/**
 * The answer to `load`: the selected properties by their wire names; a collection answers `_Items`, each with its `Id`,
 * by which the client reaches the member from then on.
 *
 * @throws HostError ApiNotFound for a property that the host does not know
 */
export function queried(session: Session, target: HostObject, query: QueryInfo): Record<string, unknown> {
  const selection = selected([...(query.Select ?? []), ...(query.Expand ?? [])]);
  return answered(session, target, selection, query);
}

function answered(
  session: Session,
  target: HostObject,
  selection: Selection,
  window: QueryInfo = {},
): Record<string, unknown> {
  const cls = classes[target.kind] as ObjectClass<never>;
  const answer: Record<string, unknown> = { ...cls.identity?.(target.of as never, session) };
  const members = cls.items;
  const countOnly =
    selection.scalars.length > 0 && selection.scalars.every((name) => name === "Count") && selection.through.size === 0;
  const items = members && !countOnly ? withItems(selection) : null;
  if (members && items) {
    const all = members(target.of as never, session);
    const skip = window.Skip ?? 0;
    const page = window.Top === undefined ? all.slice(skip) : all.slice(skip, skip + window.Top);
    answer["_Items"] = page.map((item) => answered(session, item, items));
  }
  for (const name of wantedScalars(cls, selection)) {
    const read = cls.scalars?.[name];
    if (read) answer[name] = read(target.of as never, session);
    else unknown(session, `${target.kind}.${name}`);
  }
  for (const [name, inner] of selection.through) {
    if (members && name === "Items") continue;
    const navigate = cls.navigation?.[name];
    if (!navigate) {
      if (!members) unknown(session, `${target.kind}.${name}`);
      continue;
    }
    const next = navigate(target.of as never, session);
    answer[name] = next === null ? null : answered(session, next, inner);
  }
  return answer;
}

/** What a query of a collection asks of each member: `items/name` and plain `name` both mean the members' name. [D] */
function withItems(selection: Selection): Selection {
  const through = new Map(selection.through);
  const inner = through.get("Items");
  through.delete("Items");
  const scalars = selection.scalars.filter((name) => name !== "Items" && name !== "Count");
  for (const name of inner?.scalars ?? []) scalars.push(name);
  for (const [name, next] of inner?.through ?? []) through.set(name, next);
  return { scalars, through };
}

function wantedScalars(cls: ObjectClass<never>, selection: Selection): readonly string[] {
  const all = Object.keys(cls.scalars ?? {});
  // What a query of a collection names belongs to its members, but for the count.
  if (cls.items) return all.filter((name) => selection.scalars.length === 0 || selection.scalars.includes(name));
  if (selection.scalars.includes("*") || (selection.scalars.length === 0 && selection.through.size === 0)) return all;
  return selection.scalars.filter((name) => !(cls.navigation && name in cls.navigation));
}

function selected(texts: readonly string[]): Selection {
  const selection: Selection = { scalars: [], through: new Map() };
  for (const text of texts) {
    for (const part of text.split(",")) {
      const steps = part
        .trim()
        .split(/[/.]/)
        .filter((step) => step !== "")
        .map(wireName);
      add(selection, steps);
    }
  }
  return selection;
}

function add(selection: Selection, [step, ...rest]: readonly string[]): void {
  if (step === undefined || step === "$none") return;
  if (rest.length === 0 && !nested.has(step)) {
    selection.scalars.push(step === "$all" ? "*" : step);
    return;
  }
  let inner = selection.through.get(step);
  if (!inner) selection.through.set(step, (inner = { scalars: [], through: new Map() }));
  add(inner, rest);
}

/** Navigation that people load by its bare name: all its scalars are meant. */
const nested = new Set([
  "Worksheet",
  "Format",
  "Font",
  "Fill",
  "Columns",
  "Rows",
  "Tables",
  "AutoFilter",
  "Title",
  "Legend",
]);

function wireName(name: string): string {
  return name.startsWith("$") || name === "*" ? name : name.slice(0, 1).toUpperCase() + name.slice(1);
}

function unknown(session: Session, property: string): never {
  if (!session.missing.includes(property)) session.missing.push(property);
  throw new HostError("ApiNotFound", `The property you are trying to load could not be found: ${property}.`);
}
