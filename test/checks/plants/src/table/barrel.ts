export * from "./nobodyNeedsMe";
