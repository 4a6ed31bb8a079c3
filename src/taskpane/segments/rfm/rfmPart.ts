import { laterPart } from "../../shell/laterPart";

/** The editor of an RFM segmentation. */
export const rfmPart = laterPart("rfm", () => import(/* webpackChunkName: "rfm" */ "./RfmFields"));

/** The picture of its scores, which travels with it. */
export const scoreGridPart = laterPart("rfm-grid", () => import(/* webpackChunkName: "rfm" */ "./ScoreGrid"));
