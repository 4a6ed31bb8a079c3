import type { CustomerRows } from "../../table/customerTable";

/**
 * The keys of customers as they are known from run to run: before the name of a client group stands a character that no
 * key begins with.
 */
export function markedKeys({ keys, grouped }: CustomerRows): readonly string[] {
  return keys.map((key, customer) => (grouped[customer] ? `\0${key}` : key));
}
