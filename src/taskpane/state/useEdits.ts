import { useEffect, useRef, useState } from "react";

import { watchCustomers } from "../../actions/watchCustomers";
import type { Plan } from "../../plan/plan";

/** Whether the customer table, or a table of orders, was edited since the pane read it. */
export interface Edits {
  readonly edited: boolean;
  /** The name of the table of orders that was edited last; null where it was the customer table. */
  readonly orders: string | null;
  /** How many edits there were so far. */
  readonly count: number;
  /** What was read is up to date again. */
  readonly forget: () => void;
}

/** Excel tells of a change a moment after it was made: what comes so soon was read already. In milliseconds. */
const lateNews = 500;

/**
 * Follows the edits of the chosen table and of the tables of orders; those of a run of ours are forgotten when its end
 * is read.
 */
export function useEdits(tableId: string | null, plan: Plan | null): Edits {
  const [edited, setEdited] = useState<{ readonly tableId: string; readonly orders: string | null } | null>(null);
  const [count, setCount] = useState(0);
  const readAt = useRef(-Infinity);
  const orders = JSON.stringify(orderTables(plan));

  useEffect(() => {
    if (tableId === null) return undefined;
    const onEdit = (name: string | null): void => {
      if (performance.now() - readAt.current <= lateNews) return;
      setEdited({ tableId, orders: name });
      setCount((before) => before + 1);
    };
    const watched = [
      watchCustomers(tableId, () => onEdit(null)),
      ...(JSON.parse(orders) as ReturnType<typeof orderTables>)
        .filter(({ id }) => id !== tableId)
        .map(({ id, name }) => watchCustomers(id || name, () => onEdit(name))),
    ];
    // Watching is a courtesy: a run reads the tables again and refuses those that changed meanwhile.
    for (const watching of watched) watching.catch(() => undefined);
    return () => {
      for (const watching of watched) watching.then((stop) => stop()).catch(() => undefined);
    };
  }, [tableId, orders]);

  const now = edited?.tableId === tableId ? edited : null;
  return {
    edited: now !== null,
    orders: now?.orders ?? null,
    count,
    forget: () => {
      readAt.current = performance.now();
      setEdited(null);
    },
  };
}

/** The tables of orders that a plan goes by, each once. */
function orderTables(plan: Plan | null): readonly { readonly id: string; readonly name: string }[] {
  const tables = (plan?.segmentations ?? []).flatMap((one) =>
    one.method === "rfm" && one.source.kind === "transactions" ? [one.source.table] : [],
  );
  return tables.filter(({ name }, i) => tables.findIndex((table) => table.name === name) === i);
}
