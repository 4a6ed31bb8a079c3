import { failure } from "../failure";

export const host = failure;
