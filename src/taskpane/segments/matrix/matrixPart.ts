import { laterPart } from "../../shell/laterPart";

/** The editor of a policy matrix. */
export const matrixPart = laterPart("matrix", () => import(/* webpackChunkName: "matrix" */ "./MatrixFields"));
