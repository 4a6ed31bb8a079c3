import { laterPart } from "../shell/laterPart";

/** What a run would change: nobody asks for it before something can be written. */
export const plannedPart = laterPart("planned", () => import(/* webpackChunkName: "planned" */ "./PlannedRun"));
