import { failure } from "../failure";

export const engine = failure;
