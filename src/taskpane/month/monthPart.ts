import { laterPart } from "../shell/laterPart";

/** The strip of this month's steps: where it will stand is kept free for it. */
export const monthPart = laterPart("month", () => import(/* webpackChunkName: "month" */ "./MonthStrip"));
