import { laterPart } from "../shell/laterPart";

/** The place Segments. */
export const segmentsPart = laterPart("segments", () => import(/* webpackChunkName: "segments" */ "./SegmentsPlace"));
