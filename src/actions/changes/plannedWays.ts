import type { PlannedWay } from "../../reports/plannedSheet";
import { plannedWords } from "../../text/plannedWords";
import type { Language } from "../../text/language";
import { segmentNames } from "./changedLines";
import type { PlannedSegmentation } from "./plannedChanges";

/** The ways that somebody would go from one segment to another, most customers first. */
export function plannedWays(planned: PlannedSegmentation, language: Language): readonly PlannedWay[] {
  const { name: segmentation, moves, same, segments } = planned;
  const names = segmentNames(moves, language);
  const to = [...names.to, plannedWords[language].sheet.left];
  const ownerOf = (segment: string): string => segments.find(({ name }) => name === segment)?.owner ?? "";
  return moves.customers
    .flatMap((cells, a) =>
      cells.map((customers, b): PlannedWay & { readonly stays: boolean } => ({
        segmentation,
        from: names.from[a] ?? "",
        to: to[b] ?? "",
        customers,
        value: moves.values[a]?.[b] ?? null,
        fromOwner: ownerOf(moves.from[a] ?? ""),
        toOwner: ownerOf(moves.to[b] ?? ""),
        stays: same[a] === b,
      })),
    )
    .filter(({ customers, stays }) => customers > 0 && !stays)
    .sort((a, b) => b.customers - a.customers)
    .map(({ stays: _, ...way }) => way);
}
