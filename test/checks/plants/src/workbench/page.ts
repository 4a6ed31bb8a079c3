import { host } from "../host/host";

export const page = host;
