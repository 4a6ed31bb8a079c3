export enum Tier {
  A,
  B,
}
