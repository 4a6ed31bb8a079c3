/** The words for what a run finds in a table of orders, in English. */
export const ordersEn = {
  /** Of the columns that a run writes beside a label. */
  headers: { lastOrder: "Last order", orders: "Orders", score: "RFM score" },
};
