import { circleB } from "./circleB";

export const circleA = (): number => circleB() + 1;
