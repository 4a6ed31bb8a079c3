import { laterPart } from "../../shell/laterPart";

/** The scales in the place Data. */
export const scalesPart = laterPart("scales", () => import(/* webpackChunkName: "scales" */ "./ScalesFields"));
