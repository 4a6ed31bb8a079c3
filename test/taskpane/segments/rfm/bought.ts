import { classify } from "../../../../src/engine/classify";
import type { RfmResult } from "../../../../src/segmentations/rfm/rfmResult";
import { plainSettings } from "../../../../src/plan/plainSettings";
import { planVersion } from "../../../../src/plan/plan";
import { type SegmentationBy } from "../../../../src/segmentations/plans";
import { rfmMap } from "../../../../src/segmentations/rfm/rfmMaps";
import { columnOf } from "../../../../src/table/columns";
import type { CustomerTable } from "../../../../src/table/customerTable";

type Rfm = SegmentationBy<"rfm">;

/** RFM from the columns of `customersOf`. */
export const rfm: Rfm = {
  method: "rfm",
  id: "rfm",
  name: "RFM segment",
  valueColumn: "Spent",
  source: {
    kind: "columns",
    recency: { column: "Days", as: "days" },
    frequencyColumn: "Orders",
    monetaryColumn: "Spent",
  },
  ...rfmMap("eleven", "en"),
};

/** A customer per number of orders; days and amounts all differ. */
export function customersOf(orders: readonly number[]): CustomerTable {
  const column = (name: string, values: readonly (string | number)[]): ReturnType<typeof columnOf> =>
    columnOf(name, values);
  return {
    name: "Customers",
    rows: orders.length,
    columns: [
      column(
        "Customer",
        orders.map((_, i) => `c${i}`),
      ),
      column(
        "Days",
        orders.map((_, i) => i * 10),
      ),
      column("Orders", orders),
      column(
        "Spent",
        orders.map((_, i) => 1000 - i * 50),
      ),
    ],
  };
}

/** What RFM finds of customers. */
export function run(segmentation: Rfm, table: CustomerTable): RfmResult {
  const outcome = classify(
    {
      version: planVersion,
      template: "retail",
      ...plainSettings,
      table: { id: "", name: "Customers" },
      keyColumn: "Customer",
      dataDate: null,
      sheetLanguage: "en",
      segmentations: [segmentation],
    },
    table,
  );
  const [found] = outcome.segmentations;
  if (found?.rfm === undefined) throw new Error("classify gave no measures");
  return found.rfm;
}
