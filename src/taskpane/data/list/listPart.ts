import { laterPart } from "../../shell/laterPart";

/** Lists that are no tables yet. */
export const listPart = laterPart("list", () => import(/* webpackChunkName: "list" */ "./ListOffer"));
