import { laterPart } from "../../shell/laterPart";

/** Lists that are no tables yet. */
export const listPart = laterPart("list", () => import(/* webpackChunkName: "list" */ "./ListOffer"));

/** Whether hidden rows, and rows that look like totals, are customers. */
export const rowQuestionsPart = laterPart(
  "row-questions",
  () => import(/* webpackChunkName: "list" */ "./RowQuestions"),
);
