import { plainSettings } from "../../src/plan/plainSettings";
import { planVersion, type Plan } from "../../src/plan/plan";
import { rfmMap } from "../../src/segmentations/rfm/rfmMaps";

/** RFM by quintiles over the tables that `ordersBook` makes: the orders of two years, without those of one region. */
export function ordersPlan(table: Plan["table"]): Plan {
  return {
    version: planVersion,
    template: "retail",
    ...plainSettings,
    table: { id: table.id, name: table.name },
    keyColumn: "Customer ID",
    dataDate: "2026-10-31",
    sheetLanguage: "en",
    segmentations: [
      {
        method: "rfm",
        id: "rfm",
        name: "RFM segment",
        valueColumn: "Sales",
        source: {
          kind: "transactions",
          table: { id: "", name: "Orders" },
          customerColumn: "Customer ID",
          dateColumn: "Date",
          amountColumn: "Amount",
          orderColumn: "Order",
          mergeDays: false,
          windowMonths: 24,
          leaveOut: [{ column: "Region", values: ["Coast"] }],
          monetary: "total",
        },
        ...rfmMap("eleven", "en"),
      },
    ],
  };
}
