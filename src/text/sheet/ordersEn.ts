/** The words for what a run finds in a table of orders, in English. */
export const ordersEn = {
  /** Of the columns that a run writes beside a label. */
  headers: { lastOrder: "Last order", orders: "Orders", score: "RFM score" },
  heading: "Does every line of orders count once?",
  says: "Lines that count and lines that do not come to all lines that were read. They are as the run read them: orders that came since count from the next run on.",
  lineHeaders: {
    segmentation: "Segmentation",
    table: "Table",
    lines: "Lines",
    amount: "Amount",
    what: "What became of them",
  },
  read: "All lines that were read",
  counted: (from: string | null, to: string | null): string => {
    return ["Count", from === null ? "" : ` from ${from}`, to === null ? "" : ` to ${to}`].join("");
  },
  returns: "– of them returns",
  totals: "– of them look like totals, and count",
  hidden: "– of them in hidden rows",
  reasons: {
    "left-out": "Left out by the rule of the segmentation",
    "no-customer": "No customer",
    "unknown-customer": "The customer is not in the customer table",
    "no-date": "Not a date that can be read",
    "no-amount": "Not a number",
    "no-order": "No order number",
    "before-window": "Before the first day that counts",
    "after-data-date": "After the data date",
    "looks-total": "Looks like a total, and counts",
  },
  listHeading: "Lines of orders to look at",
  listSays:
    "The first that cannot be used, or look like totals; how many there are in all stands above. Correct the cells named, then run again.",
};
