import { figures } from "../figures";

const { day, exact } = figures("zh");

/** That cut-offs of an earlier run are kept, and which, in Chinese. */
export function keptZh(
  dataDate: string | null,
  tiers: readonly { readonly name: string; readonly cutoff: number | null }[],
  highFirst: boolean,
): string {
  const limits = tiers.flatMap(({ name, cutoff }) =>
    cutoff === null ? [] : [highFirst ? `${name} ≥ ${exact(cutoff)}` : `${name} ≤ ${exact(cutoff)}`],
  );
  return `沿用${dataDate === null ? "以前运行" : ` ${day(dataDate)} `}的分档值：${limits.join("，")}。`;
}
