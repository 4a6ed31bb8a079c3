import { laterPart } from "../../shell/laterPart";

/** The invented clients: few want them, and nobody twice. */
export const samplePart = laterPart(
  "sample",
  () => import(/* webpackChunkName: "sample" */ "../../../actions/addSample"),
);
