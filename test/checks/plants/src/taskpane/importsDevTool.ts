import { unzipSync } from "fflate";

export const unzip = unzipSync;
