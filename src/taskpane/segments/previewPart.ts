import { laterPart } from "../shell/laterPart";

/** Reading customers and computing their segments: wanted as soon as a table is chosen. */
export const previewPart = laterPart(
  "preview",
  () => import(/* webpackChunkName: "preview" */ "../../actions/previewPlan"),
);
