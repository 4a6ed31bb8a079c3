import * as z from "zod/mini";
import { Plan } from "./plan";

/** The parts of a JSON Schema that say which keys there may be. */
interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly propertyNames?: { readonly enum?: readonly string[] };
  readonly additionalProperties?: unknown;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly const?: unknown;
}

/**
 * The keys that a plan may have at a place of it.
 *
 * @param steps - from the top: keys, and places in lists as text
 * @param saved - the plan that is looked at, of any form: what it says of a method decides which keys there are
 */
export function keysAt(steps: readonly string[], saved: unknown): readonly string[] {
  let nodes: readonly Node[] = branches([z.toJSONSchema(Plan) as Node], saved);
  let value = saved;
  for (const step of steps) {
    value = valueAt(value, step);
    nodes = branches(
      nodes.flatMap(({ properties, items, additionalProperties }): readonly Node[] => {
        const inside = properties?.[step] ?? items;
        if (inside) return [inside];
        return typeof additionalProperties === "object" && additionalProperties ? [additionalProperties] : [];
      }),
      value,
    );
  }
  return nodes.flatMap(({ properties, propertyNames }) => propertyNames?.enum ?? Object.keys(properties ?? {}));
}

/** Of alternatives those whose constants the value has; all of them where it has those of none. */
function branches(nodes: readonly Node[], value: unknown): readonly Node[] {
  return nodes.flatMap((node): readonly Node[] => {
    const alternatives = node.oneOf ?? node.anyOf;
    if (!alternatives) return [node];
    const fitting = alternatives.filter(({ properties = {} }) =>
      Object.entries(properties).every(
        ([key, { const: constant }]) => constant === undefined || constant === valueAt(value, key),
      ),
    );
    return branches(fitting.length > 0 ? fitting : alternatives, value);
  });
}

function valueAt(value: unknown, step: string): unknown {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[step] : undefined;
}
