import { useState } from "react";

import { type Command, useCommand } from "./useCommand";

/** The four places of the pane, in their order. */
export const places = ["data", "segments", "owners", "history"] as const;
export type Place = (typeof places)[number];

/** Where the user is in the pane; "first-tiers" is the segments as soon as there is something to see. */
export function usePlace(
  ready: boolean,
  refresh: Partial<Record<Place, () => void>>,
): {
  readonly place: Place;
  readonly goTo: (place: Place) => void;
  readonly setPlace: (place: Place | "first-tiers") => void;
  /** What a button of the ribbon asked for, until it is done. */
  readonly command: Command | null;
  readonly commandDone: () => void;
} {
  const [wanted, setPlace] = useState<Place | "first-tiers">("data");
  const [command, setCommand] = useState<Command | null>(null);
  useCommand((asked) => {
    setCommand(asked);
    setPlace("first-tiers");
  });
  const place = wanted === "first-tiers" ? (ready ? "segments" : "data") : wanted;
  return {
    place,
    goTo: (next) => {
      refresh[next]?.();
      setPlace(next);
    },
    setPlace,
    command,
    commandDone: () => setCommand(null),
  };
}
