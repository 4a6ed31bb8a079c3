import { figures } from "../figures";

const { count } = figures("en");

const customers = (n: number): string => `${count(n)} ${n === 1 ? "customer" : "customers"}`;
const rows = (n: number): string => `${count(n)} ${n === 1 ? "row" : "rows"}`;

/** The pane's words for customers with several rows, in English. */
export const rowsPaneEn = {
  question: "One row per client, or several?",
  one: "One row per client",
  several: "Several rows per client",
  repeats: (key: string, cells: readonly string[], clients: number, all: number): string =>
    `“${key}” stands in ${cells.join(", ")}. ${customers(clients)} in ${rows(all)}.`,
  how: "How the rows of a client become one",
  howSays: "How the rows of a client become one. Every row of a client gets the client’s label.",
  combine: {
    sum: "Add up",
    max: "The largest",
    min: "The smallest",
    worst: "The worst",
    latest: "The latest",
    earliest: "The earliest",
    agree: "Must be the same",
  },
  latestBy: "The latest row is known by",
  latestHint: "Decides, too, where values of a client differ; it is listed then.",
  noDate: "No column says",
  together: "Connected clients",
  togetherHint: "Clients with the same entry are taken together as one customer.",
  alone: "Each client by itself",
  togetherBy: (column: string): string => `Together by ${column}`,
  rowsIn: (all: number, clients: number, classified: number, not: number): string =>
    `${customers(clients)} in ${rows(all)} = ${count(classified)} classified + ${count(not)} not classified`,
  remarksWhy: "Where a cell cannot be read, the client’s other rows count. Sums of zero or less are in the last tier.",
};
