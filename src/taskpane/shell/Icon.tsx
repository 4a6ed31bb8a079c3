import type { ReactElement } from "react";

/** Outlines on a grid of 20 by 20, drawn for Tierbook. */
const outlines = {
  // a table with its header row
  data: "M3 5.5A1.5 1.5 0 0 1 4.5 4h11A1.5 1.5 0 0 1 17 5.5v9a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 14.5zM3 8h14M8 8v8M3 12h14",
  // three tiers, the best on top and the smallest
  segments: "M8 3.5h4v3H8zM5.5 8.5h9v3h-9zM3 13.5h14v3H3z",
  // a person
  owners: "M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 16.5c0-3 2.7-4.5 6-4.5s6 1.5 6 4.5z",
  // a clock going back
  history: "M4 5v3.5h3.5M4.2 8.2A6.3 6.3 0 1 1 3.7 10M10 6.5V10l2.5 2",
  add: "M10 4v12M4 10h12",
  remove: "M5 5l10 10M15 5L5 15",
  refresh: "M16 5v3.5h-3.5M15.8 8.2A6.3 6.3 0 1 0 16.3 10",
  done: "M4 10.5l4 4 8-9",
  up: "M5 12l5-5 5 5",
  down: "M5 8l5 5 5-5",
  table: "M3 4h14v12H3zM3 8h14M10 8v8",
} as const;

export type IconName = keyof typeof outlines;

export interface IconProps {
  readonly name: IconName;
}

/** A small picture beside a word, never instead of one, so it is hidden from screen readers. */
export function Icon({ name }: IconProps): ReactElement {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path
        d={outlines[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
