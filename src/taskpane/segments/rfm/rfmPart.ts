import { laterPart } from "../../shell/laterPart";

/** The editor of an RFM segmentation. */
export const rfmPart = laterPart("rfm", () => import(/* webpackChunkName: "rfm" */ "./RfmFields"));
