import { useEffect, useEffectEvent, useRef, useState } from "react";

import type { Preview } from "../../actions/previewPlan";
import { watchCustomers } from "../../actions/watchCustomers";
import type { Plan } from "../../plan/plan";
import { editsPart } from "../shell/editsPart";
import type { Loaded } from "./useLoaded";

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

/** Excel tells of a change up to seconds after it was made: what comes so soon may have been read already. In milliseconds. */
const lateNews = 20_000;

/**
 * Follows the edits of the chosen table and of the tables of orders; those of a run of ours are forgotten when its end
 * is read.
 */
export function useEdits(tableId: string | null, plan: Plan | null, preview: Loaded<Preview>): Edits {
  const [edited, setEdited] = useState<{ readonly tableId: string; readonly orders: string | null } | null>(null);
  const [count, setCount] = useState(0);
  const readAt = useRef(-Infinity);
  const orders = JSON.stringify(orderTables(plan));
  const looking = useRef(false);
  const unlooked = useRef(false);
  const reading = useRef(preview);
  useEffect(() => {
    reading.current = preview;
  });

  const onEdit = useEffectEvent((name: string | null) => {
    const tell = (): void => {
      if (tableId === null) return;
      setEdited({ tableId, orders: name });
      setCount((before) => before + 1);
    };
    if (performance.now() - readAt.current > lateNews) {
      tell();
      return;
    }
    // Edits come in bursts: one look answers for all that came before it.
    unlooked.current = true;
    if (looking.current) return;
    looking.current = true;
    void editsPart
      .fetch()
      .then(async ({ findNews }) => findNews(unlooked, () => reading.current))
      .catch(() => true)
      .then((news) => {
        looking.current = false;
        if (news) tell();
      });
  });

  useEffect(() => {
    if (tableId === null) return undefined;
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
