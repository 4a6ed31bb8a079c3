import { laterPart } from "../shell/laterPart";

/** What a new month's table begins with. */
export const newMonthPart = laterPart("new-month", () => import(/* webpackChunkName: "new-month" */ "./NewMonth"));
