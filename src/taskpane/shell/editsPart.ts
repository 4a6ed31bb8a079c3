import { laterPart } from "./laterPart";

/** Telling news of an edit from news of what was read already: wanted when Excel tells of an edit soon after a reading. */
export const editsPart = laterPart("edits", () => import(/* webpackChunkName: "edits" */ "../state/findNews"));
