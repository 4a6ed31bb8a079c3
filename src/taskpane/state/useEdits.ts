import { useEffect, useRef, useState } from "react";

import { watchCustomers } from "../../actions/watchCustomers";

/** Whether the customer table was edited since the pane read it. */
export interface Edits {
  readonly edited: boolean;
  /** How many edits there were so far. */
  readonly count: number;
  /** What was read is up to date again. */
  readonly forget: () => void;
}

/** Excel tells of a change a moment after it was made: what comes so soon was read already. In milliseconds. */
const lateNews = 500;

/** Follows the edits of the chosen table; those of a run of ours are forgotten when its end is read. */
export function useEdits(tableId: string | null): Edits {
  const [editedTable, setEditedTable] = useState<string | null>(null);
  const [count, setCount] = useState(0);
  const readAt = useRef(-Infinity);

  useEffect(() => {
    if (tableId === null) return undefined;
    const watching = watchCustomers(tableId, () => {
      if (performance.now() - readAt.current <= lateNews) return;
      setEditedTable(tableId);
      setCount((before) => before + 1);
    });
    // Watching is a courtesy: a run reads the table again and refuses one that changed meanwhile.
    watching.catch(() => undefined);
    return () => {
      watching.then((stop) => stop()).catch(() => undefined);
    };
  }, [tableId]);

  return {
    edited: tableId !== null && editedTable === tableId,
    count,
    forget: () => {
      readAt.current = performance.now();
      setEditedTable(null);
    },
  };
}
