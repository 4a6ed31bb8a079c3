import { LeftOut, noCustomer, type Column, type CustomerRows, type TornCustomer } from "./customerTable";
import { groupText } from "./groupText";
import { keyText } from "./keyText";

/** Finds out whose the rows are, row by row, so that whoever looks may pause. */
export interface CustomerRowsBuilder {
  /** Looks at one row. Call it once for each row, in their order. */
  add(row: number): void;
  /** Whose the rows are. Call once, after the last row. */
  finish(): CustomerRows;
}

/** A client, before clients of a group are taken together. */
interface Client {
  readonly key: string;
  /** What its rows say of its group so far; "" for nothing. */
  group: string;
  torn: TornCustomer | null;
}

/**
 * Rows of one key are one client, and clients of one group are one customer. A blank group says nothing: a client of
 * which no row names a group is a customer by itself. So is one whose rows name two, or hold an error value there, and
 * it is noted as torn.
 *
 * @param groups - the column of client groups; null where each client is a customer
 * @param leftOut - per row why it is left out; null where all count
 */
export function customerRowsBuilder(
  keys: Column,
  groups: Column | null,
  leftOut: Uint8Array | null = null,
): CustomerRowsBuilder {
  const clients: Client[] = [];
  const clientOf = new Int32Array(keys.kinds.length);
  const numberOf = new Map<string, number>();
  return {
    add(row) {
      if (leftOut !== null && leftOut[row] !== LeftOut.counts) {
        clientOf[row] = noCustomer;
        return;
      }
      const key = keyText(keys, row);
      let number = numberOf.get(key);
      if (number === undefined) {
        number = clients.length;
        numberOf.set(key, number);
        clients.push({ key, group: "", torn: null });
      }
      clientOf[row] = number;
      if (groups) lookAtGroup(clients[number]!, groups, row);
    },
    finish: () => ({ ...takenTogether(clients, clientOf), ...(leftOut === null ? {} : { leftOut }) }),
  };
}

/** Whose the rows of a table are, in one go. */
export function customerRows(keys: Column, groups: Column | null): CustomerRows {
  const builder = customerRowsBuilder(keys, groups);
  for (let row = 0; row < keys.kinds.length; row++) builder.add(row);
  return builder.finish();
}

function lookAtGroup(client: Client, groups: Column, row: number): void {
  const group = groupText(groups, row);
  // An error value outweighs a difference, so that the order of the rows does not decide what is said.
  if (group === null) client.torn ??= { customer: 0, row, reason: "error" };
  if (group === null && client.torn?.reason === "differs") client.torn = { customer: 0, row, reason: "error" };
  if (group === null || group === "" || group === client.group) return;
  if (client.group === "") client.group = group;
  else client.torn ??= { customer: 0, row, reason: "differs" };
}

function takenTogether(clients: readonly Client[], clientOf: Int32Array): CustomerRows {
  const customerOfGroup = new Map<string, number>();
  const customerOfClient = new Int32Array(clients.length);
  const keys: string[] = [];
  const grouped: number[] = [];
  const torn: TornCustomer[] = [];
  clients.forEach((client, i) => {
    const group = client.torn ? "" : client.group;
    const known = group === "" ? undefined : customerOfGroup.get(group);
    const customer = known ?? keys.length;
    customerOfClient[i] = customer;
    if (known !== undefined) return;
    if (group !== "") customerOfGroup.set(group, customer);
    if (client.torn) torn.push({ ...client.torn, customer });
    keys.push(group === "" ? client.key : group);
    grouped.push(group === "" ? 0 : 1);
  });
  return {
    count: keys.length,
    of: clientOf.map((client) => (client === noCustomer ? noCustomer : customerOfClient[client]!)),
    keys,
    grouped: Uint8Array.from(grouped),
    torn,
  };
}
