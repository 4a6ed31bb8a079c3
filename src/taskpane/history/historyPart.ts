import { laterPart } from "../shell/laterPart";

/** The place History. */
export const historyPart = laterPart("history", () => import(/* webpackChunkName: "history" */ "./HistoryPlace"));
