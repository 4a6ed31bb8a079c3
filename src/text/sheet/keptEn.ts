import { figures } from "../figures";

const { day, exact } = figures("en");

/** That cut-offs of an earlier run are kept, and which, in English. */
export function keptEn(
  dataDate: string | null,
  tiers: readonly { readonly name: string; readonly cutoff: number | null }[],
  highFirst: boolean,
): string {
  const limits = tiers.flatMap(({ name, cutoff }) =>
    cutoff === null ? [] : [`${name} ${highFirst ? "from" : "up to"} ${exact(cutoff)}`],
  );
  return `Cut-offs of ${dataDate === null ? "an earlier run" : day(dataDate)} kept: ${limits.join(", ")}.`;
}
