import { laterPart } from "../shell/laterPart";

/** Taking over what last month's workbook saved. */
export const carryPart = laterPart("carry", () => import(/* webpackChunkName: "carry" */ "./CarryOffer"));
