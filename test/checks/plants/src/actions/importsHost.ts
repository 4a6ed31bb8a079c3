import { host } from "../host/host";

export const borrowed = host;
