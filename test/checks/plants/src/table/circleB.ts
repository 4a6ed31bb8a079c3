import { circleA } from "./circleA";

export const circleB = (): number => circleA() - 1;
