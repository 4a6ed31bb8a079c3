import { page } from "../workbench/page";

export const borrowed = page;
