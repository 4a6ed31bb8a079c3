import type { Moves } from "../engine/compareRuns";
import type { OrdersAccount } from "./ordersAccount";

/** One run as the run log shows it. */
export interface RunLine {
  /** When it began, ISO 8601 in UTC. */
  readonly at: string;
  readonly person: string;
  readonly status: "complete" | "rolled-back" | "unfinished" | "incomplete" | "undone";
  /** Revision of the plan; null or none for a run that knew none. */
  readonly plan?: number | undefined;
  readonly table: string;
  readonly rows: number;
  /** Only where a customer may have several rows. */
  readonly customers?: number | undefined;
  readonly segmentations: readonly {
    readonly id: string;
    readonly name: string;
    readonly classified: number;
    readonly notClassified: number;
  }[];
  readonly moved?: readonly Pick<Moves, "id" | "moved" | "entered" | "left">[] | undefined;
  /** Packs that were frozen of it: when, ISO 8601 in UTC, by whom, and on which sheet. */
  readonly frozen?: readonly { readonly at: string; readonly person: string; readonly sheet: string }[] | undefined;
  /** When it was undone, ISO 8601 in UTC, and by whom. */
  readonly undone?: { readonly at: string; readonly person: string } | undefined;
}

/** What the Runs sheet tells beside the outcome. */
export interface RunsContext {
  /** Oldest first, this run the last of them. */
  readonly log: readonly RunLine[];
  /** Of this run, per segmentation that the run before had as well. */
  readonly moves: readonly Moves[];
  /** What became of the lines of orders, per segmentation that goes by them. */
  readonly orders: readonly OrdersAccount[];
}
