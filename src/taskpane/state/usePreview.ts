import { useRef } from "react";

import type { Preview } from "../../actions/previewPlan";
import type { Engine } from "../../engine/engine";
import type { Plan } from "../../plan/plan";
import { usedColumns } from "../../plan/usedColumns";
import { previewPart } from "../segments/previewPart";
import { type Loaded, useLoaded } from "./useLoaded";

/** Time for a second keystroke, in milliseconds; what follows must fit into the rest of 200 ms. */
const typingPause = 80;

/**
 * What a plan would give, following it as it changes; the customers are read once for the same columns, and what did not
 * change is not computed again. While there is no valid plan, the last preview of the same table stays on view.
 */
export function usePreview(engine: Engine, tableId: string | null, plan: Plan | null): Loaded<Preview> {
  const last = useRef<{ columns: string; preview: Preview } | null>(null);
  const version =
    plan === null
      ? null
      : JSON.stringify([
          plan.keyColumn,
          plan.dataDate,
          plan.roles,
          plan.rows,
          plan.scales,
          plan.reading,
          plan.segmentations,
        ]);

  return useLoaded<Preview>({
    subject: tableId,
    version,
    delay: typingPause,
    load: async (signal, again) => {
      if (plan === null) throw new Error("usePreview requires a plan to load one");
      const { perCustomer, groupColumn } = plan.rows;
      const whose = [plan.keyColumn, perCustomer, groupColumn];
      const columns = JSON.stringify([
        ...[again, plan.table.id, whose, plan.roles.currency, plan.reading, ordersRead(plan)],
        ...usedColumns(plan),
      ]);
      const known = last.current?.columns === columns ? { former: last.current.preview } : {};
      const { previewPlan } = await previewPart.fetch();
      const preview = await previewPlan(plan, engine, { signal, ...known });
      last.current = { columns, preview };
      return preview;
    },
  });
}

/** What is read of tables of orders, by segmentation; what is made of it once read is not among it. */
function ordersRead({ segmentations }: Plan): readonly unknown[] {
  return segmentations.flatMap((each) => {
    if (each.method !== "rfm" || each.source.kind === "columns") return [];
    const { table, customerColumn, dateColumn, amountColumn, quantityColumn, orderColumn, leaveOut } = each.source;
    return [[each.id, table, customerColumn, dateColumn, amountColumn, quantityColumn, orderColumn, leaveOut]];
  });
}
