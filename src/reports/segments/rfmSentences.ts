import type { SegmentationOutcome } from "../../engine/outcome";
import type { SegmentationBy } from "../../segmentations/plans";
import { rfmMeasures, type RfmMeasure, scoreCount } from "../../segmentations/rfm/plan";
import type { SheetWords } from "../../text/sheet/en";

type Rfm = SegmentationBy<"rfm">;

/** Where the three measures come from, from which day on they count, and where the scores met at the run. */
export function rfmSentences(
  { source, scoring }: Rfm,
  { rfm: found }: SegmentationOutcome,
  { rfm, day }: Pick<SheetWords, "rfm" | "day">,
): readonly string[] {
  if (found === undefined) return [];
  const { dataDate, monthEnd, from } = found;
  const since = dataDate === null ? null : day(dataDate);
  const origin =
    source.kind === "columns"
      ? rfm.fromColumns(source.recency.column, source.frequencyColumn, source.monetaryColumn)
      : rfm.fromOrders(
          source.table.name,
          [source.dateColumn, source.orderColumn, source.amountColumn, source.quantityColumn ?? null],
          source.mergeDays,
        );
  const counted =
    source.kind === "columns" && source.recency.as === "days"
      ? []
      : since === null
        ? []
        : [
            rfm.counted(since, from === null ? null : day(from)),
            ...(monthEnd === null ? [] : [rfm.lastOrder(day(monthEnd.date), monthEnd.later, source.kind)]),
          ];
  const scores = (measure: RfmMeasure): string => {
    const scored = scoring[measure];
    const cuts = found.cuts[measure];
    const few = measure === "recency";
    const top = scoreCount(scored);
    const parts = Array.from({ length: top }, (_, i) => top - i).map((score) => {
      const at = few ? top - score : score - 2;
      // Fifths that meet at one value leave nothing between them.
      if (scored.by === "quintiles" && found.counts[measure][score - 1] === 0) return rfm.nobody(score);
      const cut = at < 0 || at >= cuts.length ? null : (cuts[at] ?? null);
      return rfm.score(score, cut, few ? "up-to" : scored.by === "limits" ? "from" : "above");
    });
    const kept = scored.by === "limits" || scored.kept === undefined ? null : scored.kept.dataDate;
    const mean = source.kind === "transactions" && source.monetary === "mean";
    return rfm.scoresOf(rfm.measureNames[measure === "monetary" && mean ? "meanOrder" : measure], scored.by, parts, {
      kept: scored.by !== "limits" && scored.kept !== undefined,
      since: kept === null ? null : day(kept),
    });
  };
  return [origin, ...counted, ...rfmMeasures.map(scores)];
}
