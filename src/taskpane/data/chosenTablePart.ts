import { laterPart } from "../shell/laterPart";

/** What is in the chosen table: choosing leads on to the segments, so it is looked at later. */
export const chosenTablePart = laterPart("table", () => import(/* webpackChunkName: "table" */ "./ChosenTable"));
