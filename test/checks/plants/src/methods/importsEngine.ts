import { engine } from "../engine/engine";

export const borrowed = engine;
