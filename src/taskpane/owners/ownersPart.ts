import { laterPart } from "../shell/laterPart";

/** The place Owners. */
export const ownersPart = laterPart("owners", () => import(/* webpackChunkName: "owners" */ "./OwnersPlace"));
